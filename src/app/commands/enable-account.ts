import * as z from 'zod';
import { refuse } from '../../domain/refusal.ts';
import { changeAccount } from '../../store/accounts.ts';
import { loadAccount } from '../accounts/subject.ts';
import { command } from '../command.ts';

/** Lets a disabled account in again, with the roles it still holds. */
export const enableAccount = command({
  act: 'account.enable',
  input: z.strictObject({ accountId: z.uuid() }),
  load: loadAccount,
  async run({ transaction, loaded: { account }, at, record }) {
    if (account.disabled_at === null) return refuse('account.enabled', '该账号没有停用，不需要恢复。');
    await changeAccount(transaction, account.id, { disabled_at: null, updated_at: at });
    await record({
      agencyId: account.home_agency_id,
      kind: 'account.enabled',
      subjectId: account.id,
      facts: {},
    });
    return { id: account.id };
  },
});
