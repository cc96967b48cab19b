import type { ClockEntry } from '../../../domain/application/case.ts';
import { reckonEntries } from '../../../domain/application/case-clock.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { type Day, dayNumber, type WorkdayTable, workdayTable } from '../../../domain/workday/index.ts';
import { type CountScope, endedGroups } from '../../../store/application-counts.ts';
import { answeredPage, type EndedPlace } from '../../../store/late-answers.ts';
import { type CountedLine, countedLines } from '../../applications/counted-line.ts';
import { query } from '../../query.ts';

export interface LateQuery extends CountScope {
  readonly year: number;
  readonly after: string | null;
  readonly limit: number;
}

/** An answer given after its day. */
export interface LateLine extends CountedLine {
  /** The last day of its period. */
  readonly due: Day;
  /** Working days after it. */
  readonly by: number;
}

export interface LateAnswers {
  readonly total: number;
  readonly rows: readonly LateLine[];
  readonly next: string | null;
}

const readCursor = (text: string | null): EndedPlace | null => {
  const parts = /^([0-9a-f-]{36})\.(\d{4}-\d{2}-\d{2})\.([0-9a-f-]{36})$/.exec(text ?? '');
  return parts === null ? null : { agencyId: parts[1]!, endedOn: parts[2]!, id: parts[3]! };
};

/** By how much an answer was late, by the calendar as it now stands; null for one in time. */
function lateness(entries: readonly ClockEntry[], until: Day, table: WorkdayTable) {
  const reckoning = reckonEntries(entries, until, table);
  if (isRefusal(reckoning)) return null;
  const { answered } = reckoning.history;
  const { late, due } = reckoning.clock;
  if (!late || due === null || answered === null) return null;
  return { due, by: table.upTo(answered) - table.upTo(dayNumber(due)) };
}

/** The answers of a year that were given after their day (第三十三条), of one agency or of it and all below. */
export const lateAnswers = query({
  act: 'application.listCounted',
  subject: (_, { agencyId }: LateQuery) => ({ agencyId }),
  async run(context, { year, after, limit, ...scope }): Promise<LateAnswers> {
    const { store, calendar } = context;
    const until = `${year}-12-31` as Day;
    const table = workdayTable(calendar());
    const groups = await store.read((database) => endedGroups(database, scope, year));
    const late = groups.filter(({ clock }) => lateness(clock, until, table) !== null);
    const total = late.reduce((sum, { cases }) => sum + cases, 0);
    if (total === 0) return { total, rows: [], next: null };
    const clocks = [...new Map(late.map(({ clock }) => [JSON.stringify(clock), clock])).values()];
    const found = await store.read((database) =>
      answeredPage(database, scope, year, clocks, readCursor(after), limit + 1),
    );
    const shown = found.slice(0, limit);
    const names = new Map(shown.map((row) => [row.agency_id, row.agency]));
    const lines = await countedLines(context, shown, (id) => names.get(id) ?? '');
    const last = shown.at(-1);
    return {
      total,
      rows: lines.map((line, index) => ({ ...line, ...lateness(shown[index]!.clock, until, table)! })),
      next:
        found.length > limit && last !== undefined ? `${last.agency_id}.${last.ended_on}.${last.id}` : null,
    };
  },
});
