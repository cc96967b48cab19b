import * as z from 'zod';
import { changeAccount } from '../../store/accounts.ts';
import { sealMail } from '../accounts/mail.ts';
import { loadAccount } from '../accounts/subject.ts';
import { command } from '../command.ts';

const mail = z.union([
  z.literal(''),
  z.email('这不是一个完整的邮箱地址，例如 name@example.gov.cn。').max(120),
]);

/** Where notices go; '' for nowhere but the office itself. Sealed under a key of the account's own. */
export const changeOwnContact = command({
  act: 'account.changeContact',
  input: z.strictObject({ accountId: z.uuid(), mail: z.string().trim().pipe(mail) }),
  load: loadAccount,
  async run({ context, transaction, input, loaded: { account }, at, record }) {
    const sealed =
      input.mail === '' ? { mail: null, mail_key: null } : sealMail(context.vault, account.id, input.mail);
    await changeAccount(transaction, account.id, { ...sealed, updated_at: at });
    await record({
      agencyId: account.home_agency_id,
      kind: 'account.contactChanged',
      subjectId: account.id,
      facts: { mail: input.mail !== '' },
    });
    return { id: account.id };
  },
});
