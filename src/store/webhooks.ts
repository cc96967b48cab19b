import { type Insertable, type Kysely, type Selectable, sql } from 'kysely';
import { newId } from './ids.ts';
import type { WebhookTable } from './people-tables.ts';
import type { Tables } from './tables.ts';

type Connection = Kysely<Tables>;
export type Webhook = Selectable<WebhookTable>;

export async function webhookOf(connection: Connection, agencyId: string): Promise<Webhook | null> {
  const row = await connection
    .selectFrom('webhook')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .executeTakeFirst();
  return row ?? null;
}

export const setWebhook = (connection: Connection, webhook: Insertable<WebhookTable>) =>
  connection
    .insertInto('webhook')
    .values(webhook)
    .onConflict((conflict) => conflict.column('agency_id').doUpdateSet(webhook))
    .execute();

export const removeWebhook = (connection: Connection, agencyId: string) =>
  connection.deleteFrom('webhook').where('agency_id', '=', agencyId).execute();

/** Puts a message before the agency's robot; none where it has no robot. */
export const postToWebhook = (
  connection: Connection,
  post: { readonly agencyId: string; readonly kind: string; readonly number: string; readonly path: string },
  at: Date,
) =>
  sql`insert into webhook_post (agency_id, id, kind, number, path, made_at, state, after)
    select agency_id, ${newId()}::uuid, ${post.kind}, ${post.number}, ${post.path}, ${at}, 'waiting', ${at}
    from webhook where agency_id = ${post.agencyId}`.execute(connection);

export interface WaitingPost {
  readonly agency_id: string;
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly path: string;
  readonly tries: number;
}

/** Takes the posts that are due for `untilTried`: another process does not send them meanwhile. */
export async function takePosts(
  connection: Connection,
  now: Date,
  untilTried: Date,
  limit: number,
): Promise<WaitingPost[]> {
  const { rows } = await sql<WaitingPost>`
    update webhook_post set after = ${untilTried}, tries = tries + 1
    from (select agency_id, id from webhook_post where state = 'waiting' and after <= ${now}
      order by after limit ${limit} for update skip locked) due
    where webhook_post.agency_id = due.agency_id and webhook_post.id = due.id
    returning webhook_post.agency_id, webhook_post.id, kind, number, path, tries`.execute(connection);
  return rows;
}

export const settlePost = (
  connection: Connection,
  { agency_id, id }: Pick<WaitingPost, 'agency_id' | 'id'>,
  change: { readonly state: 'waiting' | 'sent' | 'failed'; readonly after?: Date; readonly said: string },
) =>
  connection
    .updateTable('webhook_post')
    .set(change)
    .where('agency_id', '=', agency_id)
    .where('id', '=', id)
    .execute();

/** What the robot answered last, and to how many posts it has not answered well. */
export async function lastPost(connection: Connection, agencyId: string) {
  const row = await connection
    .selectFrom('webhook_post')
    .select(['made_at', 'state', 'said'])
    .where('agency_id', '=', agencyId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}
