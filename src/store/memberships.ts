import type { Insertable, Kysely } from 'kysely';
import type { Membership } from './accounts.ts';
import type { MembershipTable, Tables } from './tables.ts';

type Connection = Kysely<Tables>;

export const insertMembership = (transaction: Connection, membership: Insertable<MembershipTable>) =>
  transaction.insertInto('membership').values(membership).execute();

export async function lockMembership(transaction: Connection, id: string): Promise<Membership | null> {
  const row = await transaction
    .selectFrom('membership')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** The last day on which a role is held. */
export const endMembership = (transaction: Connection, id: string, lastDay: string) =>
  transaction.updateTable('membership').set({ valid_to: lastDay }).where('id', '=', id).execute();

export const deleteMembership = (transaction: Connection, id: string) =>
  transaction.deleteFrom('membership').where('id', '=', id).execute();

/** Roles of an account that hold on or after a day. */
export const membershipsFrom = (
  database: Connection,
  accountId: string,
  day: string,
): Promise<Membership[]> =>
  database
    .selectFrom('membership')
    .selectAll()
    .where('account_id', '=', accountId)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', day)]))
    .execute();
