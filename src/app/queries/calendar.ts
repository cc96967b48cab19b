import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { CalendarYear } from '../../law/calendar/index.ts';
import { keptYears } from '../../store/calendar-years.ts';
import { type ChangedDay, changedDays } from '../calendar/changed-days.ts';
import { withYears } from '../calendar/take-years.ts';
import { topAgency } from '../calendar/top-agency.ts';
import { shanghaiDay, yearOfText } from '../calendar-years.ts';
import type { AppContext } from '../context.ts';
import { query } from '../query.ts';

export type { ChangedDay };

export interface KnownYear {
  readonly content: CalendarYear;
  readonly source: 'shipped' | 'loaded';
}

/** The years known, newest first. */
export const knownYears = query({
  act: 'office.enter',
  subject: ({ actor }) => ({ agencyId: typeof actor === 'string' ? null : actor.agencyId }),
  async run(context, _: Record<string, never>): Promise<readonly KnownYear[]> {
    const kept = await context.store.read(keptYears);
    const loaded = new Set(kept.filter(({ source }) => source === 'loaded').map(({ year }) => year));
    return [...context.calendar().years.values()]
      .map((content) => ({
        content,
        source: loaded.has(content.year) ? ('loaded' as const) : ('shipped' as const),
      }))
      .sort((a, b) => b.content.year - a.content.year);
  },
});

/** What loading a notice would change, before it is loaded. */
export const calendarPreview = query({
  act: 'calendar.load',
  subject: async (context) => ({ agencyId: await topAgency(context) }),
  async run(
    context: AppContext,
    { text }: { readonly text: string },
  ): Promise<{ readonly year: CalendarYear; readonly changed: readonly ChangedDay[] } | Refusal> {
    const today = shanghaiDay(context.now());
    const year = yearOfText(text, today);
    if (isRefusal(year)) return year;
    return context.store.read(async (database) => {
      const years = [{ source: 'loaded', content: year }] as const;
      const { before, after } = await withYears(database as never, years, context.calendar());
      return { year, changed: await changedDays(database, before, after, today) };
    });
  },
});
