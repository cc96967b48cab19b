import { cite } from '../../law/citation.ts';
import { deadlines } from '../../law/deadlines.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { dayOfNumber, type WorkdayTable } from '../workday/index.ts';
import { dayCounted, gapsOf, type History, openWaits, periodOf } from './history.ts';

/** The calendar ends before a period does. */
export const beyondCalendar = (table: WorkdayTable): Refusal =>
  refuse(
    'clock.calendar',
    `期限超出已掌握的工作日历（到${dayOfNumber(table.last)}止），不能推算。请在国务院办公厅发布放假通知后在办公端“工作日历”中载入。`,
    { last: dayOfNumber(table.last) },
    cite('holidays', '第二条'),
  );

/** Working days of the period that runs: 20, and what was added (第三十三条第二款). */
export const lengthOf = (history: History): number =>
  deadlines.answer.workdays + (periodOf(history).extension ?? 0);

/** Whether what was waited for did not come by its last day (第三十条, 信息处理费管理办法). */
export function givenUp(history: History, on: number): boolean {
  return openWaits(history).some(({ lapses }) => lapses !== null && on > lapses);
}

/**
 * The last day of the period that runs, if everybody still asked stays silent as long as the law lets him; null when
 * no such day exists: something is waited for, or somebody asked may be silent for ever.
 */
export function dueDay(history: History, on: number, table: WorkdayTable): number | Refusal | null {
  if (givenUp(history, on)) return null;
  const { delayedTo, start } = periodOf(history);
  if (delayedTo !== null) return openWaits(history).some(({ sent }) => sent <= delayedTo) ? null : delayedTo;
  const day = dayCounted(start, lengthOf(history), gapsOf(history), table);
  return day === 'beyond' ? beyondCalendar(table) : day;
}
