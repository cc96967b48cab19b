import type { ClockEntry, Opinion } from '../../domain/application/case.ts';
import type { Phase } from '../../domain/application/phases.ts';
import type { Day } from '../../domain/workday/index.ts';
import { type Citation, cite } from '../../law/citation.ts';
import { clockBases, deadlines } from '../../law/deadlines.ts';
import type { ListedRow } from '../../store/application-lists.ts';
import type { ListedCase } from '../applications/listed-case.ts';

/** Something the office owes beside its task of the phase. */
export interface WaitingTask {
  readonly title: string;
  readonly basis: Citation;
  /** The day since which it is owed. */
  readonly since: Day | null;
}

/** Phases in which others are asked while the work goes on. */
const asking: readonly Phase[] = ['inReview', 'drafting'];
const feeRules = cite('fee2020', '第六条');

/** The applicant let his day pass: 视为放弃申请 (第三十条), or 不再处理 for want of payment. */
export const givingUp = (waitingFor: ListedCase['waitingFor'], since: Day | null): WaitingTask => ({
  title: '作不再处理',
  basis: waitingFor === 'payment' ? feeRules : clockBases.restartAfterCorrection.basis,
  since,
});

const lastOf = (clock: readonly ClockEntry[], type: ClockEntry['type']): Day | null =>
  clock.findLast((entry) => entry.type === type)?.on ?? null;

/** The last day of a 补正; of a payment the day from which it was reckoned. */
const lapsedOf = ({ waiting_for, clock, state }: ListedRow): Day | null =>
  waiting_for === 'payment' ? lastOf(clock, 'feeNoticeReceived') : (state.correction?.due ?? null);

const notReceived = ({ asked, view, receivedOn }: Opinion): boolean =>
  asked !== 'agency' && view === null && receivedOn === null;

function receipts({ phase, waiting_for, clock, state }: ListedRow): readonly WaitingTask[] {
  const count = (type: string): number => clock.filter((entry) => entry.type === type).length;
  if (phase === 'waiting' && waiting_for === 'payment' && count('feeNoticeReceived') < count('feeNoticeSent'))
    return [
      {
        title: '登记申请人收到收费通知',
        basis: deadlines.feePayment.basis,
        since: lastOf(clock, 'feeNoticeSent'),
      },
    ];
  const out = asking.includes(phase) ? state.opinions.find(notReceived) : undefined;
  if (out === undefined) return [];
  const { basis } = out.asked === 'maker' ? deadlines.makerOpinion : deadlines.thirdPartyOpinion;
  return [{ title: '登记对方收到征求意见书', basis, since: out.sentOn }];
}

/**
 * What is to be done about those who are waited for: to close what lapsed (WF-04, WF-11), and to enter the receipt of a
 * letter, without which its period never ends.
 */
export const waitingTasks = (
  { phase, clock, waitingFor }: ListedCase,
  row: ListedRow,
): readonly WaitingTask[] =>
  phase === 'waiting' && clock?.state === 'abandoned' ? [givingUp(waitingFor, lapsedOf(row))] : receipts(row);
