import * as z from 'zod';
import { refuse } from '../../domain/refusal.ts';
import { changeAccount } from '../../store/accounts.ts';
import { endSessions } from '../../store/sessions.ts';
import { loadAccount } from '../accounts/subject.ts';
import { command } from '../command.ts';

/** Ends all sessions of an account and lets it in no more. What it did stays on record under its id. */
export const disableAccount = command({
  act: 'account.disable',
  input: z.strictObject({ accountId: z.uuid() }),
  load: loadAccount,
  async run({ transaction, loaded: { account }, at, record }) {
    if (account.disabled_at !== null)
      return refuse('account.disabled', '该账号已经停用。', { since: account.disabled_at.toISOString() });
    await changeAccount(transaction, account.id, { disabled_at: at, updated_at: at });
    await endSessions(transaction, account.id);
    await record({
      agencyId: account.home_agency_id,
      kind: 'account.disabled',
      subjectId: account.id,
      facts: {},
    });
    return { id: account.id };
  },
});
