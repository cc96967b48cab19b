import { appealCells } from '../../../domain/appeal/counting.ts';
import { applicationCells, type Cells } from '../../../domain/application/counting.ts';
import type { Day } from '../../../domain/workday/index.ts';
import { appealGroups, type CountScope, caseGroups } from '../../../store/application-counts.ts';
import { shanghaiDay } from '../../calendar-years.ts';
import { query } from '../../query.ts';

export interface TablesQuery extends CountScope {
  readonly year: number;
  /** First day looked at; null for the first of the year. */
  readonly from?: Day | null;
  /** Last day looked at; null for the end of the year, or today while it runs. */
  readonly until: Day | null;
}

export interface YearTables {
  readonly year: number;
  readonly first: Day;
  readonly until: Day;
  /** Cells of tables 三 and 四 by their ids. */
  readonly cells: Cells;
}

/** Tables 三 and 四 of an agency, or of it and all below it, one grouped query each. */
export const yearTables = query({
  act: 'application.count',
  subject: (_, { agencyId }: TablesQuery) => ({ agencyId }),
  async run({ store, now }, { year, from, until, ...scope }): Promise<YearTables> {
    const first = from ?? (`${year}-01-01` as Day);
    const today = shanghaiDay(now());
    const end = `${year}-12-31` as Day;
    const last = until ?? (today >= first && today < end ? today : end);
    const [cases, appeals] = await store.read((database) =>
      Promise.all([caseGroups(database, scope, first, last), appealGroups(database, scope, first, last)]),
    );
    return { year, first, until: last, cells: { ...applicationCells(cases), ...appealCells(appeals) } };
  },
});
