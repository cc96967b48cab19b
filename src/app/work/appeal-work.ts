import type { AppealDue, AppealDueKind } from '../../domain/appeal/due.ts';
import { reviewPeriods, suitReply } from '../../law/appeals.ts';
import { type Owed, owedIn } from '../appeals/owed.ts';
import { reachOf } from '../authorise.ts';
import { shanghaiDay } from '../calendar-years.ts';
import type { AppContext } from '../context.ts';
import type { WorkItem } from './work-item.ts';

const titles: Readonly<Record<AppealDueKind, Readonly<Record<'review' | 'suit', string>>>> = {
  appealReply: { review: '提交书面答复和证据', suit: '提交答辩状和证据' },
  hearing: { review: '参加听证', suit: '出庭' },
  newAnswer: { review: '按复议决定重新办理', suit: '按判决重新办理' },
};

const itemOf = ({ row, about, path }: Owed, { kind, on, basis }: AppealDue): WorkItem => ({
  part: 'appeal',
  title: titles[kind][row.kind === 'review' ? 'review' : 'suit'],
  about,
  path,
  due: on,
  ...(kind === 'hearing' ? { onDay: true } : {}),
  returned: false,
  basis,
});

/** Without the day of the copy no day runs for the reply, and nothing would ever remind of it. */
const copyMissing = ({ row, about, path }: Owed): WorkItem => ({
  part: 'appeal',
  title: '登记收到副本之日',
  about,
  path,
  due: null,
  returned: false,
  basis: row.kind === 'review' ? reviewPeriods[row.procedure ?? 'ordinary'].reply.basis : suitReply.basis,
});

/**
 * What is owed in reviews and suits, for those who keep their register; for the head of the office what is due today,
 * what is late, and the hearings.
 */
export async function appealWork(context: AppContext): Promise<readonly WorkItem[]> {
  const { actor } = context;
  if (typeof actor === 'string' || actor.agencyId === null) return [];
  const { agencyId } = actor;
  const keeps = reachOf(context, 'appeal.change').own.includes(agencyId);
  const heads = actor.holdings.some((held) => held.agencyId === agencyId && held.role === 'officeHead');
  if (!keeps && !heads) return [];
  const today = shanghaiDay(context.now());
  const owed = await owedIn(context, [agencyId]);
  return owed.flatMap((one) => [
    ...one.dues
      .filter(({ kind, on }) => keeps || kind === 'hearing' || on <= today)
      .map((due) => itemOf(one, due)),
    ...(keeps && one.row.ended_on === null && one.row.copy_received_on === null && one.row.replied_on === null
      ? [copyMissing(one)]
      : []),
  ]);
}
