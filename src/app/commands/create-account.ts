import * as z from 'zod';
import { refuse } from '../../domain/refusal.ts';
import { accountByUsername, insertAccount } from '../../store/accounts.ts';
import { agencyById } from '../../store/agencies.ts';
import { newId } from '../../store/ids.ts';
import { addressOf } from '../accounts/auth.ts';
import { passwordFault } from '../accounts/password.ts';
import { hashPassword } from '../accounts/password-hash.ts';
import { command } from '../command.ts';

export const accountInput = z.strictObject({
  agencyId: z.uuid(),
  username: z
    .string()
    .trim()
    .regex(/^[a-zA-Z][a-zA-Z0-9_.]{2,29}$/, '登录名为 3 至 30 个字母、数字、点或下划线，以字母开头。'),
  name: z.string().trim().min(2, '请填写姓名，至少两个字。').max(40, '姓名不超过 40 个字。'),
  password: z.string(),
  demonstration: z.boolean().default(false),
});

const nameTaken = refuse('account.nameTaken', '这个登录名已经有人使用。请换一个。', {
  fields: [{ field: 'username', message: '这个登录名已经有人使用。' }],
});

/** Makes an account without any role. Its first password was told by another, so it must be changed on coming in. */
export const createAccount = command({
  act: 'account.create',
  input: accountInput as z.ZodType<z.infer<typeof accountInput>>,
  async load(transaction, { agencyId }) {
    const agency = await agencyById(transaction, agencyId);
    return agency === null || agency.valid_to !== null
      ? refuse('agency.unknown', '没有这个机关，或者已经撤并，没有建立账号。请从机关列表中选择。')
      : { agencyId };
  },
  async run({ transaction, input, at, record }) {
    const { agencyId, username, name, password, demonstration } = input;
    const fault = passwordFault(password, { username, name });
    if (fault !== null)
      return refuse('account.weakPassword', fault, { fields: [{ field: 'password', message: fault }] });
    if ((await accountByUsername(transaction, username)) !== null) return nameTaken;
    const id = newId();
    await insertAccount(transaction, {
      credentialId: newId(),
      password: await hashPassword(password),
      account: {
        id,
        username: username.toLowerCase(),
        display_username: username,
        name,
        email: addressOf(username.toLowerCase()),
        email_verified: true,
        image: null,
        two_factor_enabled: false,
        mail: null,
        mail_key: null,
        must_change_password: !demonstration,
        password_changed_at: null,
        disabled_at: null,
        demonstration,
        home_agency_id: agencyId,
        created_at: at,
        updated_at: at,
      },
    });
    await record({
      agencyId,
      kind: 'account.created',
      subjectId: id,
      facts: { username: username.toLowerCase() },
    });
    return { id };
  },
});
