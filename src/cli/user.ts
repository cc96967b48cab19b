import { randomInt } from 'node:crypto';
import { shanghaiDay } from '../app/calendar-years.ts';
import { createAccount } from '../app/commands/create-account.ts';
import { disableAccount } from '../app/commands/disable-account.ts';
import { enableAccount } from '../app/commands/enable-account.ts';
import { endRole } from '../app/commands/end-role.ts';
import { grantRole } from '../app/commands/grant-role.ts';
import { resetPassword } from '../app/commands/reset-password.ts';
import { resetSecondFactor } from '../app/commands/reset-second-factor.ts';
import type { AppContext } from '../app/context.ts';
import { openContext } from '../app/open-context.ts';
import { isRoleId, type RoleId, roleIds, roles } from '../app/policy/roles.ts';
import { agencyAt, everyone, type KnownUser, userNamed } from '../app/queries/users.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { Failure } from './failure.ts';
import { type Io, write } from './io.ts';
import { withStore } from './store-options.ts';

export interface UserOptions {
  readonly agency?: string;
  readonly name?: string;
  readonly role?: string;
  readonly from?: string;
  readonly to?: string;
}

/** Letters and digits that nobody mistakes for each other when a password is read out. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

function newPassword(): string {
  const draw = (count: number) =>
    Array.from({ length: count }, () => letters[randomInt(letters.length)]).join('');
  return [draw(5), draw(5), draw(5), draw(5)].join('-');
}

async function done<T>(outcome: Promise<T | Refusal>): Promise<T> {
  const value = await outcome;
  if (!isRefusal(value)) return value;
  const fields = value.facts.fields as readonly { message: string }[] | undefined;
  throw new Failure(fields === undefined ? value.message : fields.map(({ message }) => message).join(''));
}

function roleOf(options: UserOptions): RoleId {
  const role = options.role ?? '';
  if (!isRoleId(role))
    throw new Failure(
      `--role ${role}：应为 ${roleIds.map((id) => `${id}（${roles[id].label}）`).join('、')} 之一。`,
    );
  return role;
}

async function placeOf(context: AppContext, { agency }: UserOptions): Promise<string> {
  if (agency === undefined) throw new Failure('请用 --agency 指明机关的代码。');
  const found = await agencyAt(context, agency);
  if (found === null) throw new Failure(`--agency ${agency}：没有这个机关。`);
  return found.id;
}

type Work = (context: AppContext, username: string, options: UserOptions, io: Io) => Promise<string>;

const known = async (context: AppContext, username: string): Promise<KnownUser> => {
  const user = await userNamed(context, username);
  if (user === null) throw new Failure(`没有登录名为 ${username} 的账号。可用 gongkai user list 查看。`);
  return user;
};

const actions: Readonly<Record<string, Work>> = {
  async add(context, username, options) {
    const password = newPassword();
    const agencyId = await placeOf(context, options);
    const account = { agencyId, username, name: options.name ?? '', password, demonstration: false };
    await done(createAccount(context, account));
    return `账号 ${username} 已建立，首次口令 ${password}，首次登录时须修改\n`;
  },
  async password(context, username) {
    const { id } = await known(context, username);
    const password = newPassword();
    await done(resetPassword(context, { accountId: id, password }));
    return `账号 ${username} 的口令已重置为 ${password}，首次登录时须修改\n`;
  },
  async 'second-factor'(context, username) {
    await done(resetSecondFactor(context, { accountId: (await known(context, username)).id }));
    return `账号 ${username} 的动态口令已解除，凭口令登录后可以重新启用\n`;
  },
  async disable(context, username) {
    await done(disableAccount(context, { accountId: (await known(context, username)).id }));
    return `账号 ${username} 已停用\n`;
  },
  async enable(context, username) {
    await done(enableAccount(context, { accountId: (await known(context, username)).id }));
    return `账号 ${username} 已恢复\n`;
  },
  async grant(context, username, options, io) {
    const role = roleOf(options);
    const { id } = await known(context, username);
    const agencyId = await placeOf(context, options);
    const from = options.from ?? shanghaiDay(io.now());
    const grant = { accountId: id, agencyId, role, from, to: options.to ?? null, deputyOf: null };
    await done(grantRole(context, grant));
    return `账号 ${username} 已授予${roles[role].label}，自 ${from} 起\n`;
  },
  async revoke(context, username, options) {
    const role = roleOf(options);
    const agencyId = await placeOf(context, options);
    const held = (await known(context, username)).held.find(
      (one) => one.role === role && one.agencyId === agencyId,
    );
    if (held === undefined) throw new Failure(`账号 ${username} 在该机关没有${roles[role].label}的角色。`);
    await done(endRole(context, { membershipId: held.id }));
    return `账号 ${username} 的${roles[role].label}已收回\n`;
  },
};

async function list(context: AppContext, io: Io): Promise<void> {
  for await (const user of everyone(context)) {
    const held =
      user.held.map(({ role, agency }) => `${roles[role].label}@${agency}`).join('、') || '没有角色';
    await write(io.stdout, `${user.username}　${user.name}　${user.disabled ? '已停用　' : ''}${held}\n`);
  }
}

/** `gongkai user`: accounts and roles from the terminal, for the first administrators and for when none can come in. */
export const user = (
  action: string,
  username: string | undefined,
  options: UserOptions,
  io: Io,
): Promise<number> =>
  withStore(io, async (store) => {
    const work = Object.hasOwn(actions, action) ? actions[action] : undefined;
    if (action !== 'list' && work === undefined)
      throw new Failure(`user ${action}：应为 list、${Object.keys(actions).join('、')} 之一。`);
    if (work !== undefined && username === undefined) throw new Failure(`user ${action}：请给出登录名。`);
    const open = await openContext(store, 'terminal');
    try {
      if (work === undefined) await list(open.context, io);
      else await write(io.stdout, await work(open.context, username!, options, io));
    } finally {
      await open.close();
    }
    return 0;
  });
