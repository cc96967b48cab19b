import { isRefusal, type Refusal } from '../refusal.ts';
import type { Day, WorkdayTable } from '../workday/index.ts';
import type { ApplicationCase, ClockEntry } from './case.ts';
import { type Clock, type Reckoning, reckon } from './clock.ts';
import { clockEvents } from './events.ts';

/** The clock of a list of entries on a day; refused where they do not fit together. */
export function reckonEntries(
  entries: readonly ClockEntry[],
  on: Day,
  table: WorkdayTable,
): Reckoning | Refusal {
  const events = clockEvents(entries, table);
  return isRefusal(events) ? events : reckon(events, table, on);
}

/** The clock of a case on the evening of a day; null before receipt, or where the calendar does not reach. */
export function clockOf(state: ApplicationCase, on: Day, table: WorkdayTable): Clock | null {
  if (state.receivedOn === null || on < state.receivedOn) return null;
  const reckoning = reckonEntries(state.clock, on, table);
  return isRefusal(reckoning) ? null : reckoning.clock;
}
