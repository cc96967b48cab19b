import { type RetentionKind, retentionKinds, usualRetention } from '../../law/retention.ts';
import type { RetentionPlanRow, Years } from '../../store/retention.ts';
import { shanghaiDay } from '../calendar-years.ts';
import type { AppContext } from '../context.ts';

/** Years of a plan, the usual ones where there is none. */
export const yearsOf = (plan: RetentionPlanRow | null): Years =>
  Object.fromEntries(
    retentionKinds.map((kind) => [kind, plan?.[kind] ?? usualRetention[kind].years]),
  ) as Record<RetentionKind, number>;

export const thisYear = ({ now }: Pick<AppContext, 'now'>): number => Number(shanghaiDay(now()).slice(0, 4));
