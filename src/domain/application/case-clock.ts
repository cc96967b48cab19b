import { deadlines } from '../../law/deadlines.ts';
import { type IntakeChannel, onlineReceiptDefault, receiptRules } from '../../law/intake.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import { type Day, dayNumber, type WorkdayTable } from '../workday/index.ts';
import type { ApplicationCase, ClockEntry, OrderedDay } from './case.ts';
import { type Clock, type Reckoning, reckon } from './clock.ts';
import { type ClockEvent, clockEvents } from './events.ts';

/** A consultation of another agency ends by itself where its letter was capped; events from outside never say so. */
function withCaps(events: readonly ClockEvent[], entries: readonly ClockEntry[]): readonly ClockEvent[] {
  const caps = entries.filter(({ type, cap }) => type === 'agencyAsked' && cap !== undefined);
  if (caps.length === 0) return events;
  return events.map((event) => {
    if (event.type !== 'agencyAsked') return event;
    const entry = caps.find(({ ref, on }) => (ref ?? null) === event.ref && dayNumber(on) === event.on);
    return entry === undefined ? event : { ...event, due: dayNumber(entry.cap!) };
  });
}

/**
 * The day that a decision set stands beside the period of 第三十三条, and nothing stops it: the earlier of both binds. What
 * was withdrawn or given up is owed no longer.
 */
function withOrder({ clock, history }: Reckoning, { day, by }: OrderedDay, table: WorkdayTable): Reckoning {
  const { state, due, on, left } = clock;
  if (state === 'withdrawn' || state === 'abandoned' || (due !== null && due <= day))
    return { clock, history };
  const last = dayNumber(day);
  const answered = history.answered !== null;
  return {
    history,
    clock: {
      ...clock,
      due: day,
      ordered: by,
      state: !answered && on > day ? 'overdue' : state,
      left: answered ? left : Math.min(left, Math.max(0, table.upTo(last) - table.upTo(dayNumber(on)))),
      late: answered && history.answered! > last,
    },
  };
}

/** The clock of a list of entries on a day; refused where they do not fit together. */
export function reckonEntries(
  entries: readonly ClockEntry[],
  on: Day,
  table: WorkdayTable,
): Reckoning | Refusal {
  const events = clockEvents(entries, table);
  if (isRefusal(events)) return events;
  const reckoning = reckon(withCaps(events, entries), table, on);
  const ordered = entries.find(({ type }) => type === 'received')?.ordered;
  return isRefusal(reckoning) || ordered === undefined ? reckoning : withOrder(reckoning, ordered, table);
}

/** The clock of a case on the evening of a day; null before receipt, or where the calendar does not reach. */
export function clockOf(state: ApplicationCase, on: Day, table: WorkdayTable): Clock | null {
  if (state.receivedOn === null || on < state.receivedOn) return null;
  const reckoning = reckonEntries(state.clock, on, table);
  return isRefusal(reckoning) ? null : reckoning.clock;
}

/** What the period of an open case is reckoned from; the channel matters only until receipt is confirmed. */
export interface RunningCase extends Pick<ApplicationCase, 'phase' | 'submittedOn' | 'clock'> {
  readonly channel: IntakeChannel | null;
}

/**
 * Whether an application sent in online still waits to be confirmed. Its period is reckoned meanwhile from the day the
 * system acknowledged it, the earlier and safe one (第三十一条第（三）项, `onlineReceiptDefault`).
 */
export const awaitsConfirmation = ({ phase, channel, submittedOn }: RunningCase): boolean =>
  phase === 'submitted' &&
  submittedOn !== null &&
  onlineReceiptDefault.by === 'acknowledged' &&
  receiptRules.some((rule) => rule.channel === channel && rule.by === 'confirmed');

/** What a clock runs by: what was entered, or before receipt is confirmed the acknowledgement alone. */
export const runningEntries = (state: RunningCase): readonly ClockEntry[] =>
  awaitsConfirmation(state) ? [{ type: 'received', on: state.submittedOn! }] : state.clock;

/** `unconfirmed`: reckoned from the acknowledgement of the system; the day of receipt is still to be fixed. */
export interface RunningClock extends Clock {
  readonly unconfirmed: boolean;
}

/** The clock by which a case is watched; null where nothing runs, or where the calendar does not reach. */
export function runningClock(state: RunningCase, on: Day, table: WorkdayTable): RunningClock | null {
  const entries = runningEntries(state);
  if (!entries.some((entry) => entry.type === 'received' && entry.on <= on)) return null;
  const reckoning = reckonEntries(entries, on, table);
  return isRefusal(reckoning) ? null : { ...reckoning.clock, unconfirmed: awaitsConfirmation(state) };
}

const begins: ReadonlySet<ClockEntry['type']> = new Set(['correctionReceived', 'feePaid']);

/** The day on which the period began anew, the last time; null where it is the one from receipt. */
export const begunAnewOn = (entries: readonly ClockEntry[]): Day | null =>
  entries.reduce<Day | null>(
    (last, { type, on }) => (begins.has(type) && (last === null || on > last) ? on : last),
    null,
  );

/**
 * Working days added to the period that runs; null where none were. An extension lapses with its period: the next one
 * may be extended anew (第三十三条第二款). What begins a period comes first within a day.
 */
export function extensionOf(entries: readonly ClockEntry[]): number | null {
  const start = begunAnewOn(entries) ?? '';
  const told = entries.findLast(({ type, on }) => type === 'extended' && on >= start);
  return told === undefined ? null : (told.days ?? deadlines.extensionAtMost.workdays);
}
