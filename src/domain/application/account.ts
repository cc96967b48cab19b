import type { Citation } from '../../law/citation.ts';
import { clockBases, deadlines } from '../../law/deadlines.ts';
import { isRefusal } from '../refusal.ts';
import {
  type Calendar,
  type Day,
  type DayStatus,
  dayNumber,
  dayOfNumber,
  dayStatus,
} from '../workday/index.ts';
import type { Reckoning } from './clock.ts';
import { type Asked, endOf, type History, type Period } from './history.ts';

/** A day of the account: whether it counts, why, and who says so. */
/** start: receipt, or the day from which the period begins anew. asking, waiting: taken out by the law. */
export type AccountKind = 'start' | 'counted' | 'rest' | 'holiday' | 'asking' | 'correction' | 'payment';

export interface AccountDay {
  readonly day: Day;
  readonly kind: AccountKind;
  readonly counted: boolean;
  /** Its number in the period it belongs to, from 1; null when it does not count. */
  readonly number: number | null;
  readonly why: string;
  /** An article, or the name of the notice of holidays. */
  readonly basis: Citation | string;
}

const asking: Readonly<Record<Asked, string>> = {
  thirdParty: '征求第三方意见',
  maker: '征求共同制作机关意见',
  agency: '其他机关协查',
};

const begun: Readonly<Record<Period['why'], { readonly why: string; readonly basis: Citation }>> = {
  received: { why: '收到申请当日，不计入', basis: clockBases.firstDayNotCounted.basis },
  correctionReceived: {
    why: '收到补正当日，答复期限自次日重新起算',
    basis: clockBases.restartAfterCorrection.basis,
  },
  feePaid: { why: '缴费当日，答复期限自次日重新起算', basis: clockBases.restartAfterPayment.basis },
};

interface Reason {
  readonly kind: AccountKind;
  readonly why: string;
  readonly basis: Citation;
}

/** Why a working day does not count; null when it does. */
function excluded(history: History, day: number): Reason | null {
  const start = history.periods.findLast((period) => period.start === day);
  if (start !== undefined) return { kind: 'start', ...begun[start.why] };
  const wait = history.waits.find(
    ({ sent, returned }) => sent < day && day <= (returned ?? Number.POSITIVE_INFINITY),
  );
  if (wait?.kind === 'correction')
    return {
      kind: 'correction',
      why: '等待申请人补正，不计入',
      basis: clockBases.restartAfterCorrection.basis,
    };
  if (wait !== undefined)
    return { kind: 'payment', why: '等待申请人缴纳信息处理费，不计入', basis: deadlines.feePayment.basis };
  const letter = history.consultations.find((one) => one.sent < day && day <= endOf(one));
  if (letter === undefined) return null;
  return {
    kind: 'asking',
    why: `${asking[letter.asked]}，不计入`,
    basis: clockBases.consultationNotCounted.basis,
  };
}

const resting = (status: DayStatus): Omit<AccountDay, 'day' | 'counted' | 'number'> => ({
  kind: status.kind === 'weekend' ? 'rest' : 'holiday',
  why: `${status.why}，不是工作日`,
  // A weekend needs no notice: the period is one of working days.
  basis: status.source ?? deadlines.answer.basis,
});

/** A weekday is simply a working day; a weekend day that is worked says which holiday it makes up for. */
function counting(status: DayStatus, number: number, period: Period, day: number, ordered: number): string {
  const kind = status.kind === 'makeUpWorkday' ? status.why : '工作日';
  const { workdays } = deadlines.answer;
  if (day > ordered) return `${kind}，已超过决定、裁判确定的履行期限`;
  if (period.delayedTo !== null && day > period.delayedTo) return `${kind}，已超过告知的延迟答复期限`;
  if (number <= workdays) return kind;
  const length = workdays + (period.extension ?? 0);
  if (number <= length) return `${kind}，延期`;
  return period.delayedTo === null ? `${kind}，已超期${number - length}日` : `${kind}，延迟答复`;
}

/**
 * Every day from receipt to the due day or, when that is later, to the day of the account: counted or not, why, which
 * article. It ends with the answer.
 */
export function accountOf({ clock, history }: Reckoning, calendar: Calendar): readonly AccountDay[] {
  const due = clock.due === null ? 0 : dayNumber(clock.due);
  const last = history.answered ?? Math.max(dayNumber(clock.on), due);
  const ordered = clock.ordered === undefined ? Number.POSITIVE_INFINITY : due;
  const days: AccountDay[] = [];
  let number = 0;
  for (let at = history.received; at <= last; at += 1) {
    const day = dayOfNumber(at);
    const status = dayStatus(day, calendar);
    if (isRefusal(status)) break;
    if (history.periods.some(({ start }) => start === at)) number = 0;
    const reason = excluded(history, at);
    if (status.workday && reason === null) {
      number += 1;
      const period = history.periods.findLast(({ start }) => start < at)!;
      const why = counting(status, number, period, at, ordered);
      days.push({ day, kind: 'counted', counted: true, number, why, basis: deadlines.answer.basis });
    } else if (status.workday && reason !== null) days.push({ day, counted: false, number: null, ...reason });
    else if (at === history.received)
      days.push({ day, counted: false, number: null, kind: 'start', ...begun.received });
    else days.push({ day, counted: false, number: null, ...resting(status) });
  }
  return days;
}
