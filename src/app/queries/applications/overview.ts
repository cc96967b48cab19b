import { applicationCells, type Cells } from '../../../domain/application/counting.ts';
import { type Day, workdayTable } from '../../../domain/workday/index.ts';
import {
  type CountScope,
  caseGroups,
  channelRows,
  endedClocks,
  feeFigures,
  type MonthRow,
  monthRows,
} from '../../../store/application-counts.ts';
import { listedClock } from '../../applications/listed-case.ts';
import { query } from '../../query.ts';

export interface OverviewQuery extends CountScope {
  readonly year: number;
}

export interface ApplicationOverview {
  readonly months: readonly MonthRow[];
  readonly channels: readonly { readonly channel: string; readonly cases: number }[];
  /** Cells of table 三 of the year, for outcomes, grounds and kinds. */
  readonly cells: Cells;
  /** Answered in the year: how many, how many in time, the middle of the working days they took; null with none. */
  readonly answered: {
    readonly cases: number;
    readonly inTime: number;
    readonly medianDays: number | null;
  };
  readonly fees: { readonly notices: number; readonly noticed: number; readonly collected: number };
}

/** The value at the middle of weighted ones. */
function median(values: readonly { readonly value: number; readonly weight: number }[]): number | null {
  const sorted = [...values].sort((a, b) => a.value - b.value);
  const half = sorted.reduce((sum, { weight }) => sum + weight, 0) / 2;
  let seen = 0;
  for (const { value, weight } of sorted) {
    seen += weight;
    if (seen >= half) return value;
  }
  return null;
}

/** A year of applications in figures. Whether answers were in time is reckoned by the calendar as it now stands. */
export const applicationOverview = query({
  act: 'application.count',
  subject: (_, { agencyId }: OverviewQuery) => ({ agencyId }),
  async run({ store, calendar }, { year, ...scope }): Promise<ApplicationOverview> {
    const [first, until] = [`${year}-01-01` as Day, `${year}-12-31` as Day];
    const table = workdayTable(calendar());
    const [months, channels, groups, clocks, fees] = await store.read((database) =>
      Promise.all([
        monthRows(database, scope, year),
        channelRows(database, scope, year),
        caseGroups(database, scope, first, until),
        endedClocks(database, scope, first, until),
        feeFigures(database, scope, first, until),
      ]),
    );
    const answered = clocks.flatMap(({ clock: entries, cases }) => {
      const clock = listedClock(entries, until, table);
      return clock === null || clock.state !== 'answered' ? [] : [{ clock, cases }];
    });
    const sum = (some: typeof answered): number => some.reduce((total, { cases }) => total + cases, 0);
    return {
      months,
      channels,
      cells: applicationCells(groups),
      answered: {
        cases: sum(answered),
        inTime: sum(answered.filter(({ clock }) => !clock.late)),
        medianDays: median(answered.map(({ clock, cases }) => ({ value: clock.used, weight: cases }))),
      },
      fees,
    };
  },
});
