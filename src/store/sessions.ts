import type { Kysely, Selectable } from 'kysely';
import type { AccountSessionTable } from './people-tables.ts';
import type { Tables } from './tables.ts';

type Connection = Kysely<Tables>;
export type Session = Selectable<AccountSessionTable>;

/** The sessions of an account that still hold, newest first. */
export const sessionsOf = (database: Connection, accountId: string, now: Date): Promise<Session[]> =>
  database
    .selectFrom('account_session')
    .selectAll()
    .where('user_id', '=', accountId)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .limit(50)
    .execute();

/** Ends the sessions of an account, all or all but one. */
export async function endSessions(transaction: Connection, accountId: string, but?: string): Promise<number> {
  const all = transaction.deleteFrom('account_session').where('user_id', '=', accountId);
  const done = await (but === undefined ? all : all.where('token', '!=', but)).executeTakeFirst();
  return Number(done.numDeletedRows);
}

export async function endSession(transaction: Connection, accountId: string, id: string): Promise<boolean> {
  const done = await transaction
    .deleteFrom('account_session')
    .where('user_id', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirst();
  return Number(done.numDeletedRows) > 0;
}
