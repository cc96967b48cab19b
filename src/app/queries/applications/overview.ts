import type { ClockEntry } from '../../../domain/application/case.ts';
import { reckonEntries } from '../../../domain/application/case-clock.ts';
import { applicationCells, type Cells } from '../../../domain/application/counting.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { type Day, type WorkdayTable, workdayTable } from '../../../domain/workday/index.ts';
import {
  type CountScope,
  caseGroups,
  endedGroups,
  feeFigures,
  type ReceivedGroup,
  receivedGroups,
} from '../../../store/application-counts.ts';
import { query } from '../../query.ts';

export interface OverviewQuery extends CountScope {
  readonly year: number;
}

/** How answers stood to their days: how many, how many in time, the middle of the working days; null with none. */
export interface Timeliness {
  readonly cases: number;
  readonly inTime: number;
  readonly medianDays: number | null;
}

type Counts = Readonly<Record<string, number>>;

/** A month of the year in figures. */
export interface OverviewMonth {
  /** From 1. */
  readonly month: number;
  readonly received: number;
  readonly ended: number;
  readonly answered: Timeliness;
  /** Of those received. */
  readonly byKind: Counts;
  readonly byChannel: Counts;
  /** Of those ended, by rows of table 三. */
  readonly byOutcome: Counts;
}

export interface ApplicationOverview {
  /** All twelve. */
  readonly months: readonly OverviewMonth[];
  /** Cells of table 三 of the year, for outcomes, grounds and kinds. */
  readonly cells: Cells;
  readonly byChannel: Counts;
  readonly answered: Timeliness;
  readonly fees: { readonly notices: number; readonly noticed: number; readonly collected: number };
}

interface Weighted {
  readonly value: number;
  readonly weight: number;
}

/** The value at the middle of weighted ones. */
function median(values: readonly Weighted[]): number | null {
  const sorted = [...values].sort((a, b) => a.value - b.value);
  const half = sorted.reduce((sum, { weight }) => sum + weight, 0) / 2;
  let seen = 0;
  for (const { value, weight } of sorted) {
    seen += weight;
    if (seen >= half) return value;
  }
  return null;
}

/** A clock is reckoned once, however many cases of whatever outcome have it. */
function reckoner(until: Day, table: WorkdayTable) {
  const known = new Map<string, { readonly days: number; readonly late: boolean } | null>();
  return (entries: readonly ClockEntry[]) => {
    const key = JSON.stringify(entries);
    const before = known.get(key);
    if (before !== undefined) return before;
    const reckoning = reckonEntries(entries, until, table);
    const clock = isRefusal(reckoning) ? null : reckoning.clock;
    const found = clock?.state === 'answered' ? { days: clock.used, late: clock.late } : null;
    known.set(key, found);
    return found;
  };
}

interface Answered {
  readonly month: number;
  readonly outcome: string;
  readonly cases: number;
  /** Null for what ended without an answer. */
  readonly time: { readonly days: number; readonly late: boolean } | null;
}

function timeliness(ended: readonly Answered[]): Timeliness {
  const answered = ended.flatMap(({ cases, time }) => (time === null ? [] : [{ cases, ...time }]));
  const sum = (some: typeof answered): number => some.reduce((total, { cases }) => total + cases, 0);
  return {
    cases: sum(answered),
    inTime: sum(answered.filter(({ late }) => !late)),
    medianDays: median(answered.map(({ days, cases }) => ({ value: days, weight: cases }))),
  };
}

function counted<Row extends { readonly cases: number }>(
  rows: readonly Row[],
  by: (row: Row) => string,
): Counts {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[by(row)] = (counts[by(row)] ?? 0) + row.cases;
  return counts;
}

const total = (rows: readonly { readonly cases: number }[]): number =>
  rows.reduce((sum, { cases }) => sum + cases, 0);

const monthOf =
  (received: readonly ReceivedGroup[], ended: readonly Answered[]) =>
  (_: unknown, index: number): OverviewMonth => {
    const month = index + 1;
    const came = received.filter((row) => row.month === month);
    const went = ended.filter((row) => row.month === month);
    return {
      month,
      received: total(came),
      ended: total(went),
      answered: timeliness(went),
      byKind: counted(came, ({ kind }) => kind),
      byChannel: counted(came, ({ channel }) => channel),
      byOutcome: counted(went, ({ outcome }) => outcome),
    };
  };

/** A year of applications in figures. Whether answers were in time is reckoned by the calendar as it now stands. */
export const applicationOverview = query({
  act: 'application.count',
  subject: (_, { agencyId }: OverviewQuery) => ({ agencyId }),
  async run({ store, calendar }, { year, ...scope }): Promise<ApplicationOverview> {
    const [first, until] = [`${year}-01-01` as Day, `${year}-12-31` as Day];
    const [received, endings, groups, fees] = await store.read((database) =>
      Promise.all([
        receivedGroups(database, scope, year),
        endedGroups(database, scope, year),
        caseGroups(database, scope, first, until),
        feeFigures(database, scope, first, until),
      ]),
    );
    const time = reckoner(until, workdayTable(calendar()));
    const ended = endings.map(({ clock, ...row }): Answered => ({ ...row, time: time(clock) }));
    return {
      months: Array.from({ length: 12 }, monthOf(received, ended)),
      cells: applicationCells(groups),
      byChannel: counted(received, ({ channel }) => channel),
      answered: timeliness(ended),
      fees,
    };
  },
});
