import { type Insertable, type Kysely, sql } from 'kysely';
import type { Membership } from './accounts.ts';
import { newId } from './ids.ts';
import type { MembershipTable } from './people-tables.ts';
import type { Tables } from './tables.ts';

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

/** Who holds a role at an agency on a day, by name. */
export const holdersOf = (database: Connection, agencyId: string, role: string, day: string) =>
  database
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .select(['account.id', 'account.name', 'membership.deputy_of'])
    .where('membership.agency_id', '=', agencyId)
    .where('membership.role', '=', role)
    .where('membership.valid_from', '<=', day)
    .where((where) =>
      where.or([where('membership.valid_to', 'is', null), where('membership.valid_to', '>=', day)]),
    )
    .orderBy('account.name')
    .limit(20)
    .execute();

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

/**
 * Roles held at one agency after its last day are held at another from the next day on, by the same people to the same
 * end; what a person holds there already is not given twice. Returns how many were moved.
 */
export async function moveMemberships(
  transaction: Connection,
  move: {
    readonly from: string;
    readonly to: string;
    readonly lastDay: string;
    readonly nextDay: string;
    readonly grantedBy: string;
    readonly at: Date;
  },
): Promise<number> {
  const { from, to, lastDay, nextDay, grantedBy, at } = move;
  const heldAt = (agencyId: string, day: string) =>
    transaction
      .selectFrom('membership')
      .selectAll()
      .where('agency_id', '=', agencyId)
      .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', day)]))
      .execute();
  const [held, there] = [await heldAt(from, nextDay), await heldAt(to, nextDay)];
  for (const one of held) {
    const valid_from = one.valid_from > nextDay ? one.valid_from : nextDay;
    const same = there.some(
      (other) =>
        other.account_id === one.account_id &&
        other.role === one.role &&
        other.deputy_of === one.deputy_of &&
        other.valid_from <= valid_from &&
        (other.valid_to === null || (one.valid_to !== null && other.valid_to >= one.valid_to)),
    );
    if (!same)
      await insertMembership(transaction, {
        ...one,
        id: newId(),
        agency_id: to,
        valid_from,
        granted_by: grantedBy,
        granted_at: at,
      });
    if (one.valid_from > lastDay) await deleteMembership(transaction, one.id);
    else await endMembership(transaction, one.id, lastDay);
  }
  return held.length;
}

/** Who is at home at an agency or serves it on a day and is not disabled, by name. */
export async function colleaguesAt(
  database: Connection,
  agencyId: string,
  day: string,
  limit: number,
): Promise<{ username: string; name: string }[]> {
  const { rows } = await sql<{ username: string; name: string }>`
    select username, name from account where disabled_at is null and id in (
      select id from account where home_agency_id = ${agencyId}
      union select account_id from membership where agency_id = ${agencyId}
        and valid_from <= ${day}::date and (valid_to is null or valid_to >= ${day}::date))
    order by name, username limit ${limit}`.execute(database);
  return rows;
}

/** Who serves which agency on a day, with their roles there, after a key of the page before. */
export async function peopleOn(
  database: Connection,
  day: string,
  after: string,
  limit: number,
): Promise<{ account_id: string; agency_id: string; roles: string[]; key: string }[]> {
  const { rows } = await sql<{ account_id: string; agency_id: string; roles: string[]; key: string }>`
    select account_id, agency_id, array_agg(distinct role) as roles, account_id::text || agency_id::text as key
    from membership join account on account.id = account_id and disabled_at is null
    where valid_from <= ${day}::date and (valid_to is null or valid_to >= ${day}::date)
      and account_id::text || agency_id::text > ${after}
    group by account_id, agency_id order by key limit ${limit}`.execute(database);
  return rows;
}
