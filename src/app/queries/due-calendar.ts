import { type AppealDue, appealDueNames } from '../../domain/appeal/due.ts';
import { type DueAct, dueActNames, dueActs } from '../../domain/application/due-acts.ts';
import { workdayTable } from '../../domain/workday/index.ts';
import { accountCalendar } from '../../store/account-calendars.ts';
import { heldCases } from '../../store/application-lists.ts';
import { calendarKey } from '../accounts/calendar-key.ts';
import { owedIn } from '../appeals/owed.ts';
import { openCase } from '../applications/listed-case.ts';
import { reachOf } from '../authorise.ts';
import { shanghaiDay } from '../calendar-years.ts';
import type { AppContext } from '../context.ts';
import { query } from '../query.ts';

/** A last day of a case that somebody holds, or of an appeal: nothing of it tells who applied or what was asked. */
export interface DueEntry extends Pick<DueAct, 'on' | 'basis' | 'provisional'> {
  /** Reckoned from the acknowledgement of the system, while receipt is not confirmed. */
  readonly unconfirmed?: boolean;
  readonly kind: DueAct['kind'] | AppealDue['kind'];
  /** Tells several of one kind apart. */
  readonly ref: string | null;
  /** Of the case or the appeal. */
  readonly id: string;
  /** What is due, in Chinese. */
  readonly name: string;
  /** Number of the case, or kind of the appeal with it. */
  readonly about: string;
  /** Under /office. */
  readonly path: string;
}

const ownSubject = ({ actor }: AppContext) =>
  typeof actor === 'string' ? { agencyId: null } : { agencyId: actor.agencyId, accountId: actor.accountId };

/** More than anybody holds; a calendar is no list. */
const most = 2_000;

async function ofCases(context: AppContext, accountId: string): Promise<readonly DueEntry[]> {
  const { own } = reachOf(context, 'application.list');
  const rows = await context.store.read((database) => heldCases(database, own, accountId, most));
  const today = shanghaiDay(context.now());
  const table = workdayTable(context.calendar());
  return rows.flatMap(({ id, number, receipt_number, state: { correction }, ...row }) =>
    dueActs(openCase(row, correction), today, table).map((act) => ({
      ...act,
      id,
      name: dueActNames[act.kind],
      about: number ?? receipt_number,
      path: `/office/applications/${id}`,
    })),
  );
}

/** An appeal lies with nobody alone: whoever keeps the register has its days. */
async function ofAppeals(context: AppContext): Promise<readonly DueEntry[]> {
  const owed = await owedIn(context, reachOf(context, 'appeal.change').own);
  return owed.flatMap(({ row: { id }, about, path, dues }) =>
    dues.map((due) => ({ ...due, ref: null, id, name: appealDueNames[due.kind], about, path })),
  );
}

/** The last days of all open cases that the person holds, and of appeals, wherever a role lets him see them. */
export const dueCalendar = query({
  act: 'account.readCalendar',
  subject: ownSubject,
  async run(context, _: Record<string, never>): Promise<readonly DueEntry[]> {
    const { actor } = context;
    if (typeof actor === 'string') return [];
    return [...(await ofCases(context, actor.accountId)), ...(await ofAppeals(context))];
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
