import type { Transporter } from 'nodemailer';
import { accountById } from '../../store/accounts.ts';
import { settleMail, takeMails, type WaitingMail } from '../../store/notices.ts';
import { mailOf } from '../accounts/mail.ts';
import { mustBeAllowed } from '../authorise.ts';
import type { AppContext } from '../context.ts';
import { titleOf } from './kinds.ts';
import { openTransport } from './mail-transport.ts';
import { claimFor, nextTry } from './outgoing.ts';

export interface MailSettings {
  /** GONGKAI_SMTP_URL: smtp://user:password@host:587, smtps://… */
  readonly smtpUrl: string;
  /** GONGKAI_MAIL_FROM: what stands as the sender. */
  readonly from: string;
  /** The address people use, path included. */
  readonly publicUrl: string;
}

const atOnce = 50;

/** A mail says what kind of thing waits, its number and where: whoever reads along learns nothing of anybody. */
export function mailText({ kind, number, path }: WaitingMail, publicUrl: string) {
  const link = `${publicUrl.replace(/\/+$/, '')}${path}`;
  return {
    subject: `【公开】${titleOf(kind)}${number === '' ? '' : `（${number}）`}`,
    text: `${titleOf(kind)}${number === '' ? '' : `：${number}`}\n\n请登录办公系统办理：\n${link}\n\n本邮件由系统自动发送，请勿回复。不想收到此类邮件的，可在“通知”中修改。\n`,
  };
}

async function sendOne(
  { store, vault, now }: AppContext,
  transport: Transporter,
  settings: MailSettings,
  waiting: WaitingMail,
): Promise<boolean> {
  const settle = (change: Parameters<typeof settleMail>[2]) =>
    store.write((transaction) => settleMail(transaction, waiting, change));
  const account = await store.read((database) => accountById(database, waiting.account_id));
  const to = account === null || account.disabled_at !== null ? null : mailOf(vault, account);
  if (to === null) {
    await settle({ mail: 'none' });
    return false;
  }
  try {
    const host = new URL(settings.publicUrl).hostname;
    await transport.sendMail({
      from: settings.from,
      to,
      messageId: `<${waiting.id}@${host}>`,
      ...mailText(waiting, settings.publicUrl),
    });
    await settle({ mail: 'sent' });
    return true;
  } catch {
    // The server's answer may hold the address: it is kept nowhere.
    const again = nextTry(waiting.mail_tries, now());
    await settle(again === null ? { mail: 'failed' } : { mail: 'waiting', mail_after: again });
    return false;
  }
}

/** Sends the mails that are due; returns how many were taken by the server. */
export async function sendMails(
  context: AppContext,
  settings: MailSettings,
  signal?: AbortSignal,
): Promise<number> {
  mustBeAllowed(context, 'notice.send');
  const transport = openTransport(settings.smtpUrl);
  let sent = 0;
  try {
    while (signal?.aborted !== true) {
      const now = context.now();
      const due = await context.store.write((transaction) =>
        takeMails(transaction, now, new Date(now.getTime() + claimFor), atOnce),
      );
      if (due.length === 0) break;
      for (const waiting of due) if (await sendOne(context, transport, settings, waiting)) sent += 1;
    }
  } finally {
    transport.close();
  }
  return sent;
}
