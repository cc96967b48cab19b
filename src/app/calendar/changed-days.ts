import { type Calendar, type Day, type WorkdayTable, workdayTable } from '../../domain/workday/index.ts';
import { type OpenClock, openClocks } from '../../store/application-lists.ts';
import type { Store } from '../../store/store.ts';
import { listedClock } from '../applications/listed-case.ts';

/** An open case whose last day is another one by another calendar. */
export interface ChangedDay {
  readonly agencyId: string;
  readonly id: string;
  readonly number: string;
  readonly holderId: string | null;
  /** Null where the calendar does not reach, or no such day exists. */
  readonly from: Day | null;
  readonly to: Day | null;
}

const casesAtOnce = 2_000;

/** Null for a case whose period no longer runs. */
function dueOf(row: OpenClock, today: Day, table: WorkdayTable): Day | null {
  const reckoned = listedClock(row, today, table);
  return reckoned === null || reckoned.state === 'answered' ? null : reckoned.due;
}

/** Every open case whose due day differs between two calendars, the nearest new day first. */
export async function changedDays(
  database: Parameters<Parameters<Store['read']>[0]>[0],
  before: Calendar,
  after: Calendar,
  today: Day,
): Promise<readonly ChangedDay[]> {
  const [was, is] = [workdayTable(before), workdayTable(after)];
  const changed: ChangedDay[] = [];
  let last: OpenClock | null = null;
  for (;;) {
    const rows: readonly OpenClock[] = await openClocks(database, last, casesAtOnce);
    for (const row of rows) {
      const [from, to] = [dueOf(row, today, was), dueOf(row, today, is)];
      if (from !== to)
        changed.push({
          agencyId: row.agency_id,
          id: row.id,
          number: row.number ?? row.receipt_number,
          holderId: row.holder_id,
          from,
          to,
        });
    }
    if (rows.length < casesAtOnce) break;
    last = rows.at(-1)!;
  }
  return changed.sort((a, b) => (a.to ?? '9999').localeCompare(b.to ?? '9999'));
}
