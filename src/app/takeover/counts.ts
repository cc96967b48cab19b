import {
  applicationCells,
  type Cells,
  type CountedGroup,
  countedCase,
} from '../../domain/application/counting.ts';
import type { TakenRow } from '../../domain/takeover/check-rows.ts';
import type { Day } from '../../domain/workday/index.ts';
import { caseGroups } from '../../store/application-counts.ts';
import type { Database } from '../../store/database.ts';
import { carriedOutOf } from '../../store/takeovers.ts';

/** Table 三 of the running year so far. */
export interface TakeoverCounts {
  readonly year: number;
  readonly before: Cells;
  readonly taken: Cells;
  readonly after: Cells;
  /** What the report of the year before carried over into this one; null where it is not known here. */
  readonly carriedBefore: number | null;
}

function groupsOf(rows: readonly TakenRow[], first: Day): readonly CountedGroup[] {
  return rows.flatMap(({ state }) => {
    const counted = countedCase(state);
    if (counted === null) return [];
    const { kind, receivedOn, ended } = counted;
    return [{ kind, carried: receivedOn < first, outcome: ended?.outcome ?? null, cases: 1 }];
  });
}

/** What table 三 says before and after, and what of it comes from the file. */
export async function takeoverCounts(
  database: Database,
  agencyId: string,
  rows: readonly TakenRow[],
  today: Day,
): Promise<TakeoverCounts> {
  const year = Number(today.slice(0, 4));
  const first = `${year}-01-01` as Day;
  const present = await caseGroups(database, { agencyId, below: false }, first, today);
  const taken = groupsOf(rows, first);
  return {
    year,
    before: applicationCells(present),
    taken: applicationCells(taken),
    after: applicationCells([...present, ...taken]),
    carriedBefore: await carriedOutOf(database, agencyId, year - 1),
  };
}
