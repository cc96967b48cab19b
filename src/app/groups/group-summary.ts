import { begunAnewOn, type RunningClock } from '../../domain/application/case-clock.ts';
import type { Phase } from '../../domain/application/phases.ts';
import type { Day, WorkdayTable } from '../../domain/workday/index.ts';
import { workdayTable } from '../../domain/workday/index.ts';
import {
  countParts,
  type GroupRow,
  groupById,
  openGroupRows,
  updateGroup,
} from '../../store/application-groups.ts';
import type { CaseRef } from '../../store/applications.ts';
import type { GroupPart } from '../../store/group-tables.ts';
import { openPhases } from '../applications/case-record.ts';
import { listedClock } from '../applications/listed-case.ts';
import { openJson } from '../applications/sealing.ts';
import { shanghaiDay } from '../calendar-years.ts';
import type { AppContext } from '../context.ts';
import { aboutGroup } from './group-record.ts';

/** A group as one line: how many, where they stand, from when to when they came, what is due first. */
export interface GroupLine {
  readonly agencyId: string;
  readonly id: string;
  readonly title: string;
  readonly members: number;
  readonly open: number;
  readonly byPhase: Readonly<Partial<Record<Phase, number>>>;
  readonly firstOn: Day;
  readonly lastOn: Day;
  /** Of the one that is due first among those not answered; null where none runs. */
  readonly clock: RunningClock | null;
  readonly parts: readonly ReckonedPart[];
  readonly countedAt: Date;
}

/** Applications of a group that stand alike, their clock reckoned for today. */
export interface ReckonedPart extends Omit<GroupPart, 'clock'> {
  readonly clock: RunningClock | null;
  /** When their period began anew; null where it is the one from receipt. */
  readonly begunAnewOn: Day | null;
}

const sum = (parts: readonly { readonly cases: number }[]): number =>
  parts.reduce((total, { cases }) => total + cases, 0);

/** Groups up to this size are counted each time they are looked at, larger ones when their count is old. */
const small = 1_000;
const longestMs = 60_000;

/** Counts a group anew and keeps the count; with the last open application it ends. */
export async function countGroup(context: AppContext, ref: CaseRef): Promise<GroupRow | null> {
  const parts = await context.store.read((database) => countParts(database, ref));
  const open = parts.some(({ phase }) => openPhases.has(phase));
  await context.store.write((transaction) =>
    updateGroup(transaction, ref, {
      summary: JSON.stringify(parts),
      counted_at: context.now(),
      ...(open ? {} : { open: false }),
    }),
  );
  return context.store.read((database) => groupById(database, ref));
}

function isFresh({ summary, counted_at }: GroupRow, now: Date): boolean {
  if (summary === null || counted_at === null) return false;
  return sum(summary) > small && now.getTime() - counted_at.getTime() < longestMs;
}

const dueFirst = (one: RunningClock | null, other: RunningClock | null): RunningClock | null =>
  one?.due == null ? other : other?.due == null || one.due <= other.due ? one : other;

const runs = ({ clock, phase }: ReckonedPart): boolean =>
  openPhases.has(phase) && clock !== null && clock.state !== 'answered' && clock.state !== 'withdrawn';

/** Those not confirmed yet are watched by the first of them. */
const runningPart = ({ phase, clock, channel, first_on }: GroupPart) => ({
  phase,
  clock,
  channel: channel ?? null,
  submitted_on: first_on,
});

function lineOf(context: AppContext, row: GroupRow, today: Day, table: WorkdayTable): GroupLine {
  const ref = { agencyId: row.agency_id, id: row.id };
  const parts = (row.summary ?? []).map(
    (part): ReckonedPart => ({
      ...part,
      clock: listedClock(runningPart(part), today, table),
      begunAnewOn: begunAnewOn(part.clock),
    }),
  );
  const byPhase: Partial<Record<Phase, number>> = {};
  for (const { phase, cases } of parts) byPhase[phase] = (byPhase[phase] ?? 0) + cases;
  const days = parts.flatMap(({ first_on, last_on }) => [first_on, last_on]).sort();
  const title =
    row.wrapped_key === null
      ? '个人信息已按保管期限删除'
      : openJson<string>(
          context.vault.unwrap(row.wrapped_key, aboutGroup(ref, 'key')),
          row.sealed_title,
          aboutGroup(ref, 'title'),
        );
  return {
    ...ref,
    title,
    members: sum(parts),
    open: sum(parts.filter(({ phase }) => openPhases.has(phase))),
    byPhase,
    firstOn: (days[0] ?? today) as Day,
    lastOn: (days.at(-1) ?? today) as Day,
    clock: parts.filter(runs).reduce<RunningClock | null>((first, { clock }) => dueFirst(first, clock), null),
    parts,
    countedAt: row.counted_at ?? context.now(),
  };
}

const lines = (context: AppContext, rows: readonly GroupRow[]): readonly GroupLine[] => {
  const today = shanghaiDay(context.now());
  const table = workdayTable(context.calendar());
  return rows.map((row) => lineOf(context, row, today, table));
};

/** A group as a line, counted as told above. */
export async function groupLine(context: AppContext, row: GroupRow): Promise<GroupLine> {
  const fresh = isFresh(row, context.now())
    ? row
    : ((await countGroup(context, { agencyId: row.agency_id, id: row.id })) ?? row);
  return lines(context, [fresh])[0]!;
}

/** The groups of an agency that are not ended, the most urgent first. */
export async function openGroupLines(context: AppContext, agencyId: string): Promise<readonly GroupLine[]> {
  const rows = await context.store.read((database) => openGroupRows(database, agencyId));
  const all = await Promise.all(rows.map((row) => groupLine(context, row)));
  const due = ({ clock }: GroupLine): string => clock?.due ?? '9999';
  return all.filter(({ open }) => open > 0).sort((a, b) => due(a).localeCompare(due(b)));
}
