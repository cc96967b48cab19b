import { type ProcedurePeriod, reviewPeriods, suitReply } from '../../law/appeals.ts';
import { type Day, dayNumber, type WorkdayTable, workdayAfter, workdayOnOrAfter } from '../workday/index.ts';
import type { Appeal } from './appeal.ts';

/** A day by which somebody must act in an appeal. */
export interface AppealDeadline {
  /** `reply` is the agency's own; the others are the organ's. */
  readonly what: 'copy' | 'reply' | 'decision' | 'decisionExtended';
  readonly day: Day;
  readonly period: ProcedurePeriod;
}

/** A period from a day that does not count. Calendar days that end on a holiday end on the next working day. */
export function endOfPeriod(
  from: Day,
  { length, unit }: Pick<ProcedurePeriod, 'length' | 'unit'>,
  table: WorkdayTable,
): Day | null {
  const start = dayNumber(from);
  const end =
    unit === 'workday' ? workdayAfter(start, length, table) : workdayOnOrAfter(start + length, table);
  return end === null ? null : table.dayOf(end);
}

const at = (
  what: AppealDeadline['what'],
  from: Day | null,
  period: ProcedurePeriod,
  table: WorkdayTable,
): readonly AppealDeadline[] => {
  const day = from === null ? null : endOfPeriod(from, period, table);
  return day === null ? [] : [{ what, day, period }];
};

/**
 * The days of an appeal (RM-9, RM-10): in review 3 or 7 working days for the copy, 5 or 10 for the agency's reply, 30 or
 * 60 (and 30) calendar days for the decision; in a suit 15 calendar days for the agency's answer.
 */
export function appealDeadlines(appeal: Appeal, table: WorkdayTable): readonly AppealDeadline[] {
  if (appeal.kind !== 'review') return at('reply', appeal.copyReceivedOn, suitReply, table);
  const { copy, reply, decision, extension } = reviewPeriods[appeal.procedure ?? 'ordinary'];
  return [
    ...at('copy', appeal.acceptedOn, copy, table),
    ...at('reply', appeal.copyReceivedOn, reply, table),
    ...at('decision', appeal.acceptedOn, decision, table),
    ...(extension === null
      ? []
      : at(
          'decisionExtended',
          appeal.acceptedOn,
          { ...extension, length: decision.length + extension.length },
          table,
        )),
  ];
}
