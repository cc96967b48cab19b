import { type Calendar, calendarOf, shippedCalendar } from '../../domain/workday/index.ts';
import type { CalendarYear } from '../../law/calendar/index.ts';
import { keepYears, keptYears, lockYears } from '../../store/calendar-years.ts';
import { appendEvent } from '../../store/events.ts';
import { holdersOf } from '../../store/memberships.ts';
import type { Store } from '../../store/store.ts';
import { shanghaiDay } from '../calendar-years.ts';
import { type AppContext, actorId } from '../context.ts';
import { notify } from '../notices/notify.ts';
import { type ChangedDay, changedDays } from './changed-days.ts';
import { sameYear } from './same-year.ts';

type Transaction = Parameters<Parameters<Store['write']>[0]>[0];

export interface TakenYear {
  readonly source: 'shipped' | 'loaded';
  readonly content: CalendarYear;
}

/** A year as it goes on record: shipped where the program itself arranges the same days. */
export const asTaken = (content: CalendarYear): TakenYear => ({
  source: sameYear(shippedCalendar.years.get(content.year), content) ? 'shipped' : 'loaded',
  content,
});

const calendarOfAll = (years: readonly TakenYear[]): Calendar => {
  const of = (source: TakenYear['source']) =>
    years.filter((year) => year.source === source).map(({ content }) => content);
  return calendarOf(of('loaded'), of('shipped'));
};

/** The calendar on record and the one it becomes with some years; before the first record, `known` is what it was. */
export async function withYears(
  database: Transaction,
  years: readonly TakenYear[],
  known: Calendar,
): Promise<{ readonly before: Calendar; readonly after: Calendar; readonly all: readonly TakenYear[] }> {
  const kept = await keptYears(database);
  const earlier: readonly TakenYear[] = kept.length > 0 ? kept : [...known.years.values()].map(asTaken);
  const taken = new Set(years.map(({ content }) => content.year));
  const all = [...earlier.filter(({ content }) => !taken.has(content.year)), ...years];
  return { before: calendarOfAll(earlier), after: calendarOfAll(all), all };
}

/**
 * Puts years on record and reckons every open case anew: each whose day moved gets an event, and who holds it is told,
 * once an agency. Gives the cases whose day moved.
 */
export async function takeYears(
  context: AppContext,
  transaction: Transaction,
  years: readonly TakenYear[],
): Promise<readonly ChangedDay[]> {
  const at = context.now();
  await lockYears(transaction);
  const { before, after, all } = await withYears(transaction, years, context.calendar());
  const changed = await changedDays(transaction, before, after, shanghaiDay(at));
  await keepYears(transaction, all, at);
  for (const { agencyId, id, from, to } of changed)
    await appendEvent(transaction, {
      agencyId,
      kind: 'application.dueChanged',
      subjectId: id,
      actor: actorId(context.actor),
      at,
      facts: { from, to },
    });
  for (const agencyId of new Set(changed.map((one) => one.agencyId)))
    await tell(
      transaction,
      agencyId,
      changed.filter((one) => one.agencyId === agencyId),
      at,
    );
  return changed;
}

/** Those who hold the cases; for cases that nobody holds the office of that agency. */
async function tell(
  transaction: Transaction,
  agencyId: string,
  changed: readonly ChangedDay[],
  at: Date,
): Promise<void> {
  const holders = changed.flatMap(({ holderId }) => (holderId === null ? [] : [holderId]));
  const office = changed.some(({ holderId }) => holderId === null)
    ? await holdersOf(transaction, agencyId, 'disclosureOffice', shanghaiDay(at))
    : [];
  const number = `${changed.length}件，最早${changed[0]!.to ?? changed[0]!.from}`;
  await notify(
    transaction,
    {
      agencyId,
      accountIds: [...holders, ...office.map(({ id }) => id)],
      kind: 'application.dueChanged',
      number,
      path: '/office/applications',
      group: true,
    },
    at,
  );
}
