import { type DueAct, type DueActKind, dueActs } from '../../../domain/application/due-acts.ts';
import type { Phase } from '../../../domain/application/phases.ts';
import { type Day, workdayTable } from '../../../domain/workday/index.ts';
import type { CountScope } from '../../../store/application-counts.ts';
import { type DueGroup, dueGroups, duePage } from '../../../store/open-cases.ts';
import { type CountedLine, countedLines } from '../../applications/counted-line.ts';
import { openCase } from '../../applications/listed-case.ts';
import { shanghaiDay } from '../../calendar-years.ts';
import type { AppContext } from '../../context.ts';
import { query } from '../../query.ts';

export interface DueMonthQuery extends CountScope {
  /** YYYY-MM. */
  readonly month: string;
  /** A day of which the cases are listed; null for none. */
  readonly day: Day | null;
  readonly after: string | null;
  readonly limit: number;
}

/** So many cases in a phase whose act of a kind is due. */
export interface DueCount {
  readonly kind: DueActKind;
  readonly phase: Phase;
  readonly cases: number;
}

/** What is due on one day. A case with two acts due counts once in `cases`. */
export interface DueDay {
  readonly day: Day;
  readonly cases: number;
  readonly counts: readonly DueCount[];
}

export interface DueLine extends CountedLine {
  readonly acts: readonly DueAct[];
}

export interface DueMonth {
  readonly month: string;
  readonly today: Day;
  /** Days of the month on which something is due, in their order. */
  readonly days: readonly DueDay[];
  /** Answers owed whose day lies before the month. */
  readonly overdueBefore: number;
  /** Of the day asked for. */
  readonly rows: readonly DueLine[];
  readonly next: string | null;
}

interface Reckoned {
  readonly group: DueGroup;
  readonly cases: number;
  readonly acts: readonly DueAct[];
}

const actsOf = (group: DueGroup, today: Day, table: ReturnType<typeof workdayTable>) =>
  dueActs(openCase(group, group.corrected ? {} : null), today, table);

function daysOf(reckoned: readonly Reckoned[], month: string): readonly DueDay[] {
  const days = new Map<Day, { cases: number; counts: Map<string, DueCount> }>();
  for (const { group, cases, acts } of reckoned) {
    const here = acts.filter(({ on }) => on.startsWith(month));
    for (const on of new Set(here.map((act) => act.on))) {
      const day = days.get(on) ?? { cases: 0, counts: new Map<string, DueCount>() };
      day.cases += cases;
      for (const kind of new Set(here.filter((act) => act.on === on).map((act) => act.kind))) {
        const key = kind === 'answer' ? `answer ${group.phase}` : kind;
        const before = day.counts.get(key)?.cases ?? 0;
        day.counts.set(key, { kind, phase: group.phase, cases: before + cases });
      }
      days.set(on, day);
    }
  }
  return [...days]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([day, { cases, counts }]) => ({ day, cases, counts: [...counts.values()] }));
}

const readCursor = (text: string | null) => {
  const parts = /^([0-9a-f-]{36})\.([0-9a-f-]{36})$/.exec(text ?? '');
  return parts === null ? null : { agencyId: parts[1]!, id: parts[2]! };
};

async function casesOf(
  context: AppContext,
  { agencyId, below, day, after, limit }: DueMonthQuery,
  reckoned: readonly Reckoned[],
): Promise<Pick<DueMonth, 'rows' | 'next'>> {
  const due = reckoned.filter(({ acts }) => acts.some(({ on }) => on === day));
  if (day === null || due.length === 0) return { rows: [], next: null };
  const groups = due.map(({ group }) => group);
  const found = await context.store.read((database) =>
    duePage(database, { agencyId, below }, groups, readCursor(after), limit + 1),
  );
  const shown = found.slice(0, limit);
  const names = new Map(shown.map((row) => [row.agency_id, row.agency]));
  const lines = await countedLines(context, shown, (id) => names.get(id) ?? '');
  const [today, table] = [shanghaiDay(context.now()), workdayTable(context.calendar())];
  const last = shown.at(-1);
  return {
    rows: lines.map((line, index) => {
      const row = shown[index]!;
      const acts = dueActs(openCase(row, row.state.correction), today, table);
      return { ...line, acts: acts.filter(({ on }) => on === day) };
    }),
    next: found.length > limit && last !== undefined ? `${last.agency_id}.${last.id}` : null,
  };
}

async function run(context: AppContext, input: DueMonthQuery): Promise<DueMonth> {
  const { month, agencyId, below } = input;
  const today = shanghaiDay(context.now());
  const table = workdayTable(context.calendar());
  const groups = await context.store.read((database) => dueGroups(database, { agencyId, below }));
  const reckoned = groups.map(
    ({ cases, ...group }): Reckoned => ({
      group,
      cases,
      acts: actsOf(group, today, table),
    }),
  );
  const owed = reckoned.filter(({ acts }) =>
    acts.some(({ kind, on }) => kind === 'answer' && on < today && on < `${month}-01`),
  );
  return {
    month,
    today,
    days: daysOf(reckoned, month),
    overdueBefore: owed.reduce((sum, { cases }) => sum + cases, 0),
    ...(await casesOf(context, input, reckoned)),
  };
}

/** The last days of the open cases of one's own agency, a month at a time. */
export const dueMonth = query({
  act: 'application.list',
  subject: (_, { agencyId }: DueMonthQuery) => ({ agencyId }),
  run,
});

/** The same of an agency below, or of all below with it; who applied and for what is not shown. */
export const dueMonthBelow = query({
  act: 'application.listCounted',
  subject: (_, { agencyId }: DueMonthQuery) => ({ agencyId }),
  run,
});
