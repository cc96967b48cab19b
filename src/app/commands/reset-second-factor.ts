import * as z from 'zod';
import { refuse } from '../../domain/refusal.ts';
import { changeAccount, dropSecondFactor } from '../../store/accounts.ts';
import { endSessions } from '../../store/sessions.ts';
import { loadAccount } from '../accounts/subject.ts';
import { command } from '../command.ts';

/** Takes the second factor away from somebody who lost both telephone and codes; whoever was in by it is out. */
export const resetSecondFactor = command({
  act: 'account.resetSecondFactor',
  input: z.strictObject({ accountId: z.uuid() }),
  load: loadAccount,
  async run({ transaction, loaded: { account }, at, record }) {
    if (!account.two_factor_enabled)
      return refuse('account.noSecondFactor', '该账号没有启用动态口令，不需要解除。');
    await dropSecondFactor(transaction, account.id);
    await changeAccount(transaction, account.id, { updated_at: at });
    await endSessions(transaction, account.id);
    await record({
      agencyId: account.home_agency_id,
      kind: 'account.secondFactorReset',
      subjectId: account.id,
      facts: {},
    });
    return { id: account.id };
  },
});
