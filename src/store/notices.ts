import { type Kysely, type Selectable, sql } from 'kysely';
import { newId } from './ids.ts';
import type { NoticeTable } from './people-tables.ts';
import type { Tables } from './tables.ts';

type Connection = Kysely<Tables>;
export type Notice = Selectable<NoticeTable>;

export interface NewNotice {
  readonly agencyId: string;
  readonly accountIds: readonly string[];
  readonly kind: string;
  /** Number or name of the matter; no personal data. */
  readonly number: string;
  /** Path under the site's base. */
  readonly path: string;
}

/** Tells people something; by mail too, where they have an address and want the kind by mail. */
export async function insertNotices(connection: Connection, notice: NewNotice, at: Date): Promise<void> {
  const { agencyId, accountIds, kind, number, path } = notice;
  const accounts = [...new Set(accountIds)];
  if (accounts.length === 0) return;
  await sql`
    insert into notice (agency_id, id, account_id, kind, number, path, made_at, mail, mail_after)
    select ${agencyId}, told.id, a.id, ${kind}, ${number}, ${path}, ${at},
      case when a.mail is null or a.disabled_at is not null
        or exists (select from notice_unmailed u where u.account_id = a.id and u.kind = ${kind})
        then 'none' else 'waiting' end, ${at}
    from unnest(${accounts.map(() => newId())}::uuid[], ${accounts}::uuid[]) as told (id, account_id)
    join account a on a.id = told.account_id`.execute(connection);
}

/** The newest of a person's notices at an agency, by pages. */
export async function noticePage(
  connection: Connection,
  query: {
    readonly agencyId: string;
    readonly accountId: string;
    readonly after: string | null;
    readonly limit: number;
  },
): Promise<Notice[]> {
  const { agencyId, accountId, after, limit } = query;
  const { rows } = await sql<Notice>`
    select * from notice n where agency_id = ${agencyId} and account_id = ${accountId}
      and ${
        after === null
          ? sql`true`
          : sql`(made_at, id) < ((select made_at from notice where agency_id = ${agencyId} and id = ${after}::uuid), ${after}::uuid)`
      }
    order by made_at desc, id desc limit ${limit}`.execute(connection);
  return rows;
}

/** How many are unread, counted to 100. */
export async function unreadNotices(
  connection: Connection,
  agencyId: string,
  accountId: string,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (
    select from notice where agency_id = ${agencyId} and account_id = ${accountId} and read_at is null limit 100) n`.execute(
    connection,
  );
  return rows[0]!.count;
}

/** Marks one of a person's notices as read, or all; returns how many were unread. */
export async function readNotices(
  connection: Connection,
  agencyId: string,
  accountId: string,
  id: string | null,
  at: Date,
): Promise<number> {
  const base = connection
    .updateTable('notice')
    .set({ read_at: at })
    .where('agency_id', '=', agencyId)
    .where('account_id', '=', accountId)
    .where('read_at', 'is', null);
  const { numUpdatedRows } = await (id === null ? base : base.where('id', '=', id)).executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Unread notices of one person at an agency go to another. */
export async function moveUnread(
  connection: Connection,
  agencyId: string,
  from: string,
  to: string,
): Promise<number> {
  const { numUpdatedRows } = await connection
    .updateTable('notice')
    .set({ account_id: to })
    .where('agency_id', '=', agencyId)
    .where('account_id', '=', from)
    .where('read_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

export interface WaitingMail {
  readonly agency_id: string;
  readonly id: string;
  readonly account_id: string;
  readonly kind: string;
  readonly number: string;
  readonly path: string;
  readonly mail_tries: number;
}

/** Takes the mails that are due for `untilTried`: another process does not send them meanwhile. */
export async function takeMails(
  connection: Connection,
  now: Date,
  untilTried: Date,
  limit: number,
): Promise<WaitingMail[]> {
  const { rows } = await sql<WaitingMail>`
    update notice set mail_after = ${untilTried}, mail_tries = mail_tries + 1
    from (select agency_id, id from notice where mail = 'waiting' and mail_after <= ${now}
      order by mail_after limit ${limit} for update skip locked) due
    where notice.agency_id = due.agency_id and notice.id = due.id
    returning notice.agency_id, notice.id, account_id, kind, number, path, mail_tries`.execute(connection);
  return rows;
}

export const settleMail = (
  connection: Connection,
  { agency_id, id }: Pick<WaitingMail, 'agency_id' | 'id'>,
  change: { readonly mail: NoticeTable['mail']; readonly mail_after?: Date },
) =>
  connection
    .updateTable('notice')
    .set(change)
    .where('agency_id', '=', agency_id)
    .where('id', '=', id)
    .execute();

export async function unmailedKinds(connection: Connection, accountId: string): Promise<string[]> {
  const rows = await connection
    .selectFrom('notice_unmailed')
    .select('kind')
    .where('account_id', '=', accountId)
    .execute();
  return rows.map(({ kind }) => kind);
}

export async function setUnmailed(
  connection: Connection,
  accountId: string,
  kinds: readonly string[],
): Promise<void> {
  await connection.deleteFrom('notice_unmailed').where('account_id', '=', accountId).execute();
  if (kinds.length > 0)
    await connection
      .insertInto('notice_unmailed')
      .values(kinds.map((kind) => ({ account_id: accountId, kind })))
      .execute();
}
