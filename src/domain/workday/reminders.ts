import { inForceOn } from '../../law/dated.ts';
import { type ReminderSteps, reminderSteps } from '../../law/reminders.ts';
import { type Day, dayNumber } from './day.ts';
import type { WorkdayTable } from './table.ts';

/** At which of the steps before its last day a matter stands: working days, or past it; null before the first of them. */
export type ReminderStep = number | 'overdue' | null;

/** The step of a last day on a day: the smallest number of working days that is not less than those left. */
export function reminderStep(
  due: Day,
  today: Day,
  table: WorkdayTable,
  steps: readonly ReminderSteps[] = reminderSteps,
): ReminderStep {
  if (today > due) return 'overdue';
  const last = dayNumber(due);
  if (last > table.last) return null;
  const left = table.upTo(last) - table.upTo(dayNumber(today));
  const reached = (inForceOn(steps, today)?.workdays ?? []).filter((workdays) => left <= workdays);
  return reached.length === 0 ? null : Math.min(...reached);
}
