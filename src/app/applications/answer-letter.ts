import type { ActFacts } from '../../domain/application/acts.ts';
import { checkLetter, renewedLetter } from '../../domain/application/letters/lay-letter.ts';
import { silentRefs } from '../../domain/application/opinions.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { type Day, workdayTable } from '../../domain/workday/index.ts';
import { answerOf } from '../../law/answers.ts';
import { type DeliveryMethod, deliveryRules, type PostalCarrier } from '../../law/delivery.ts';
import {
  answerUnderWay,
  caseFilesOf,
  dropDrafts,
  insertDelivery,
  insertLetter,
  type LetterRow,
  lettersOf,
  proveDeliveryOf,
  updateLetter,
} from '../../store/application-letters.ts';
import { newId } from '../../store/ids.ts';
import type { Writing } from './acting.ts';
import { given } from './application-act.ts';
import type { CaseRecord } from './case-record.ts';
import { letterAgencyOf } from './letter-agency.ts';
import {
  type LetterBody,
  layCaseLetter,
  nextDocumentNumber,
  openBody,
  rootOf,
  sealBody,
  sealFor,
} from './letters.ts';
import { aboutCase, sealJson } from './sealing.ts';
import { wasTakenOver } from './taken-over.ts';

type On = Writing & { readonly loaded: CaseRecord };

const accountOf = ({ context: { actor } }: Writing): string | null =>
  typeof actor === 'string' ? null : actor.accountId;

const noLetter = refuse('application.noLetter', '还没有生成答复书。请先拟写答复并提交审查。');
const changed = refuse(
  'application.changed',
  '答复书或者附件在审批后有改动，不能发出。请审批人退回后重新审批。',
);

/**
 * Lays the letter of a drafted answer out, in the place of the draft before. `whenItCan`: what is still missing is told
 * when the draft is handed on; `must`: it refuses. What was edited since stays; what is made from the case is made anew,
 * so that an opinion or an extension that came after the draft is told.
 */
export async function layAnswer(
  acting: On,
  day: Day,
  mode: 'whenItCan' | 'must',
): Promise<Refusal | undefined> {
  const { transaction, loaded, at } = acting;
  const { draft } = loaded.state;
  const present = await answerUnderWay(transaction, loaded);
  if (draft === null) return undefined;
  const agency = await letterAgencyOf(transaction, loaded.agencyId);
  const kind = answerOf(draft.answer).letter;
  const silent = silentRefs(loaded.state, day, workdayTable(acting.context.calendar()));
  const wish = { kind, day, draft, silent, ...(draft.method && { method: draft.method }) };
  const laid = isRefusal(agency) ? agency : layCaseLetter(agency, loaded, wish);
  if (isRefusal(laid) && mode === 'must') return laid;
  if (!isRefusal(laid) && mode === 'must' && present !== null) {
    const kept = openBody(loaded, present.sealed_body);
    const body = { ...laid, letter: renewedLetter(laid.letter, kept.letter) };
    await updateLetter(
      transaction,
      { agencyId: loaded.agencyId, id: present.id },
      { sealed_body: sealBody(loaded, body) },
    );
    return undefined;
  }
  await dropDrafts(transaction, loaded);
  if (isRefusal(laid)) return undefined;
  await insertLetter(transaction, {
    agency_id: loaded.agencyId,
    id: newId(),
    application_id: loaded.id,
    kind,
    ref: null,
    status: 'draft',
    number: null,
    root: null,
    dated_on: null,
    sent_on: null,
    made_by: accountOf(acting),
    made_at: at,
    sealed_body: sealBody(loaded, laid),
  });
  return undefined;
}

/** A letter sent back is a draft again; an approval of it is void. */
export async function reopenDraft({ transaction, loaded }: On): Promise<Refusal | undefined> {
  const letter = await answerUnderWay(transaction, loaded);
  if (letter !== null)
    await updateLetter(
      transaction,
      { agencyId: loaded.agencyId, id: letter.id },
      { status: 'draft', root: null },
    );
  return undefined;
}

interface UnderWay {
  readonly row: LetterRow;
  readonly body: LetterBody;
  readonly root: string;
}

