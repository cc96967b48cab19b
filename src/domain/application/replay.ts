import { type Citation, cite } from '../../law/citation.ts';
import { clockBases, type Deadline, deadlines } from '../../law/deadlines.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import {
  dayNumber,
  dayOfNumber,
  type WorkdayTable,
  workdayAfter,
  workdayOnOrAfter,
} from '../workday/index.ts';
import { beyondCalendar, dueDay } from './due.ts';
import { type ClockEvent, type ClockEventType, clockEventNames } from './events.ts';
import { type Asked, type Consultation, type History, periodOf } from './history.ts';

const unlawful = (event: ClockEvent, what: string, article: Citation | null = null): Refusal =>
  refuse('clock.order', `${dayOfNumber(event.on)}“${clockEventNames[event.type]}”：${what}`, {}, article);

type Step = (history: History, event: ClockEvent, table: WorkdayTable) => Refusal | undefined;

const restart = (history: History, start: number, why: 'correctionReceived' | 'feePaid'): void => {
  history.periods.push({ start, why, extension: null, delayedTo: null });
};

const sendCorrection: Step = (history, event, table) => {
  if (history.waits.some(({ kind }) => kind === 'correction'))
    return unlawful(event, '补正只能一次性告知一次，不能再次要求补正。', deadlines.correctionNotice.basis);
  const lapses = workdayOnOrAfter(event.due!, table);
  if (lapses === null) return beyondCalendar(table);
  const { workdays, basis } = deadlines.correctionNotice;
  const last = workdayAfter(history.received, workdays, table);
  if (last !== null && event.on > last)
    history.warnings.push({
      message: `补正告知书应在收到申请之日起${workdays}个工作日内（${dayOfNumber(last)}前含当日）发出，实际于${dayOfNumber(event.on)}发出。`,
      basis,
    });
  history.waits.push({ kind: 'correction', sent: event.on, lapses, returned: null });
  return undefined;
};

/** What was waited for has come: the period begins anew, even when it came late and was taken. */
const comeBack =
  (kind: 'correction' | 'payment', why: 'correctionReceived' | 'feePaid', basis: Citation): Step =>
  (history, event) => {
    const waits = history.waits.filter((wait) => wait.kind === kind && wait.returned === null);
    if (waits.length === 0) return unlawful(event, '此前没有发出相应的告知书，或已经收到过。请核对事件。');
    for (const wait of waits) {
      if (wait.lapses !== null && event.on > wait.lapses)
        history.warnings.push({
          message: `${clockEventNames[event.type]}时已过期限（${dayOfNumber(wait.lapses)}），本机关仍予受理的，期限重新起算。`,
          basis,
        });
      wait.returned = event.on;
    }
    restart(history, event.on, why);
    return undefined;
  };

const receiveFeeNotice: Step = (history, event, table) => {
  const wait = history.waits.findLast(
    ({ kind, returned, lapses }) => kind === 'payment' && returned === null && lapses === null,
  );
  if (wait === undefined) return unlawful(event, '此前没有发出收费通知书，或已登记收到。请核对事件。');
  wait.lapses = workdayAfter(event.on, deadlines.feePayment.workdays, table);
  return wait.lapses === null ? beyondCalendar(table) : undefined;
};

const ask =
  (asked: Asked): Step =>
  (history, event) => {
    history.consultations.push({
      asked,
      ref: event.ref,
      sent: event.on,
      received: null,
      answered: null,
      silentUntil: event.due,
    });
    return undefined;
  };

/** The letter a receipt or an answer belongs to: of the same `ref`, without one the latest of its kind. */
const letterOf = (history: History, asked: Asked, ref: string | null): Consultation | undefined =>
  history.consultations.findLast((one) => one.asked === asked && (ref === null || one.ref === ref));

