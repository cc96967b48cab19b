import { type AppealDue, appealDues } from '../../domain/appeal/due.ts';
import { type Day, workdayTable } from '../../domain/workday/index.ts';
import { appealKindNames, dispositions } from '../../law/appeals.ts';
import { type OwedAppeal, owedAppeals } from '../../store/appeals.ts';
import { shanghaiDay } from '../calendar-years.ts';
import type { AppContext } from '../context.ts';
import { appealOf } from './appeal-record.ts';

/** What an agency owes in one appeal. Nothing of it is sealed: neither who went against it nor for what. */
export interface Owed {
  readonly row: OwedAppeal;
  /** Its kind, with the number of the application it is over: 行政复议 2026-0012. */
  readonly about: string;
  readonly path: string;
  readonly dues: readonly AppealDue[];
}

const ordering = dispositions.filter(({ reopens }) => reopens).map(({ id }) => id);
/** More than any agency has open at once. */
const most = 500;

/** Open appeals of agencies, and those that ordered a new answer which nobody began, each with what is due in it. */
export async function owedIn(context: AppContext, agencies: readonly string[]): Promise<readonly Owed[]> {
  const rows = await context.store.read((database) => owedAppeals(database, agencies, ordering, most));
  const today = shanghaiDay(context.now());
  const table = workdayTable(context.calendar());
  return rows.map((row) => ({
    row,
    about: `${appealKindNames[row.kind]}${row.number === null ? '' : ` ${row.number}`}`,
    path: `/office/appeals/${row.id}`,
    dues: appealDues(
      {
        ...appealOf(row),
        hearingOn: row.hearing_on as Day | null,
        reopened: row.reopened_id !== null || row.application_id === null,
      },
      today,
      table,
    ),
  }));
}
