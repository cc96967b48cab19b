import { createTransport } from 'nodemailer';
import type { Store } from '../../store/store.ts';
import { mustBeAllowed } from '../authorise.ts';
import type { AppContext } from '../context.ts';
import { claimFor, nextTry } from './outgoing.ts';

export interface MailSettings {
  /** GONGKAI_SMTP_URL: smtp://user:password@host:587, smtps://… */
  readonly smtpUrl: string;
  /** GONGKAI_MAIL_FROM: what stands as the sender. */
  readonly from: string;
  /** The address people use, path included. */
  readonly publicUrl: string;
}

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** How a mail ended: taken by the server, nobody to send it to, given up, or to be tried again at an instant. */
export type MailEnd =
  | { readonly end: 'sent' | 'none' | 'failed' }
  | { readonly end: 'waiting'; readonly after: Date };

type Transaction = Parameters<Parameters<Store['write']>[0]>[0];

/** A table of rows that tell of mails to be sent. */
export interface MailRows<Row extends { readonly id: string }> {
  /** Takes rows that are due until an instant, so that no other process sends them meanwhile. */
  readonly take: (transaction: Transaction, now: Date, until: Date, limit: number) => Promise<readonly Row[]>;
  /** Null where nobody is to hear any more. */
  readonly compose: (row: Row) => Promise<Mail | null>;
  readonly tries: (row: Row) => number;
  readonly settle: (transaction: Transaction, row: Row, end: MailEnd) => Promise<unknown>;
}

const atOnce = 50;

/** Sends what is due of some rows; returns how many mails were taken by the server. */
export async function sendRows<Row extends { readonly id: string }>(
  context: AppContext,
  { smtpUrl, from, publicUrl }: MailSettings,
  rows: MailRows<Row>,
  signal?: AbortSignal,
): Promise<number> {
  mustBeAllowed(context, 'notice.send');
  const transport = createTransport(smtpUrl, { connectionTimeout: 15_000, socketTimeout: 30_000 } as never);
  const host = new URL(publicUrl).hostname;
  const outcome = async (row: Row): Promise<MailEnd> => {
    const mail = await rows.compose(row);
    if (mail === null) return { end: 'none' };
    try {
      await transport.sendMail({ from, ...mail, messageId: `<${row.id}@${host}>` });
      return { end: 'sent' };
    } catch {
      // The server's answer may hold the address: it is kept nowhere.
      const after = nextTry(rows.tries(row), context.now());
      return after === null ? { end: 'failed' } : { end: 'waiting', after };
    }
  };
  let sent = 0;
  try {
    while (signal?.aborted !== true) {
      const now = context.now();
      const due = await context.store.write((transaction) =>
        rows.take(transaction, now, new Date(now.getTime() + claimFor), atOnce),
      );
      if (due.length === 0) break;
      for (const row of due) {
        const end = await outcome(row);
        await context.store.write((transaction) => rows.settle(transaction, row, end));
        if (end.end === 'sent') sent += 1;
      }
    }
  } finally {
    transport.close();
  }
  return sent;
}
