import * as z from 'zod';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { sameYear } from '../calendar/same-year.ts';
import { takeYears } from '../calendar/take-years.ts';
import { topAgency } from '../calendar/top-agency.ts';
import { shanghaiDay, yearOfText } from '../calendar-years.ts';
import { command } from '../command.ts';

/** Longer than any notice. */
const longest = 200_000;

/**
 * Loads a year of working days from the notice of 国务院办公厅 as text, or from JSON. Every open case is reckoned anew in
 * the same transaction; the file that other parts of the program read is written by the job that keeps it, or at once by
 * the caller through `context.keepYear`.
 */
export const loadCalendarYear = command({
  act: 'calendar.load',
  input: z.strictObject({ text: z.string().min(1, '请粘贴放假通知的全文。').max(longest, '超过20万字。') }),
  async load(_, { text }, context) {
    const agencyId = await topAgency(context);
    if (agencyId === null) return refuse('calendar.noAgency', '还没有任何机关，没有需要重新计算的申请。');
    const year = yearOfText(text, shanghaiDay(context.now()));
    if (isRefusal(year))
      return refuse(year.code, year.message, { fields: [{ field: 'text', message: year.message }] });
    if (sameYear(context.calendar().years.get(year.year), year))
      return refuse('calendar.same', `${year.year}年的安排与已有的相同，没有改动。`);
    return { agencyId, year };
  },
  async run({ context, transaction, loaded: { agencyId, year }, record }) {
    const changed = await takeYears(context, transaction, [{ source: 'loaded', content: year }]);
    const facts = { year: year.year, items: changed.length };
    await record({ agencyId, kind: 'calendar.yearLoaded', subjectId: null, facts });
    return { year, changed };
  },
});
