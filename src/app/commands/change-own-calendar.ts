import * as z from 'zod';
import { accountCalendar, keepAccountCalendar } from '../../store/account-calendars.ts';
import { loadAccount } from '../accounts/subject.ts';
import { command } from '../command.ts';

/** Gives a person's calendar a new address, or none. The address before ends either way and never comes back. */
export const changeOwnCalendar = command({
  act: 'account.changeCalendar',
  input: z.strictObject({ accountId: z.uuid(), active: z.boolean() }),
  load: loadAccount,
  async run({ transaction, input: { active }, loaded: { account }, at, record }) {
    const before = await accountCalendar(transaction, account.id);
    await keepAccountCalendar(transaction, {
      account_id: account.id,
      version: (before?.version ?? 0) + 1,
      active,
      changed_at: at,
    });
    await record({
      agencyId: account.home_agency_id,
      kind: 'account.calendarChanged',
      subjectId: account.id,
      facts: { active },
    });
    return { active };
  },
});
