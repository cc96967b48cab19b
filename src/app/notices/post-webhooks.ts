import { settlePost, takePosts, type WaitingPost, webhookOf } from '../../store/webhooks.ts';
import { mustBeAllowed } from '../authorise.ts';
import type { AppContext } from '../context.ts';
import { guardedPost } from './guarded-post.ts';
import { claimFor, nextTry } from './outgoing.ts';
import { openWebhook, signatureOf, signedAddress, taken, webhookBody } from './webhook.ts';

export interface WebhookSettings {
  /** GONGKAI_WEBHOOK_INSIDE: addresses of the office's own net may be posted to, by http too. */
  readonly allowInside: boolean;
  /** The address people use, path included. */
  readonly publicUrl: string;
}

const atOnce = 50;

/** Posts one message; null when it was taken, else why not, in few words. */
async function postOne(
  { store, vault, now }: AppContext,
  { allowInside, publicUrl }: WebhookSettings,
  { agency_id, kind, number, path }: WaitingPost,
): Promise<string | null> {
  const webhook = await store.read((database) => webhookOf(database, agency_id));
  if (webhook === null) return null;
  const { address, secret } = openWebhook(vault, webhook);
  const body = webhookBody(webhook.form, { kind, number, link: `${publicUrl.replace(/\/+$/, '')}${path}` });
  const timestamp = String(now().getTime());
  const headers = {
    'X-Gongkai-Timestamp': timestamp,
    'X-Gongkai-Signature': signatureOf(secret, timestamp, body),
  };
  try {
    const to = signedAddress(webhook.form, address, secret, timestamp);
    const { status, text } = await guardedPost(to, body, headers, allowInside);
    return taken(webhook.form, status, text);
  } catch (error) {
    // A message may hold the address, whose key must not be seen: the kind of fault says enough.
    return (error as { code?: string }).code ?? '没有连上';
  }
}

/** Posts what is due to the robots; returns how many messages were taken. */
export async function postWebhooks(
  context: AppContext,
  settings: WebhookSettings,
  signal?: AbortSignal,
): Promise<number> {
  mustBeAllowed(context, 'notice.send');
  let sent = 0;
  while (signal?.aborted !== true) {
    const now = context.now();
    const due = await context.store.write((transaction) =>
      takePosts(transaction, now, new Date(now.getTime() + claimFor), atOnce),
    );
    if (due.length === 0) return sent;
    for (const post of due) {
      const fault = await postOne(context, settings, post);
      const again = fault === null ? null : nextTry(post.tries, context.now());
      const change =
        fault === null
          ? { state: 'sent' as const, said: '已送达' }
          : again === null
            ? { state: 'failed' as const, said: fault }
            : { state: 'waiting' as const, after: again, said: fault };
      await context.store.write((transaction) => settlePost(transaction, post, change));
      if (fault === null) sent += 1;
    }
  }
  return sent;
}
