import type { ApplicationForm } from '../../domain/application/application-form.ts';
import type { ApplicationRow } from '../../store/applications.ts';
import type { Vault } from '../vault/vault.ts';

type Hashes = Pick<
  ApplicationRow,
  'name_hash' | 'identity_hash' | 'phone_hash' | 'last_four_hash' | 'content_hash'
>;

/** Half a hash tells apart what one agency has, and keeps the indexes small. */
const bytes = 16;
const hash = (vault: Vault, purpose: string, value: string | null): Buffer | null =>
  value === null || value.trim() === '' ? null : vault.searchHash(purpose, value).subarray(0, bytes);

const digits = (text: string | null): string | null => text?.replace(/[\s()-]/g, '') ?? null;

/** The same words, whatever the spaces and signs between them. */
const contentOf = ({ items }: ApplicationForm): string =>
  items
    .map(({ name, documentNumber, description }) => [name, documentNumber, description].join('|'))
    .join('\n')
    .replace(/[\s，。、；：“”《》（）,.;:()]/g, '');

/** By what a case can be found without its key: exact values alone, each as a keyed hash. */
export const hashesOf = (vault: Vault, form: ApplicationForm): Hashes => ({
  name_hash: hash(vault, 'name', form.applicant.name),
  identity_hash: hash(vault, 'idNumber', form.applicant.identity.number),
  phone_hash: hash(vault, 'phone', digits(form.contact.phone)),
  last_four_hash: hash(vault, 'lastFour', form.applicant.identity.number.slice(-4)),
  content_hash: hash(vault, 'content', contentOf(form)),
});

/** How much of a person a search may go by: a whole name, number or telephone; or the last four signs of a number too. */
export type SearchedBy = 'whole' | 'lastFour';

/** What was typed into the search box, as every hash that it may be of. */
export const searchedHashes = (vault: Vault, text: string, by: SearchedBy): readonly Buffer[] =>
  [
    hash(vault, 'name', text),
    hash(vault, 'idNumber', text),
    hash(vault, 'phone', digits(text)),
    ...(by === 'lastFour' && /^\d{3}[\dXx]$/.test(text.trim()) ? [hash(vault, 'lastFour', text)] : []),
  ].filter((each): each is Buffer => each !== null);
