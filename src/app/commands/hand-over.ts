import * as z from 'zod';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { addDays, type Day } from '../../domain/workday/index.ts';
import { type Account, lockAccount, type Membership } from '../../store/accounts.ts';
import { agencyById } from '../../store/agencies.ts';
import { insertHandover } from '../../store/handovers.ts';
import { newId } from '../../store/ids.ts';
import {
  deleteMembership,
  endMembership,
  insertMembership,
  membershipsFrom,
} from '../../store/memberships.ts';
import { accountUnknown, subjectOf } from '../accounts/subject.ts';
import { agencyUnknown } from '../agencies/subject.ts';
import { shanghaiDay } from '../calendar-years.ts';
import { type Acting, command } from '../command.ts';
import { actorId } from '../context.ts';
import { notify } from '../notices/notify.ts';
import { administrators, isRoleId, mayHoldTogether } from '../policy/roles.ts';
import { moveWork } from '../work/open-work.ts';

export const handOverInput = z.strictObject({
  accountId: z.uuid(),
  successorId: z.uuid(),
  agencyId: z.uuid(),
  /** First day of the next person. */
  from: z.iso.date('请填写日期，例如 2026-11-28。'),
});
type Input = z.infer<typeof handOverInput>;

const fault = (field: string, code: string, message: string): Refusal =>
  refuse(code, message, { fields: [{ field, message }] });

/**
 * All roles that a person holds at an agency go to the next person from a day on, and with them what is in hand:
 * at once, or by the job of that day. One act: all of it or nothing.
 */
export const handOver = command({
  act: 'membership.handOver',
  input: handOverInput as z.ZodType<Input>,
  async load(transaction, { accountId, successorId, agencyId }) {
    if (accountId === successorId)
      return fault('successor', 'handover.same', '交接的双方是同一人。请填写接手的人。');
    // Always in the same order, so that two handovers crosswise wait for each other instead of stopping both.
    const [first, second] = [accountId, successorId].sort();
    const locked = [await lockAccount(transaction, first!), await lockAccount(transaction, second!)];
    const account = locked.find((each) => each?.id === accountId) ?? null;
    const successor = locked.find((each) => each?.id === successorId) ?? null;
    if (account === null || successor === null) return accountUnknown;
    if ((await agencyById(transaction, agencyId)) === null) return agencyUnknown;
    return { ...subjectOf(account), agencyId, successor };
  },
  async run(acting) {
    const { transaction, input, loaded, at, record } = acting;
    const { agencyId, from } = input;
    const today = shanghaiDay(at);
    const roles = (await membershipsFrom(transaction, input.accountId, from)).filter(
      (held) => held.agency_id === agencyId,
    );
    const denied = unfit(acting, roles, today) ?? (await overburdened(acting, roles));
    if (denied !== null) return denied;
    const given: string[] = [];
    for (const held of roles) if (await pass(acting, held)) given.push(held.role);
    const move = { agencyId, from: input.accountId, to: input.successorId, at };
    const items = from <= today ? await moveWork(transaction, move) : null;
    await insertHandover(transaction, {
      agency_id: agencyId,
      id: newId(),
      from_account: input.accountId,
      to_account: input.successorId,
      valid_from: from,
      done_at: items === null ? null : at,
    });
    const path = '/office/me';
    const told = {
      agencyId,
      accountIds: [input.successorId],
      kind: 'work.handedOver',
      number: from,
      path,
    } as const;
    await notify(transaction, { ...told, group: true }, at);
    await record({
      agencyId,
      kind: 'membership.handedOver',
      subjectId: input.accountId,
      facts: { to: loaded.successor.username, from, roles: given, items },
    });
    return { roles: given, items };
  },
});

interface Loaded {
  readonly agencyId: string;
  readonly account: Account;
  readonly successor: Account;
}

/** What cannot be handed over, or not to this person, or not by this one. */
function unfit(
  { context: { actor }, input, loaded }: Acting<Input, Loaded>,
  roles: readonly Membership[],
  today: Day,
): Refusal | null {
  const { from } = input;
  if (from < today) return fault('from', 'handover.past', '交接日不能早于今天。已经离开的，从今天起交接。');
  if (loaded.successor.disabled_at !== null)
    return fault('successor', 'handover.disabled', `${loaded.successor.name}的账号已停用，不能接手。`);
  if (roles.length === 0)
    return refuse('handover.nothing', `${loaded.account.name}在${from}及以后没有本机关的角色，不需要交接。`);
  if (typeof actor === 'string') return null;
  if (actor.accountId === input.successorId)
    return fault(
      'successor',
      'handover.toSelf',
      '不能把角色交给自己（职责分离）。请由另一位安全管理员或工作机构负责人办理。',
    );
  const guards = actor.holdings.some(({ role }) => role === 'securityAdministrator');
  const separate = roles.some(({ role }) => administrators.some((each) => each === role));
  return separate && !guards
    ? refuse(
        'handover.administrator',
        '系统、安全、审计管理员的角色只能由安全管理员交接（三权分立）。请联系安全管理员。',
      )
    : null;
}

/** The separated administrators stay separated: what the next person holds already counts. */
async function overburdened(
  { transaction, input }: Acting<Input, Loaded>,
  roles: readonly Membership[],
): Promise<Refusal | null> {
  const theirs = await membershipsFrom(transaction, input.successorId, input.from);
  const all = [...roles, ...theirs].map(({ role }) => role).filter(isRoleId);
  return mayHoldTogether(all)
    ? null
    : fault(
        'successor',
        'membership.apart',
        '系统管理员、安全管理员、审计管理员应由不同的人担任，也不兼任其他角色。请选择另一个人接手。',
      );
}

/** Ends one role of who leaves and gives it to the next; false where they hold it already, or stood in for them. */
async function pass(acting: Acting<Input, Loaded>, held: Membership): Promise<boolean> {
  const { context, transaction, input, at } = acting;
  const { from, successorId } = input;
  if (held.valid_from >= from) await deleteMembership(transaction, held.id);
  else await endMembership(transaction, held.id, addDays(from as Day, -1));
  const begins = held.valid_from > from ? held.valid_from : from;
  const theirs = await membershipsFrom(transaction, successorId, begins);
  const covered = theirs.some(
    (other) =>
      other.agency_id === held.agency_id &&
      other.role === held.role &&
      other.valid_from <= begins &&
      (other.valid_to === null || (held.valid_to !== null && other.valid_to >= held.valid_to)),
  );
  if (covered || held.deputy_of === successorId) return false;
  await insertMembership(transaction, {
    ...held,
    id: newId(),
    account_id: successorId,
    valid_from: begins,
    granted_by: actorId(context.actor),
    granted_at: at,
  });
  return true;
}
