import type { ApplicationForm, RequestedItem } from '../../domain/application/application-form.ts';
import { itemTitle } from '../../domain/application/application-form.ts';
import type { ApplicationCase } from '../../domain/application/case.ts';
import type { OpenState } from '../../store/application-tables.ts';
import type { CaseRef } from '../../store/applications.ts';
import { type CaseKey, openText, sealText } from '../vault/vault.ts';

/** What a sealed value is, of which case: it opens as nothing else. */
export const aboutCase = ({ agencyId, id }: CaseRef, what: string): string =>
  `application ${agencyId} ${id} ${what}`;

export const sealJson = (key: CaseKey, value: unknown, about: string): Buffer =>
  sealText(key, JSON.stringify(value), about);
export const openJson = <T>(key: CaseKey, sealed: Uint8Array, about: string): T =>
  JSON.parse(openText(key, sealed, about)) as T;

/** What people wrote into a case: kept apart from its state, and sealed. */
export interface SecretState {
  readonly draft: ApplicationCase['draft'];
  readonly proof: string | null;
}

export function splitState({ draft, letter, clock: _, ...rest }: ApplicationCase): {
  readonly open: OpenState;
  readonly secret: SecretState;
} {
  if (letter === null) return { open: { ...rest, letter }, secret: { draft, proof: null } };
  const { proof, ...shown } = letter;
  return { open: { ...rest, letter: shown }, secret: { draft, proof } };
}

export const joinState = (
  open: OpenState,
  { draft, proof }: SecretState,
  clock: ApplicationCase['clock'],
): ApplicationCase => ({
  ...open,
  // Cases kept before it was recorded have none.
  arrival: open.arrival ?? null,
  clock,
  draft,
  letter: open.letter === null ? null : { ...open.letter, proof },
});

/** What lists show of a case. */
export interface CaseSummary {
  readonly title: string;
  /** 林**; an organisation's name is no personal data and stands whole. */
  readonly applicant: string;
}

const longestTitle = 60;
/** Runs of digits as long as a telephone's or an ID's have no place in a list. */
const hideDigits = (text: string): string =>
  text.replace(/\d[\dXx\s-]{5,}\d/g, (run) => '*'.repeat(run.length));

export const maskedName = (name: string): string =>
  name.length < 2 ? name : `${name.slice(0, 1)}${'*'.repeat(Math.min(name.length - 1, 3))}`;

export const titleOf = (items: readonly RequestedItem[]): string => {
  const first = hideDigits(items[0] === undefined ? '' : itemTitle(items[0]));
  const short = first.length > longestTitle ? `${first.slice(0, longestTitle)}…` : first;
  return items.length > 1 ? `${short} 等${items.length}项` : short || '（没有写明申请内容）';
};

export const summaryOf = ({ applicant, items }: ApplicationForm): CaseSummary => ({
  title: titleOf(items),
  applicant: applicant.kind === 'naturalPerson' ? maskedName(applicant.name) : applicant.name,
});
