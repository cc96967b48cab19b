import * as z from 'zod';
import { refuse } from '../../domain/refusal.ts';
import { changeAccount, setPassword } from '../../store/accounts.ts';
import { endSessions } from '../../store/sessions.ts';
import { passwordFault } from '../accounts/password.ts';
import { hashPassword } from '../accounts/password-hash.ts';
import { forgetFailuresOf } from '../accounts/sign-in-failures.ts';
import { loadAccount } from '../accounts/subject.ts';
import { command } from '../command.ts';

/** Sets a first password anew; the person must change it on coming in, and whoever was in by the old one is out. */
export const resetPassword = command({
  act: 'account.resetPassword',
  input: z.strictObject({ accountId: z.uuid(), password: z.string() }),
  load: loadAccount,
  async run({ context, transaction, input, loaded: { account }, at, record }) {
    const fault = passwordFault(input.password, account);
    if (fault !== null)
      return refuse('account.weakPassword', fault, { fields: [{ field: 'password', message: fault }] });
    await setPassword(transaction, account.id, await hashPassword(input.password), at);
    await changeAccount(transaction, account.id, { must_change_password: true, updated_at: at });
    await endSessions(transaction, account.id);
    await forgetFailuresOf(transaction, context.vault, account.username);
    await record({
      agencyId: account.home_agency_id,
      kind: 'account.passwordReset',
      subjectId: account.id,
      facts: {},
    });
    return { id: account.id };
  },
});
