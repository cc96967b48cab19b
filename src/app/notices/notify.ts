import type { Transaction } from 'kysely';
import { insertNotices, type NewNotice } from '../../store/notices.ts';
import type { Tables } from '../../store/tables.ts';
import { postToWebhook } from '../../store/webhooks.ts';
import type { NoticeKind } from './kinds.ts';

/**
 * Tells people of something, in the transaction in which it happens: in the office, by mail where they want it. With
 * `group` the agency's robot says it too, once.
 */
export async function notify(
  transaction: Transaction<Tables>,
  notice: NewNotice & { readonly kind: NoticeKind; readonly group?: boolean },
  at: Date,
): Promise<void> {
  await insertNotices(transaction, notice, at);
  if (notice.group) await postToWebhook(transaction, notice, at);
}
