import type { Clock } from '../../domain/application/clock.ts';
import type { Day, WorkdayTable } from '../../domain/workday/index.ts';
import type { OpenGroup, RankedClock } from '../../store/application-lists.ts';
import { listedClock } from './listed-case.ts';

/** Where an open case belongs, by the days that are left. `lapsed`: the applicant let his day pass, not the office. */
export type Urgency = 'overdue' | 'today' | 'soon' | 'later' | 'lapsed' | 'paused' | 'notRunning';
export const urgencies: readonly Urgency[] = [
  'overdue',
  'today',
  'soon',
  'later',
  'lapsed',
  'paused',
  'notRunning',
];
const soon = 5;

export function urgencyOf(clock: Clock | null): Urgency {
  if (clock === null || clock.state === 'answered' || clock.state === 'withdrawn') return 'notRunning';
  if (clock.state === 'overdue') return 'overdue';
  if (clock.state === 'abandoned') return 'lapsed';
  if (clock.state === 'paused') return 'paused';
  if (clock.left === 0) return 'today';
  return clock.left <= soon ? 'soon' : 'later';
}

/** Overdue first, then by due day; what the applicant let lapse, what waits for others, what is answered last. */
const rankOf = (urgency: Urgency, due: Day | null): string =>
  `${{ overdue: 0, today: 1, soon: 1, later: 1, lapsed: 2, paused: 3, notRunning: 4 }[urgency]}${due ?? '9999-12-31'}`;

export interface RankedGroup extends OpenGroup, RankedClock {
  readonly urgency: Urgency;
}

/** Open cases with their place in the order of a board. Each distinct clock is reckoned once, for today. */
export const ranked = (
  groups: readonly OpenGroup[],
  today: Day,
  table: WorkdayTable,
): readonly RankedGroup[] =>
  groups.map((group) => {
    const clock = listedClock(group, today, table);
    const urgency = urgencyOf(clock);
    return { ...group, urgency, rank: rankOf(urgency, clock?.due ?? null) };
  });

/** The clocks of some groups, each once. */
export const distinctClocks = (groups: readonly RankedGroup[]): readonly RankedClock[] => [
  ...new Map(
    groups.map((group) => [JSON.stringify([group.clock, group.submitted_on, group.channel]), group]),
  ).values(),
];
