import * as z from 'zod';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { agencyById } from '../../store/agencies.ts';
import { newId } from '../../store/ids.ts';
import { insertMembership, membershipsFrom } from '../../store/memberships.ts';
import { loadAccount } from '../accounts/subject.ts';
import { shanghaiDay } from '../calendar-years.ts';
import { command } from '../command.ts';
import { actorId } from '../context.ts';
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

/** Gives a person a role at an agency. The agency must be within reach of the one who gives it. */
export const grantRole = command({
  act: 'membership.grant',
  input: grantInput,
  async load(transaction, input) {
    const subject = await loadAccount(transaction, input);
    if (isRefusal(subject)) return subject;
    const agency = await agencyById(transaction, input.agencyId);
    if (agency === null) return refuse('agency.unknown', '没有这个机关。请从机关列表中选择。');
    return { ...subject, agencyId: agency.id };
  },
  async run({ context, transaction, input, loaded: { account }, at, record }) {
    const { role, from, to, agencyId, deputyOf } = input;
    const today = shanghaiDay(at);
    if (to !== null && to < today)
      return refuse('membership.past', '这段任期已经过去，没有授予。请核对截止日期。');
    if (deputyOf === account.id) return refuse('membership.ownDeputy', '不能代理自己。请选择被代理的人。');
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
    await record({
      agencyId,
      kind: 'membership.granted',
      subjectId: account.id,
      facts: { role, from, to, deputyOf },
    });
    return { id };
  },
});
