import { orderBases } from '../../law/appeals.ts';
import { type Citation, cite } from '../../law/citation.ts';
import { clockBases, deadlines } from '../../law/deadlines.ts';
import { isRefusal } from '../refusal.ts';
import { type Day, dayNumber, type WorkdayTable, workdayAfter } from '../workday/index.ts';
import { awaitsConfirmation, type RunningCase, reckonEntries, runningEntries } from './case-clock.ts';
import type { History } from './history.ts';

/**
 * What has a last day in a running case; `opinion`: that somebody asked may answer; `reply`: of another agency; `unit`: the
 * office's own limit.
 */
export type DueActKind =
  | 'answer'
  | 'unit'
  | 'correctionNotice'
  | 'correction'
  | 'payment'
  | 'opinion'
  | 'reply';

export interface DueAct {
  readonly kind: DueActKind;
  /** Tells several of one kind apart. */
  readonly ref: string | null;
  readonly on: Day;
  readonly basis: Citation;
  /** Reckoned in a year whose holidays are not announced yet. */
  readonly provisional: boolean;
  /** Reckoned from the acknowledgement of the system, while receipt is not confirmed. */
  readonly unconfirmed: boolean;
}

/** For people, in Chinese. */
export const dueActNames: Readonly<Record<DueActKind, string>> = {
  answer: '答复期限届满',
  unit: '内部办理期限届满',
  correctionNotice: '告知补正的最后一日',
  correction: '申请人补正期限届满',
  payment: '申请人缴费期限届满',
  opinion: '征求意见的答复期限届满',
  reply: '请其他机关回复的最后一日',
};

type Found = readonly (readonly [kind: DueActKind, ref: string | null, on: number])[];

function waitsOf({ waits }: History): Found {
  return waits.flatMap(({ kind, lapses, returned }) =>
    returned === null && lapses !== null ? [[kind, null, lapses] as const] : [],
  );
}

const opinionsOf = ({ consultations }: History): Found =>
  consultations.flatMap(({ asked, ref, answered, silentUntil }, index) =>
    asked !== 'agency' && answered === null && silentUntil !== null
      ? [['opinion', ref ?? String(index + 1), silentUntil] as const]
      : [],
  );

/** The day that a letter to another agency asked for, while nothing came; the law sets none (第三十三条第三款). */
const repliesOf = ({ clock }: OpenCase, { consultations }: History, table: WorkdayTable): Found =>
  clock.flatMap(({ type, ref = null, due }) => {
    const day = type === 'agencyAsked' && due !== undefined ? table.numberOf(due) : undefined;
    const open = consultations.some(
      (one) => one.asked === 'agency' && one.ref === ref && one.answered === null,
    );
    return day !== undefined && open ? [['reply', ref, day] as const] : [];
  });

/** Only what is still unclear may be asked about, once and within 7 working days (第三十条). */
function noticeOf({ phase, correction }: OpenCase, { received }: History, table: WorkdayTable): Found {
  if (phase !== 'inReview' || correction !== null) return [];
  const last = workdayAfter(received, deadlines.correctionNotice.workdays, table);
  return last === null ? [] : [['correctionNotice', null, last]];
}

const bases: Readonly<Record<DueActKind, Citation>> = {
  answer: deadlines.answer.basis,
  // 申请登记、审核、办理、答复、归档的工作制度: the limit is the office's own.
  unit: cite('tiaoli2019', '第四十五条'),
  correctionNotice: deadlines.correctionNotice.basis,
  correction: deadlines.correctionNotice.basis,
  payment: deadlines.feePayment.basis,
  opinion: deadlines.thirdPartyOpinion.basis,
  reply: clockBases.consultationNotCounted.basis,
};

/** Of 补正 it matters only whether it was asked for. */
export interface OpenCase extends RunningCase {
  readonly correction: object | null;
  readonly handler: { readonly until: Day | null } | null;
}

/** Within the agency a unit has its limit while it works on the case. */
const unitOf = ({ phase, handler }: OpenCase): Found =>
  phase === 'drafting' && handler !== null && handler.until !== null
    ? [['unit', null, dayNumber(handler.until)]]
    : [];

/**
 * The last days ahead in a case on the evening of `today`; those of the answer and of the unit also once they are past,
 * since what they are for is owed still. None before receipt, unless it is to be confirmed, after the answer, or where the calendar does not reach.
 */
export function dueActs(state: OpenCase, today: Day, table: WorkdayTable): readonly DueAct[] {
  const entries = runningEntries(state);
  if (!entries.some(({ type }) => type === 'received')) return [];
  const reckoning = reckonEntries(entries, today, table);
  if (isRefusal(reckoning)) return [];
  const { clock, history } = reckoning;
  if (clock.state === 'answered' || clock.state === 'withdrawn') return [];
  const now = dayNumber(today);
  const answer: Found = clock.due === null ? [] : [['answer', null, dayNumber(clock.due)]];
  const ahead = [
    ...noticeOf(state, history, table),
    ...waitsOf(history),
    ...opinionsOf(history),
    ...repliesOf(state, history, table),
  ].filter(([, , on]) => on >= now);
  return [...answer, ...unitOf(state), ...ahead].map(([kind, ref, on]) => ({
    kind,
    ref,
    on: table.dayOf(on),
    basis: kind === 'answer' && clock.ordered !== undefined ? orderBases[clock.ordered] : bases[kind],
    provisional: on >= table.provisionalFrom,
    unconfirmed: awaitsConfirmation(state),
  }));
}
