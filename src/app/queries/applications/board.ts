import type { Phase } from '../../../domain/application/phases.ts';
import { workdayTable } from '../../../domain/workday/index.ts';
import { openGroups, openPage } from '../../../store/application-lists.ts';
import { openPhases } from '../../applications/case-record.ts';
import { type ListedCase, listedCases, unopenedSince } from '../../applications/listed-case.ts';
import { distinctClocks, ranked, type Urgency, urgencies, urgencyOf } from '../../applications/urgency.ts';
import { shanghaiDay } from '../../calendar-years.ts';
import { type GroupLine, openGroupLines } from '../../groups/group-summary.ts';
import { query } from '../../query.ts';

export interface BoardQuery {
  readonly agencyId: string;
  readonly phases: readonly Phase[] | null;
  readonly urgency: Urgency | null;
  readonly mine: boolean;
  /** Only what nobody looked at for two working days. */
  readonly unopened?: boolean;
  readonly after: string | null;
  readonly limit: number;
}

export interface Board {
  /** Those that are handled one by one. */
  readonly rows: readonly ListedCase[];
  /** Those of one content, a line each group; counted in the totals with all of theirs. */
  readonly groups: readonly GroupLine[];
  readonly next: string | null;
  readonly total: number;
  readonly byPhase: Readonly<Partial<Record<Phase, number>>>;
  readonly byUrgency: Readonly<Record<Urgency, number>>;
}

interface Reckoned {
  readonly phase: Phase;
  readonly cases: number;
  readonly urgency: Urgency;
}
const readCursor = (text: string | null): { rank: string; id: string } | null => {
  const parts = /^(\d[\d-]{10})\.([0-9a-f-]{36})$/.exec(text ?? '');
  return parts === null ? null : { rank: parts[1]!, id: parts[2]! };
};

function tally(groups: readonly Reckoned[]): Pick<Board, 'total' | 'byPhase' | 'byUrgency'> {
  const byPhase: Partial<Record<Phase, number>> = {};
  const byUrgency = Object.fromEntries(urgencies.map((each) => [each, 0])) as Record<Urgency, number>;
  for (const { phase, urgency, cases } of groups) {
    byPhase[phase] = (byPhase[phase] ?? 0) + cases;
    byUrgency[urgency] += cases;
  }
  return { total: groups.reduce((sum, { cases }) => sum + cases, 0), byPhase, byUrgency };
}

const partsOf = ({ parts }: GroupLine): readonly Reckoned[] =>
  parts.flatMap(({ phase, cases, clock }) =>
    openPhases.has(phase) ? [{ phase, cases, urgency: urgencyOf(clock) }] : [],
  );

/** The open cases of an agency by state and days left. Each distinct clock is reckoned once, for today. */
export const board = query({
  act: 'application.list',
  subject: (_, { agencyId }: BoardQuery) => ({ agencyId }),
  async run(context, asked): Promise<Board> {
    const { store, actor } = context;
    const today = shanghaiDay(context.now());
    const table = workdayTable(context.calendar());
    const [groups, lines] = await Promise.all([
      store.read((database) => openGroups(database, asked.agencyId)),
      openGroupLines(context, asked.agencyId),
    ]);
    const reckoned = ranked(groups, today, table);
    const wanted = reckoned.filter(
      ({ phase, urgency }) =>
        (asked.phases === null || asked.phases.includes(phase)) &&
        (asked.urgency === null || asked.urgency === urgency),
    );
    const ranks = distinctClocks(wanted);
    const holderId = asked.mine && typeof actor !== 'string' ? actor.accountId : null;
    const rows = await store.read((database) =>
      openPage(
        database,
        {
          agencyId: asked.agencyId,
          phases: asked.phases,
          holderId,
          unopenedSince: asked.unopened ? unopenedSince(today, table) : null,
        },
        ranks,
        readCursor(asked.after),
        asked.limit + 1,
      ),
    );
    const shown = rows.slice(0, asked.limit);
    const last = shown.at(-1);
    return {
      rows: await listedCases(context, shown),
      next: rows.length > asked.limit && last !== undefined ? `${last.rank}.${last.id}` : null,
      groups: lines,
      ...tally([...reckoned, ...lines.flatMap(partsOf)]),
    };
  },
});
