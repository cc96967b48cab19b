import { isRefusal } from '../refusal.ts';
import { type Calendar, dayStatus, yearState } from './calendar.ts';
import { type Day, dayNumber, dayOfNumber, formatDay } from './day.ts';

/**
 * The working days of a calendar laid out for reckoning without walking: a day is its number since 1970-01-01, as
 * `dayNumber` gives it. It covers the known years from the earliest without a gap, and the provisional year after.
 */
export interface WorkdayTable {
  /** First and last day covered. */
  readonly first: number;
  readonly last: number;
  /** First day of the provisional year; beyond `last` when there is none. */
  readonly provisionalFrom: number;
  /** Working days in (first − 1, day]. */
  readonly upTo: (day: number) => number;
  /** The day on which `upTo` becomes that count; null beyond the calendar. */
  readonly dayOfCount: (count: number) => number | null;
  readonly isWorkday: (day: number) => boolean;
  /** Number of a day written out; undefined when it does not exist or is not covered. */
  readonly numberOf: (day: string) => number | undefined;
  readonly dayOf: (number: number) => Day;
}

const tables = new WeakMap<Calendar, WorkdayTable>();

function knownYears(calendar: Calendar): { readonly first: number; readonly last: number } {
  const known = [...calendar.years.keys()].sort((a, b) => b - a);
  const last = known[0]!;
  let first = last;
  while (calendar.years.has(first - 1)) first -= 1;
  return { first, last };
}

/** The table of a calendar, built once for each. */
export function workdayTable(calendar: Calendar): WorkdayTable {
  const known = tables.get(calendar);
  if (known !== undefined) return known;
  const { first: firstYear, last: lastKnown } = knownYears(calendar);
  const end = yearState(lastKnown + 1, calendar) === 'provisional' ? lastKnown + 1 : lastKnown;
  const first = dayNumber(formatDay(firstYear, 1, 1));
  const last = dayNumber(formatDay(end, 12, 31));
  const counts = new Int32Array(last - first + 1);
  const days: number[] = [0];
  const written: Day[] = [];
  const numbers = new Map<string, number>();
  for (let day = first; day <= last; day += 1) {
    const text = dayOfNumber(day);
    written.push(text);
    numbers.set(text, day);
    const status = dayStatus(text, calendar);
    if (!isRefusal(status) && status.workday) days.push(day);
    counts[day - first] = days.length - 1;
  }
  const table: WorkdayTable = {
    first,
    last,
    provisionalFrom: dayNumber(formatDay(lastKnown + 1, 1, 1)),
    upTo: (day) => (day < first ? 0 : (counts[Math.min(day, last) - first] ?? 0)),
    dayOfCount: (count) => days[count] ?? null,
    numberOf: (day) => numbers.get(day),
    dayOf: (number) => written[number - first] ?? dayOfNumber(number),
    isWorkday: (day) => day > first && counts[day - first] !== counts[day - 1 - first],
  };
  tables.set(calendar, table);
  return table;
}

/** The `count`-th working day after a day; null beyond the calendar. */
export const workdayAfter = (day: number, count: number, table: WorkdayTable): number | null =>
  table.dayOfCount(table.upTo(day) + count);

/** The day itself when it is a working day, else the next one; null beyond the calendar. */
export const workdayOnOrAfter = (day: number, table: WorkdayTable): number | null =>
  table.dayOfCount(table.upTo(day - 1) + 1);