const receive =
  (asked: Asked, { workdays }: Deadline): Step =>
  (history, event, table) => {
    const letter = letterOf(history, asked, event.ref);
    if (letter === undefined || letter.received !== null)
      return unlawful(event, '此前没有发出这份征求意见书，或已登记收到。请核对事件和 ref。');
    letter.received = event.on;
    letter.silentUntil = workdayAfter(event.on, workdays, table);
    return letter.silentUntil === null ? beyondCalendar(table) : undefined;
  };

const hear =
  (asked: Asked): Step =>
  (history, event) => {
    const letter = letterOf(history, asked, event.ref);
    if (letter === undefined || letter.answered !== null)
      return unlawful(event, '此前没有发出这份函，或已登记回复。请核对事件和 ref。');
    letter.answered = event.on;
    return undefined;
  };

const extend: Step = (history, event, table) => {
  const period = periodOf(history);
  const { basis } = deadlines.extensionAtMost;
  if (period.extension !== null) return unlawful(event, '同一答复期限只能延长一次。', basis);
  const due = dueDay(history, event.on, table);
  if (isRefusal(due)) return due;
  if (due !== null && event.on > due)
    return unlawful(event, `答复期限已于${dayOfNumber(due)}届满，届满后不能延期。`, basis);
  period.extension = event.days;
  return undefined;
};

const delay: Step = (history, event, table) => {
  const day = workdayOnOrAfter(event.due!, table);
  if (day === null) return beyondCalendar(table);
  periodOf(history).delayedTo = day;
  return undefined;
};

const steps: Readonly<Record<Exclude<ClockEventType, 'received'>, Step>> = {
  correctionSent: sendCorrection,
  correctionReceived: comeBack('correction', 'correctionReceived', clockBases.restartAfterCorrection.basis),
  feeNoticeSent: (history, { on }) => {
    history.waits.push({ kind: 'payment', sent: on, lapses: null, returned: null });
    return undefined;
  },
  feeNoticeReceived: receiveFeeNotice,
  feePaid: comeBack('payment', 'feePaid', clockBases.restartAfterPayment.basis),
  thirdPartyAsked: ask('thirdParty'),
  thirdPartyReceived: receive('thirdParty', deadlines.thirdPartyOpinion),
  thirdPartyAnswered: hear('thirdParty'),
  makerAsked: ask('maker'),
  makerReceived: receive('maker', deadlines.makerOpinion),
  makerAnswered: hear('maker'),
  agencyAsked: ask('agency'),
  agencyAnswered: hear('agency'),
  extended: extend,
  delayed: delay,
  answered: (history, { on }) => {
    history.answered = on;
    return undefined;
  },
  withdrawn: (history, { on }) => {
    history.withdrawn ??= on;
    return undefined;
  },
};

const inForce = dayNumber('2019-05-15');

/**
 * What the events (in order, as `clockEvents` gives them) made of an application by the evening of `on`; later ones
 * are not read. Refused: what the law does not allow or what does not fit together, each with its article.
 */
export function replay(events: readonly ClockEvent[], on: number, table: WorkdayTable): History | Refusal {
  const receipt = events.find(({ type }) => type === 'received')!;
  if (receipt.on < inForce)
    return unlawful(
      receipt,
      '现行条例自2019年5月15日起施行，此前收到的申请适用旧条例（15个工作日），不能按现行规定计算。',
      cite('tiaoli2019', '第五十六条'),
    );
  const received = receipt.on;
  const history: History = {
    received,
    periods: [{ start: received, why: 'received', extension: null, delayedTo: null }],
    consultations: [],
    waits: [],
    warnings: [],
    answered: null,
    withdrawn: null,
  };
  for (const event of events) {
    if (event.on > on || event === receipt) continue;
    if (event.on < received)
      return unlawful(event, `早于收到申请之日（${dayOfNumber(received)}）。请核对日期。`);
    if (history.answered !== null) return unlawful(event, '申请已经答复，此后的事件不能再计入。请核对日期。');
    const refusal = steps[event.type as keyof typeof steps](history, event, table);
    if (refusal !== undefined) return refusal;
  }
  return history;
}
