import { isRefusal } from '../../domain/refusal.ts';
import { type Day, daysBetween } from '../../domain/workday/index.ts';
import { peopleOn } from '../../store/memberships.ts';
import { toldSince } from '../../store/notices.ts';
import { mustBeAllowed } from '../authorise.ts';
import { shanghaiDay } from '../calendar-years.ts';
import type { AppContext } from '../context.ts';
import { isRoleId } from '../policy/roles.ts';
import { workList } from '../queries/work-list.ts';
import { notify } from './notify.ts';

const peopleAtOnce = 500;
/** What is due within so many days is told of. */
const ahead = 7;

/** Tells everybody once a day what is due soon or overdue at each agency they serve; returns how many were told. */
export async function tellDigests(context: AppContext, signal?: AbortSignal): Promise<number> {
  mustBeAllowed(context, 'notice.send');
  const today = shanghaiDay(context.now());
  const since = new Date(`${today}T00:00:00+08:00`);
  let told = 0;
  let after = '';
  while (signal?.aborted !== true) {
    const cursor = after;
    const people = await context.store.read((database) => peopleOn(database, today, cursor, peopleAtOnce));
    for (const one of people) if (await tellOne(context, one, today, since)) told += 1;
    if (people.length < peopleAtOnce) return told;
    after = people.at(-1)!.key;
  }
  return told;
}

type Somebody = Awaited<ReturnType<typeof peopleOn>>[number];

async function tellOne(context: AppContext, one: Somebody, today: Day, since: Date): Promise<boolean> {
  const { account_id: accountId, agency_id: agencyId } = one;
  const holdings = one.roles.filter(isRoleId).map((role) => ({ agencyId, role, deputy: false }));
  const list = await workList({ ...context, actor: { accountId, name: '', agencyId, holdings } }, {});
  if (isRefusal(list)) return false;
  const soon = list.items.filter(({ due }) => due !== null && daysBetween(today, due) <= ahead);
  if (soon.length === 0) return false;
  const number = `${soon.length}项，最早${soon[0]!.due}`;
  const { store, now } = context;
  if (await store.read((database) => toldSince(database, agencyId, accountId, 'work.digest', since)))
    return false;
  await store.write((transaction) =>
    notify(
      transaction,
      { agencyId, accountIds: [accountId], kind: 'work.digest', number, path: '/office' },
      now(),
    ),
  );
  return true;
}
