import { isRefusal } from '../../domain/refusal.ts';
import { type Day, reminderStep, type WorkdayTable, workdayTable } from '../../domain/workday/index.ts';
import { peopleOn } from '../../store/memberships.ts';
import { forgetReminders, noteReminders, type Reminder } from '../../store/work-reminders.ts';
import { mustBeAllowed } from '../authorise.ts';
import { shanghaiDay } from '../calendar-years.ts';
import type { AppContext } from '../context.ts';
import { isRoleId } from '../policy/roles.ts';
import { workList } from '../queries/work-list.ts';
import type { WorkItem } from '../work/work-item.ts';
import { notify } from './notify.ts';

const peopleAtOnce = 500;
/** No matter lasts as long: what was told of before is not told of again. */
const keptMs = 400 * 86_400_000;

/**
 * Tells everybody each morning which matters of theirs came to a step before their last day, or passed it, at each
 * agency they serve: a matter once a step. Returns how many were told.
 */
export async function tellDigests(context: AppContext, signal?: AbortSignal): Promise<number> {
  mustBeAllowed(context, 'notice.send');
  const today = shanghaiDay(context.now());
  const table = workdayTable(context.calendar());
  const before = new Date(context.now().getTime() - keptMs);
  await context.store.write((transaction) => forgetReminders(transaction, before));
  let told = 0;
  let after = '';
  while (signal?.aborted !== true) {
    const cursor = after;
    const people = await context.store.read((database) => peopleOn(database, today, cursor, peopleAtOnce));
    for (const one of people) if (await tellOne(context, one, today, table)) told += 1;
    if (people.length < peopleAtOnce) return told;
    after = people.at(-1)!.key;
  }
  return told;
}

type Somebody = Awaited<ReturnType<typeof peopleOn>>[number];

/** Where a matter stands; one without a last day is told of once. */
function reminderOf({ path, due, since }: WorkItem, today: Day, table: WorkdayTable): readonly Reminder[] {
  if (due === null) return since ? [{ matter: path, due: since, step: 'since' }] : [];
  const step = reminderStep(due, today, table);
  return step === null ? [] : [{ matter: path, due, step: String(step) }];
}

async function tellOne(
  context: AppContext,
  one: Somebody,
  today: Day,
  table: WorkdayTable,
): Promise<boolean> {
  const { account_id: accountId, agency_id: agencyId } = one;
  const holdings = one.roles.filter(isRoleId).map((role) => ({ agencyId, role, deputy: false }));
  const list = await workList({ ...context, actor: { accountId, name: '', agencyId, holdings } }, {});
  if (isRefusal(list)) return false;
  const reached = list.items.flatMap((item) => reminderOf(item, today, table));
  if (reached.length === 0) return false;
  const { store, now } = context;
  return store.write(async (transaction) => {
    const told = await noteReminders(transaction, { agencyId, accountId }, reached, now());
    if (told.length === 0) return false;
    const days = told.filter(({ step }) => step !== 'since').map(({ due }) => due);
    const number = `${told.length}项${days.length === 0 ? '' : `，最早${days.sort()[0]}`}`;
    await notify(
      transaction,
      { agencyId, accountIds: [accountId], kind: 'work.digest', number, path: '/office' },
      now(),
    );
    return true;
  });
}
