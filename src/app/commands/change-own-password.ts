import * as z from 'zod';
import { refuse } from '../../domain/refusal.ts';
import { changeAccount, passwordOf, setPassword } from '../../store/accounts.ts';
import { endSessions } from '../../store/sessions.ts';
import { passwordFault } from '../accounts/password.ts';
import { hashPassword, verifyPassword } from '../accounts/password-hash.ts';
import { loadAccount } from '../accounts/subject.ts';
import { command } from '../command.ts';

const wrong = (field: string, message: string) =>
  refuse('account.password', message, { fields: [{ field, message }] });

/** A person changes their own password; every other session of theirs ends. */
export const changeOwnPassword = command({
  act: 'account.changePassword',
  input: z.strictObject({
    accountId: z.uuid(),
    current: z.string().max(200),
    password: z.string().max(200),
    /** Token of the session that goes on. */
    keepSession: z.string(),
  }),
  load: loadAccount,
  async run({ transaction, input, loaded: { account }, at, record }) {
    const hash = await passwordOf(transaction, account.id);
    if (hash === null || !(await verifyPassword(hash, input.current)))
      return wrong('current', '现在的口令不对，没有修改。');
    const fault = passwordFault(input.password, account);
    if (fault !== null) return wrong('password', fault);
    if (input.password === input.current) return wrong('password', '新口令与现在的口令相同。请换一个。');
    await setPassword(transaction, account.id, await hashPassword(input.password), at);
    await changeAccount(transaction, account.id, {
      must_change_password: false,
      password_changed_at: at,
      updated_at: at,
    });
    await endSessions(transaction, account.id, input.keepSession);
    await record({
      agencyId: account.home_agency_id,
      kind: 'account.passwordChanged',
      subjectId: account.id,
      facts: {},
    });
    return { id: account.id };
  },
});
