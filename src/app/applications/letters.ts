import { createHmac } from 'node:crypto';
import type { AnswerDraft } from '../../domain/application/answer-draft.ts';
import type { ApplicationForm } from '../../domain/application/application-form.ts';
import { itemTitle } from '../../domain/application/application-form.ts';
import type { ApplicationCase } from '../../domain/application/case.ts';
import type { LetterData, NoticeFacts } from '../../domain/application/letters/data.ts';
import { checkLetter, enclosedFormOf, layLetter } from '../../domain/application/letters/lay-letter.ts';
import type { Letter } from '../../domain/application/letters/letter.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { Day } from '../../domain/workday/index.ts';
import type { DeliveryMethod } from '../../law/delivery.ts';
import type { ProvisionWay } from '../../law/intake.ts';
import type { LetterKindId } from '../../law/letters.ts';
import { insertDelivery, insertLetter } from '../../store/application-letters.ts';
import { nextNumber } from '../../store/applications.ts';
import { newId } from '../../store/ids.ts';
import { sealInForce } from '../../store/seal-images.ts';
import type { Vault } from '../vault/vault.ts';
import type { Writing } from './acting.ts';
import { given } from './application-act.ts';
import { type CaseRecord, formOf } from './case-record.ts';
import { letterAgencyOf, type SettledAgency } from './letter-agency.ts';
import { aboutCase, openJson, sealJson } from './sealing.ts';

type On = Writing & { readonly loaded: CaseRecord };

/** A letter as it is kept: how it is laid out, and by which way it was meant to be served. */
export interface LetterBody {
  readonly letter: Letter;
  readonly method: DeliveryMethod;
  /** Which seal it was sent with; a seal that comes later changes nothing. Null or missing: none. */
  readonly seal?: string | null;
}

const ways: Readonly<Record<ProvisionWay, DeliveryMethod>> = {
  post: 'post',
  email: 'email',
  portal: 'portal',
  pickUp: 'inPerson',
  onSite: 'inPerson',
};

/** By the way the applicant asked for (第四十条). */
export const methodOf = ({ way }: ApplicationForm): DeliveryMethod => ways[way] ?? 'post';

/** What is asked for, as letters tell it (L-4); after 补正 with the words that made it clear. */
export function requestOf({ items }: ApplicationForm, { correction }: ApplicationCase): string {
  const corrected = correction !== null && correction.returnedOn !== null;
  return items
    .map((item) => {
      const title = itemTitle(item);
      const { description } = item;
      if (!corrected || description === null || description === title) return title;
      return `${title}（${description.replace(/\s*\n\s*/g, '；')}）`;
    })
    .join('；');
}

export interface LetterWish {
  readonly kind: LetterKindId;
  readonly day: Day;
  readonly facts?: NoticeFacts;
  readonly draft?: AnswerDraft | null;
  /** Who of those asked let his period pass; an answer tells it. */
  readonly silent?: readonly string[];
  readonly documentNumber?: string | null;
  readonly method?: DeliveryMethod;
  /** To somebody else than the applicant. */
  readonly addressee?: LetterData['addressee'];
}

/** Lays a letter out of a case, its state as it now is. */
export function layCaseLetter(
  agency: SettledAgency,
  record: CaseRecord,
  wish: LetterWish,
): LetterBody | Refusal {
  const form = formOf(record);
  const method = wish.method ?? methodOf(form);
  const letter = layLetter(wish.kind, {
    agency,
    addressee: wish.addressee ?? {
      name: form.applicant.name.trim() || '申请人',
      addressed: form.applicant.kind === 'naturalPerson' ? 'person' : 'unit',
    },
    state: record.state,
    request: requestOf(form, record.state),
    draft: wish.draft ?? null,
    facts: wish.facts ?? {},
    silent: wish.silent ?? [],
    method,
    documentNumber: wish.documentNumber ?? null,
    day: wish.day,
  });
  return isRefusal(letter) ? letter : { letter, method };
}

/** 云政公开〔2026〕12号. */
export const documentNumber = ({ documentWord }: SettledAgency, year: number, count: number): string =>
  `${documentWord}〔${year}〕${count}号`;

