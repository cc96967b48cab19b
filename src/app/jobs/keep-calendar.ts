import { keptYears } from '../../store/calendar-years.ts';
import { mustBeAllowed } from '../authorise.ts';
import { sameYear } from '../calendar/same-year.ts';
import { asTaken, takeYears } from '../calendar/take-years.ts';
import type { AppContext } from '../context.ts';
import type { Job } from './job.ts';

/**
 * Makes the calendar on record and the one this machine reckons with the same: a year loaded elsewhere is written here, a
 * year that came with a new version or by the terminal is put on record, open cases reckoned anew.
 */
export async function keepCalendar(context: AppContext): Promise<void> {
  mustBeAllowed(context, 'calendar.load');
  const kept = await context.store.read(keptYears);
  for (const { content, source } of kept)
    if (source === 'loaded' && !sameYear(context.calendar().years.get(content.year), content))
      context.keepYear(content);
  const onRecord = new Map(kept.map(({ content }) => [content.year, content]));
  const fresh = [...context.calendar().years.values()]
    .filter((year) => !sameYear(onRecord.get(year.year), year))
    .map(asTaken);
  if (fresh.length > 0) await context.store.write((transaction) => takeYears(context, transaction, fresh));
}

/** Each minute, so that all machines of one database reckon alike. */
export const keepingCalendar: Job = {
  name: 'keep-calendar',
  title: '核对工作日历',
  cron: '* * * * *',
  retries: 0,
  retryDelay: 60,
  expireInHours: 1,
  // The table of years is locked while one of them takes some.
  sideBySide: true,
  missed: async () => true,
  run: (context) => keepCalendar(context),
};
