import { accountById } from '../../store/accounts.ts';
import { settleMail, takeMails, type WaitingMail } from '../../store/notices.ts';
import { mailOf } from '../accounts/mail.ts';
import type { AppContext } from '../context.ts';
import { titleOf } from './kinds.ts';
import { type MailSettings, sendRows } from './mail-run.ts';

/** A mail says what kind of thing waits, its number and where: whoever reads along learns nothing of anybody. */
export function mailText({ kind, number, path }: WaitingMail, publicUrl: string) {
  const link = `${publicUrl.replace(/\/+$/, '')}${path}`;
  return {
    subject: `【公开】${titleOf(kind)}${number === '' ? '' : `（${number}）`}`,
    text: `${titleOf(kind)}${number === '' ? '' : `：${number}`}\n\n请登录办公系统办理：\n${link}\n\n本邮件由系统自动发送，请勿回复。不想收到此类邮件的，可在“通知”中修改。\n`,
  };
}

/** Sends people of the office the mails that are due; returns how many were taken by the server. */
export const sendMails = (
  context: AppContext,
  settings: MailSettings,
  signal?: AbortSignal,
): Promise<number> =>
  sendRows<WaitingMail>(
    context,
    settings,
    {
      take: takeMails,
      async compose(row) {
        const account = await context.store.read((database) => accountById(database, row.account_id));
        const to = account === null || account.disabled_at !== null ? null : mailOf(context.vault, account);
        return to === null ? null : { to, ...mailText(row, settings.publicUrl) };
      },
      tries: ({ mail_tries }) => mail_tries,
      settle: (transaction, row, outcome) =>
        settleMail(
          transaction,
          row,
          outcome.end === 'waiting' ? { mail: 'waiting', mail_after: outcome.after } : { mail: outcome.end },
        ),
    },
    signal,
  );
