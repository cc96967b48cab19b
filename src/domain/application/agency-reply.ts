import { consultationCapOn } from '../../law/deadlines.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type Day, dayNumber, type WorkdayTable, workdayAfter } from '../workday/index.ts';

/** Until when another agency is asked to reply, and how long that is left out of the period. */
export interface AgencyTerm {
  readonly until?: Day;
  readonly cap?: Day;
}

/**
 * The days of a letter to another agency sent on a day: by default it asks for a reply by the day at which the
 * consultation is capped (第三十三条第三款). Refused: a reply asked for before the letter was sent.
 */
export function agencyTerm(sent: Day, asked: Day | null, table: WorkdayTable): AgencyTerm | Refusal {
  const message = `请对方回复的日期早于协办函发出之日${sent}。请核对日期。`;
  if (asked !== null && asked < sent)
    return refuse('opinion.until', message, { fields: [{ field: 'until', message }] });
  const rule = consultationCapOn(sent);
  const last = rule === null ? null : workdayAfter(dayNumber(sent), rule.workdays, table);
  const cap = last === null ? undefined : table.dayOf(last);
  const until = asked ?? cap;
  return { ...(until === undefined ? {} : { until }), ...(cap === undefined ? {} : { cap }) };
}