async function underWay({ transaction, loaded, context }: On): Promise<UnderWay | Refusal> {
  const row = await answerUnderWay(transaction, loaded);
  if (row === null) return noLetter;
  const body = openBody(loaded, row.sealed_body);
  const files = await caseFilesOf(transaction, loaded);
  const enclosed = files.filter(({ kind }) => kind === 'enclosure').map(({ hmac }) => hmac);
  return { row, body, root: rootOf(context.vault, body, enclosed) };
}

/** The root over what the applicant would read now. */
export async function rootUnderWay(acting: On): Promise<{ readonly root: string } | Refusal> {
  const found = await underWay(acting);
  return isRefusal(found) ? found : { root: found.root };
}

export async function approveLetter(acting: On, root: string): Promise<Refusal | undefined> {
  const { transaction, loaded } = acting;
  const letter = await answerUnderWay(transaction, loaded);
  if (letter === null) return noLetter;
  await updateLetter(transaction, { agencyId: loaded.agencyId, id: letter.id }, { status: 'approved', root });
  return undefined;
}

export interface Sending {
  readonly on: Day;
  readonly method: DeliveryMethod;
  readonly carrier: PostalCarrier | null;
  readonly proof: string | null;
}

/** Number and root of the letter that is about to be sent; the law's guards look at the rest. */
export async function sendingFacts(
  { on, method, carrier, proof }: Sending,
  acting: On,
): Promise<ActFacts['send'] | Refusal> {
  const found = await underWay(acting);
  if (isRefusal(found)) return found;
  if (deliveryRules[method].online !== deliveryRules[found.body.method].online)
    return refuse(
      'application.otherWay',
      '送达方式与拟稿时不同：网上送达的答复书应当写明网上申请行政复议的渠道。请审批人退回，在拟写答复中改送达方式后重新审批。',
      {},
      deliveryRules[method].basis,
    );
  const agency = await letterAgencyOf(acting.transaction, acting.loaded.agencyId);
  if (isRefusal(agency)) return agency;
  const number = await nextDocumentNumber(acting, acting.loaded.agencyId, agency, on);
  return { number, root: found.root, method, ...given({ carrier, proof }) };
}

/** Writes number and date into the approved letter, and notes how it goes out. */
export async function sendLetter(
  acting: On,
  { on, method, carrier, proof }: Sending,
  number: string,
): Promise<Refusal | undefined> {
  const { transaction, loaded, at } = acting;
  const found = await underWay(acting);
  if (isRefusal(found)) return found;
  const { row, body, root } = found;
  if (row.status !== 'approved' || row.root !== root) return changed;
  const letter = { ...body.letter, documentNumber: number, date: on };
  const incomplete = checkLetter(letter);
  if (incomplete !== undefined) return incomplete;
  await updateLetter(
    transaction,
    { agencyId: loaded.agencyId, id: row.id },
    {
      status: 'sent',
      number,
      dated_on: on,
      sent_on: on,
      sealed_body: sealBody(loaded, { letter, method, seal: await sealFor(acting, letter, on) }),
    },
  );
  await insertDelivery(transaction, {
    agency_id: loaded.agencyId,
    id: newId(),
    application_id: loaded.id,
    letter_id: row.id,
    method,
    carrier,
    sent_on: on,
    proven_at: proof === null || proof === '' ? null : at,
    sealed_proof: proof === null ? null : sealJson(loaded.key, proof, aboutCase(loaded, 'proof')),
    recorded_by: accountOf(acting),
    recorded_at: at,
  });
  return undefined;
}

/** The proof of service of the letter that answered the case. */
export async function proveLetter(acting: On, proof: string): Promise<Refusal | undefined> {
  const { transaction, loaded, at } = acting;
  const number = loaded.state.letter?.number;
  const letter = (await lettersOf(transaction, loaded)).find((each) => each.number === number);
  // Answered before the office began here: its letter is in the old file, and the state keeps its proof.
  if (letter === undefined) return wasTakenOver(loaded) ? undefined : noLetter;
  await proveDeliveryOf(transaction, loaded, letter.id, {
    proven_at: at,
    sealed_proof: sealJson(loaded.key, proof, aboutCase(loaded, 'proof')),
  });
  return undefined;
}