/** The next of the agency's year. */
export async function nextDocumentNumber(
  { transaction }: Pick<Writing, 'transaction'>,
  agencyId: string,
  agency: SettledAgency,
  on: Day,
): Promise<string> {
  const year = Number(on.slice(0, 4));
  return documentNumber(agency, year, await nextNumber(transaction, agencyId, 'letter', year));
}

/** Hash over all that the addressee will read, signed by the system; number and date are given later. */
export function rootOf(vault: Vault, { letter }: LetterBody, enclosures: readonly Uint8Array[]): string {
  const { kind, agency, title, addressee, paragraphs, fields } = letter;
  const read = { kind, agency, title, addressee, paragraphs: paragraphs.map(({ text }) => text), fields };
  const hmac = createHmac('sha256', vault.secretFor('approval')).update(JSON.stringify(read));
  for (const hash of enclosures) hmac.update(hash);
  return hmac.digest('hex');
}

export const sealBody = (record: CaseRecord, body: LetterBody): Buffer =>
  sealJson(record.key, body, aboutCase(record, 'letter'));
export const openBody = (record: CaseRecord, sealed: Uint8Array): LetterBody =>
  openJson(record.key, sealed, aboutCase(record, 'letter'));

/** A notice wished for: `ref`: of which opinion; `under`: the number of the letter it belongs to, where it has none of its own. */
export interface NoticeWish extends LetterWish {
  readonly ref?: string | null;
  readonly under?: string;
}

/**
 * A notice on the way: laid out, numbered and sent by its act, in the transaction of it, with the form that its addressee
 * fills in. Refused: the agency has not said who it is; something to be told is missing.
 */
export async function sendNotice(acting: On, wish: NoticeWish): Promise<Refusal | undefined> {
  const { transaction, loaded } = acting;
  const agency = await letterAgencyOf(transaction, loaded.agencyId);
  if (isRefusal(agency)) return agency;
  const number = wish.under ?? (await nextDocumentNumber(acting, loaded.agencyId, agency, wish.day));
  const body = layCaseLetter(agency, loaded, { ...wish, documentNumber: number });
  if (isRefusal(body)) return body;
  const incomplete = checkLetter(body.letter);
  if (incomplete !== undefined) return incomplete;
  await keepNotice(acting, wish, body);
  const form = enclosedFormOf(wish.kind);
  if (form === null) return undefined;
  const facts = given({ information: wish.facts?.information });
  return sendNotice(acting, { ...wish, kind: form, under: number, facts });
}

/** A notice that no article asks for: an agency that has not said yet who it is sends none, and the act goes on. */
export async function tellIfSettled(acting: On, wish: NoticeWish): Promise<Refusal | undefined> {
  const agency = await letterAgencyOf(acting.transaction, acting.loaded.agencyId);
  return isRefusal(agency) ? undefined : sendNotice(acting, wish);
}

/** The seal of the day for what the agency signs. */
export const sealFor = (
  { transaction, loaded }: Pick<On, 'transaction' | 'loaded'>,
  { signedBy }: Letter,
  day: Day,
): Promise<string | null> =>
  signedBy === null ? Promise.resolve(null) : sealInForce(transaction, loaded.agencyId, day);

async function keepNotice(
  acting: On,
  { kind, ref, day, under }: NoticeWish,
  laid: LetterBody,
): Promise<void> {
  const { transaction, loaded, at, context } = acting;
  // Its number is taken when it goes out.
  context.trial?.push({ ...laid.letter, documentNumber: null });
  const body = { ...laid, seal: await sealFor(acting, laid.letter, day) };
  const id = newId();
  const account = typeof context.actor === 'string' ? null : context.actor.accountId;
  await insertLetter(transaction, {
    agency_id: loaded.agencyId,
    id,
    application_id: loaded.id,
    kind,
    ref: ref ?? null,
    status: 'sent',
    number: under === undefined ? body.letter.documentNumber : null,
    root: null,
    dated_on: day,
    sent_on: day,
    made_by: account,
    made_at: at,
    sealed_body: sealBody(loaded, body),
  });
  // What goes with another letter is served with it; what stays in the file is not served.
  if (under !== undefined) return;
  await insertDelivery(transaction, {
    agency_id: loaded.agencyId,
    id: newId(),
    application_id: loaded.id,
    letter_id: id,
    method: body.method,
    carrier: null,
    sent_on: day,
    proven_at: null,
    sealed_proof: null,
    recorded_by: account,
    recorded_at: at,
  });
}
