import { type DueAct, dueActs } from '../../domain/application/due-acts.ts';
import { workdayTable } from '../../domain/workday/index.ts';
import { accountCalendar } from '../../store/account-calendars.ts';
import { heldCases } from '../../store/application-lists.ts';
import { calendarKey } from '../accounts/calendar-key.ts';
import { reachOf } from '../authorise.ts';
import { shanghaiDay } from '../calendar-years.ts';
import type { AppContext } from '../context.ts';
import { query } from '../query.ts';

/** A last day of a case that somebody holds: nothing of it tells who applied or what was asked. */
export interface DueEntry extends DueAct {
  readonly caseId: string;
  readonly number: string;
}

const ownSubject = ({ actor }: AppContext) =>
  typeof actor === 'string' ? { agencyId: null } : { agencyId: actor.agencyId, accountId: actor.accountId };

/** More than anybody holds; a calendar is no list. */
const most = 2_000;

/** The last days of all open cases that the person holds, wherever a role lets him see them. */
export const dueCalendar = query({
  act: 'account.readCalendar',
  subject: ownSubject,
  async run(context, _: Record<string, never>): Promise<readonly DueEntry[]> {
    const { actor } = context;
    if (typeof actor === 'string') return [];
    const { own } = reachOf(context, 'application.list');
    const rows = await context.store.read((database) => heldCases(database, own, actor.accountId, most));
    const today = shanghaiDay(context.now());
    const table = workdayTable(context.calendar());
    return rows.flatMap(({ id, number, receipt_number, phase, clock, state: { correction } }) =>
      dueActs({ phase, clock, correction }, today, table).map((act) => ({
        ...act,
        caseId: id,
        number: number ?? receipt_number,
      })),
    );
  },
});

/** The key of the person's own address; null where it is off. */
export const ownCalendarKey = query({
  act: 'account.readCalendar',
  subject: ownSubject,
  async run(context, _: Record<string, never>): Promise<string | null> {
    const { actor, store, vault } = context;
    if (typeof actor === 'string') return null;
    const calendar = await store.read((database) => accountCalendar(database, actor.accountId));
    return calendar?.active ? calendarKey(vault, actor.accountId, calendar.version) : null;
  },
});
