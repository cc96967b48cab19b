import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { type Day, dayNumber, dayOfNumber, type WorkdayTable } from '../workday/index.ts';
import { dueDay, givenUp, lengthOf } from './due.ts';
import type { ClockEvent } from './events.ts';
import {
  type ClockWarning,
  countedDays,
  endOf,
  gapsOf,
  type History,
  openWaits,
  periodOf,
} from './history.ts';
import { replay } from './replay.ts';

export type ClockState = 'withdrawn' | 'answered' | 'abandoned' | 'overdue' | 'paused' | 'running';

/** How an application stands on the evening of a day. */
export interface Clock {
  /** Last day of the period; null when no such day exists. */
  readonly due: Day | null;
  readonly state: ClockState;
  /** Counted days, past the due day too. */
  readonly used: number;
  readonly left: number;
  /** Answered after the due day. */
  readonly late: boolean;
  /** A day on the way lies in the year whose 调休 is not known yet. */
  readonly provisional: boolean;
  readonly warnings: readonly ClockWarning[];
  readonly on: Day;
  /** `due` is the day that a decision of review or court set, and who set it; absent where the period itself ends first. */
  readonly ordered?: 'review' | 'suit';
}

/** A clock with what it was made of, for its account. */
export interface Reckoning {
  readonly clock: Clock;
  readonly history: History;
}

/** Somebody asked may still answer: neither has he, nor is his 15th working day past. */
const waitsForSomebody = (history: History, on: number): boolean =>
  openWaits(history).length > 0 ||
  history.consultations.some((one) => one.answered === null && on <= endOf(one));

function stateOf(history: History, due: number | null, on: number): ClockState {
  if (history.withdrawn !== null) return 'withdrawn';
  if (history.answered !== null) return 'answered';
  if (givenUp(history, on)) return 'abandoned';
  if (due !== null && on > due) return 'overdue';
  return waitsForSomebody(history, on) ? 'paused' : 'running';
}

/** With a day fixed under 第三十五条 the working days up to it; while something is waited for they stand still. */
function daysLeft(history: History, used: number, until: number, table: WorkdayTable): number {
  const { delayedTo } = periodOf(history);
  if (delayedTo === null) return Math.max(0, lengthOf(history) - used);
  const now = Math.min(until, ...openWaits(history).map(({ sent }) => sent));
  return Math.max(0, table.upTo(delayedTo) - table.upTo(now));
}

/**
 * The clock of an application (条例第三十条至第三十五条) on the evening of `on`, by default the day of the last event.
 * `events` as `clockEvents` gives them. Refused: events that do not fit together or that the law does not allow.
 */
export function reckon(
  events: readonly ClockEvent[],
  table: WorkdayTable,
  on: Day | null = null,
): Reckoning | Refusal {
  const asOf = on === null ? events.at(-1)!.on : dayNumber(on);
  const receipt = events.find(({ type }) => type === 'received')!;
  if (asOf < receipt.on)
    return refuse(
      'clock.on',
      `查询日${dayOfNumber(asOf)}早于收到申请之日${dayOfNumber(receipt.on)}。请核对日期。`,
    );
  const history = replay(events, asOf, table);
  if (isRefusal(history)) return history;
  const due = dueDay(history, asOf, table);
  if (isRefusal(due)) return due;
  const until = history.answered ?? asOf;
  const used = countedDays(periodOf(history).start, until, gapsOf(history), table);
  const clock: Clock = {
    due: due === null ? null : table.dayOf(due),
    state: stateOf(history, due, asOf),
    used,
    left: daysLeft(history, used, until, table),
    late: history.answered !== null && due !== null && history.answered > due,
    provisional: Math.max(until, due ?? until) >= table.provisionalFrom,
    warnings: history.warnings,
    on: table.dayOf(asOf),
  };
  return { clock, history };
}
