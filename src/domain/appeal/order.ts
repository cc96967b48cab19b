import type { ProcedurePeriod } from '../../law/appeals.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Day, WorkdayTable } from '../workday/index.ts';
import { endOfPeriod } from './deadlines.ts';

/** By when a decision orders a new answer, as it says it: a day, or so many days from its receipt. */
export interface OrderedTerm {
  readonly day: Day | null;
  readonly length: number | null;
  readonly unit: ProcedurePeriod['unit'] | null;
}

const wrong = (field: string, message: string): Refusal =>
  refuse('reopen.term', message, { fields: [{ field, message }] });

/**
 * The last day of the term, from the day on which the agency had the decision, which does not count; null where the
 * decision sets none. Refused: a day and a number of days at once, a day before receipt, a number without its unit.
 */
export function orderedDay(
  receivedOn: Day,
  { day, length, unit }: OrderedTerm,
  table: WorkdayTable,
): Day | null | Refusal {
  if (day !== null && length !== null)
    return wrong('termDay', '履行期限请只填一种：到哪一天，或者收到之日起多少日。');
  if (day !== null)
    return day < receivedOn
      ? wrong('termDay', `履行期限早于收到决定、裁判之日${receivedOn}。请核对日期。`)
      : day;
  if (length === null) return null;
  if (!Number.isInteger(length) || length < 1 || length > 365)
    return wrong('termLength', '履行期限的日数应为1至365的整数。请照决定书、判决书填写。');
  if (unit === null) return wrong('termUnit', '请选择按自然日还是工作日计算。');
  const end = endOfPeriod(receivedOn, { length, unit }, table);
  return end ?? wrong('termLength', '履行期限超出已掌握的工作日历，不能推算。请填写到哪一天。');
}
