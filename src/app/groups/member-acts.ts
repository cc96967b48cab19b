import type { Act } from '../../domain/application/acts.ts';
import { checkForm } from '../../domain/application/answer-check.ts';
import {
  type GroupAct,
  type GroupExtensions,
  type LeftOutReason,
  otherWay,
  registeringActs,
  type Standing,
  standingOf,
} from '../../domain/application/group.ts';
import { checkLetter } from '../../domain/application/letters/lay-letter.ts';
import { silentRefs } from '../../domain/application/opinions.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { type Day, workdayTable } from '../../domain/workday/index.ts';
import { answerOf } from '../../law/answers.ts';
import type { LetterRow } from '../../store/application-letters.ts';
import { type Done, doActs } from '../applications/acting.ts';
import { given } from '../applications/application-act.ts';
import { type CaseRecord, formOf } from '../applications/case-record.ts';
import type { SettledAgency } from '../applications/letter-agency.ts';
import { type LetterBody, layCaseLetter, openBody, rootOf } from '../applications/letters.ts';
import type { AppContext, Person } from '../context.ts';
import { policyRow } from '../policy/index.ts';
import { refuseAct } from '../policy/words.ts';
import type { AnyGroupFacts } from './group-facts.ts';
import { sharedHmac } from './shared-file.ts';

/** An act on a group as it is done to one application. */
export interface Carrying {
  /** In which the person acted, on the day of the act. */
  readonly context: AppContext & { readonly actor: Person };
  readonly on: Day;
  readonly given: AnyGroupFacts;
  /** The answer of the group as the applications have it so far. */
  readonly draft: Parameters<typeof standingOf>[2];
  /** More time that the group was given. */
  readonly extensions: GroupExtensions;
  readonly agency: SettledAgency | Refusal;
}

/** One application, and what of it an act needs. */
export interface Member {
  readonly record: CaseRecord;
  readonly letter: LetterRow | null;
  readonly enclosures: readonly Uint8Array[];
}

/** What an act makes of an application. */
export interface MemberDone {
  readonly record: CaseRecord;
  readonly done: readonly Done[];
  readonly body: LetterBody | null;
  readonly letter: LetterRow | null;
}

/** Number that stands in until it is known how many are needed. */
export const unnumbered = '—';

const refused = ({ message }: Refusal): LeftOutReason => ({ reason: 'refused', message });

/** Whoever did to the application itself what keeps him from this act on it. */
function apart({ context }: Carrying, act: GroupAct, { record }: Member): LeftOutReason | null {
  const row = policyRow(`application.${act}`);
  const done = row?.apartFrom?.find((each) => record.doneBy?.[each]?.includes(context.actor.accountId));
  return row === undefined || done === undefined
    ? null
    : { reason: 'apart', message: refuseAct(row.act, { reason: 'apart', row, act: done }).message };
}

interface Worded {
  readonly acts: readonly Act[];
  readonly body: LetterBody | null;
}

/** The letter of one application out of the answer of the group: name, number, days, history and remedy are its own. */
function approving({ context, on, agency }: Carrying, { record, enclosures }: Member): Worded | Refusal {
  if (isRefusal(agency)) return agency;
  const { draft } = record.state;
  const kind = answerOf(draft!.answer).letter;
  const silent = silentRefs(record.state, on, workdayTable(context.calendar()));
  const body = layCaseLetter(agency, record, { kind, day: on, draft, silent });
  if (isRefusal(body)) return body;
  return { acts: [{ type: 'approve', on, root: rootOf(context.vault, body, enclosures) }], body };
}

/** Each applicant's own form is heeded (第四十条): who asked for another one goes on by himself. */
const formHeeded = ({ record }: Member): Refusal | undefined => {
  const { draft } = record.state;
  return draft === null ? undefined : checkForm(draft, formOf(record));
};

function sending(
  { context, on }: Carrying,
  { record, letter, enclosures }: Member,
  { method, carrier, proof }: Extract<AnyGroupFacts, { act: 'send' }>['facts'],
  number: string,
): Worded | LeftOutReason {
  if (letter === null) return { reason: 'notThere', message: '本件还没有答复书。' };
  const body = openBody(record, letter.sealed_body);
  if (body.method !== method) return otherWay(body.method);
  const root = rootOf(context.vault, body, enclosures);
  const out = { ...body.letter, documentNumber: number, date: on };
  const incomplete = checkLetter(out);
  if (incomplete !== undefined) return refused(incomplete);
  return {
    acts: [{ type: 'send', on, number, root, method, ...given({ carrier, proof }) }],
    body: { letter: out, method },
  };
}

function worded(carrying: Carrying, member: Member, number: string): Worded | LeftOutReason | Refusal {
  const { on, given: one } = carrying;
  const alone = (...acts: Act[]): Worded => ({ acts, body: null });
  switch (one.act) {
    case 'register':
      return alone(...registeringActs(member.record.state, on, number));
    case 'draft':
      return alone({ type: 'draft', on, draft: one.facts.draft });
    case 'reviewLegal':
      return alone({ type: 'review', on, kind: 'legal' });
    case 'reviewSecrecy':
      return alone({ type: 'review', on, kind: 'secrecy' });
    case 'return':
      return alone({ type: 'return', on, reason: one.facts.reason });
    case 'submitForReview':
      return formHeeded(member) ?? alone({ type: 'submitForReview', on });
    case 'approve':
      return approving(carrying, member);
    case 'send':
      return sending(carrying, member, one.facts, number);
    case 'consentExtension':
      return alone({ type: 'consentExtension', on, ...one.facts });
    case 'archive':
      return alone({ type: 'archive', on, pages: one.facts.pages });
    case 'addEnclosure':
      return alone();
    case 'proveDelivery':
      return alone({ type: 'proveDelivery', on, proof: one.facts.proof });
    default:
      return alone({ type: one.act, on });
  }
}

/** Whether an act fits an application at all; what the law and the words say comes after it. */
export function standingIn(
  { given: one, draft, extensions }: Carrying,
  { record, enclosures }: Member,
): Standing {
  if (one.act === 'addEnclosure') {
    const hmac = sharedHmac(record.key, one.facts);
    if (enclosures.some((each) => hmac.equals(each))) return 'already';
  }
  return standingOf(record.state, one.act, draft, extensions);
}

/** Does an act of a group to one of its applications that it fits, or says why not. */
export function doToMember(
  carrying: Carrying,
  member: Member,
  number: string = unnumbered,
): MemberDone | LeftOutReason {
  const kept = apart(carrying, carrying.given.act, member);
  if (kept !== null) return kept;
  const words = worded(carrying, member, number);
  if (isRefusal(words)) return refused(words);
  if ('reason' in words) return words;
  const outcome = doActs(carrying.context, member.record, words.acts);
  if (isRefusal(outcome)) return refused(outcome);
  return { ...outcome, body: words.body, letter: member.letter };
}
