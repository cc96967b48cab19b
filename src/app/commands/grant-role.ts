import type { Transaction } from 'kysely';
import * as z from 'zod';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { membershipsOn } from '../../store/accounts.ts';
import { agencyById } from '../../store/agencies.ts';
import { newId } from '../../store/ids.ts';
import { insertMembership, membershipsFrom } from '../../store/memberships.ts';
import type { Tables } from '../../store/tables.ts';
import { loadAccount } from '../accounts/subject.ts';
import { shanghaiDay } from '../calendar-years.ts';
import { command } from '../command.ts';
import { actorId } from '../context.ts';
import { notify } from '../notices/notify.ts';
import { isRoleId, mayHoldTogether, roleIds, roles } from '../policy/roles.ts';

const day = z.iso.date('请填写日期，例如 2026-11-28。');

export const grantInput = z
  .strictObject({
    accountId: z.uuid(),
    agencyId: z.uuid(),
    role: z.enum(roleIds, '请选择角色。'),
    from: day,
    to: day.nullable(),
    deputyOf: z.uuid().nullable(),
  })
  .refine(({ from, to }) => to === null || to >= from, {
    path: ['to'],
    message: '截止日期不能早于开始日期。',
  });

/** Whether somebody holds the role at the agency on the first day: only then can another stand in for them. */
async function holds(
  transaction: Transaction<Tables>,
  accountId: string,
  { agencyId, role, from }: { agencyId: string; role: string; from: string },
): Promise<boolean> {
  const held = await membershipsOn(transaction, accountId, from);
  return held.some((one) => one.agency_id === agencyId && one.role === role && one.deputy_of === null);
}

/** Gives a person a role at an agency. The agency must be within reach of the one who gives it. */
export const grantRole = command({
  act: 'membership.grant',
  input: grantInput,
  async load(transaction, input) {
    const subject = await loadAccount(transaction, input);
    if (isRefusal(subject)) return subject;
    const agency = await agencyById(transaction, input.agencyId);
    if (agency === null) return refuse('agency.unknown', '没有这个机关。请从机关列表中选择。');
    if (agency.valid_to !== null)
      return refuse('agency.closed', `${agency.name}已撤销，不能授予角色。请到承接的机关办理。`);
    return { ...subject, agencyId: agency.id };
  },
  async run({ context, transaction, input, loaded: { account }, at, record }) {
    const { role, from, to, agencyId, deputyOf } = input;
    const today = shanghaiDay(at);
    if (to !== null && to < today)
      return refuse('membership.past', '这段任期已经过去，没有授予。请核对截止日期。');
    if (deputyOf === account.id) return refuse('membership.ownDeputy', '不能代理自己。请选择被代理的人。');
    if (deputyOf !== null && !(await holds(transaction, deputyOf, input)))
      return refuse(
        'membership.noPrincipal',
        `被代理的人在${from}没有本机关的${roles[role].label}角色，不能代理。请核对登录名、角色和日期。`,
        { fields: [{ field: 'deputyOf', message: '被代理的人没有这个角色。' }] },
      );
    const held = (await membershipsFrom(transaction, account.id, today)).filter(
      (other) =>
        (to === null || other.valid_from <= to) && (other.valid_to === null || other.valid_to >= from),
    );
    if (
      held.some(
        (other) => other.agency_id === agencyId && other.role === role && other.deputy_of === deputyOf,
      )
    )
      return refuse('membership.held', `该账号在这段时间已经是${roles[role].label}，没有重复授予。`);
    if (!mayHoldTogether([role, ...held.map((other) => other.role).filter(isRoleId)]))
      return refuse(
        'membership.apart',
        '系统管理员、安全管理员、审计管理员应由不同的人担任，也不兼任其他角色。请先收回该账号现有的角色，或选择另一个账号。',
      );
    const id = newId();
    await insertMembership(transaction, {
      id,
      account_id: account.id,
      agency_id: agencyId,
      role,
      valid_from: from,
      valid_to: to,
      deputy_of: deputyOf,
      granted_by: actorId(context.actor),
      granted_at: at,
    });
    const told = { agencyId, accountIds: [account.id], number: roles[role].label, path: '/office/me' };
    await notify(transaction, { ...told, kind: 'role.granted' }, at);
    await record({
      agencyId,
      kind: 'membership.granted',
      subjectId: account.id,
      facts: { role, from, to, deputyOf },
    });
    return { id };
  },
});
