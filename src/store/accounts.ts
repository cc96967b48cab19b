import { type Insertable, type Kysely, type Selectable, sql } from 'kysely';
import { withinReach } from './agency-tree.ts';
import type { AccountTable, MembershipTable } from './people-tables.ts';
import type { Tables } from './tables.ts';

type Connection = Kysely<Tables>;
export type Account = Selectable<AccountTable>;
export type Membership = Selectable<MembershipTable>;

export async function accountById(database: Connection, id: string): Promise<Account | null> {
  const row = await database.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

/** The account, locked until the transaction ends. */
export async function lockAccount(transaction: Connection, id: string): Promise<Account | null> {
  const row = await transaction
    .selectFrom('account')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function accountByUsername(database: Connection, username: string): Promise<Account | null> {
  const row = await database
    .selectFrom('account')
    .selectAll()
    .where('username', '=', username.toLowerCase())
    .executeTakeFirst();
  return row ?? null;
}

export const changeAccount = (
  transaction: Connection,
  id: string,
  change: Partial<Omit<Insertable<AccountTable>, 'id'>>,
) => transaction.updateTable('account').set(change).where('id', '=', id).execute();

export interface NewAccount {
  readonly account: Insertable<AccountTable>;
  /** Hash as better-auth makes it. */
  readonly password: string;
  readonly credentialId: string;
}

export async function insertAccount(transaction: Connection, made: NewAccount): Promise<void> {
  const { id, created_at } = made.account;
  await transaction.insertInto('account').values(made.account).execute();
  await sql`insert into account_credential (id, user_id, account_id, provider_id, password, created_at, updated_at)
    values (${made.credentialId}, ${id}, ${id}, 'credential', ${made.password}, ${created_at}, ${created_at})`.execute(
    transaction,
  );
}

export const setPassword = (transaction: Connection, accountId: string, password: string, at: Date) =>
  sql`update account_credential set password = ${password}, updated_at = ${at}
    where user_id = ${accountId} and provider_id = 'credential'`.execute(transaction);

/** Takes the second factor of an account away, with its codes for emergencies. */
export async function dropSecondFactor(transaction: Connection, accountId: string): Promise<void> {
  await sql`delete from account_second_factor where user_id = ${accountId}`.execute(transaction);
  await changeAccount(transaction, accountId, { two_factor_enabled: false });
}

/** Roles that hold on a day, of one account. */
export const membershipsOn = (database: Connection, accountId: string, day: string): Promise<Membership[]> =>
  database
    .selectFrom('membership')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('valid_from', '<=', day)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', day)]))
    .orderBy('valid_from')
    .orderBy('id')
    .execute();

export const membershipsOf = (database: Connection, accountId: string): Promise<Membership[]> =>
  database
    .selectFrom('membership')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('valid_from', 'desc')
    .orderBy('id', 'desc')
    .execute();

export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly disabled_at: Date | null;
  readonly two_factor_enabled: boolean;
  readonly agency_id: string;
  readonly agency_name: string;
  readonly roles: string[];
}

export interface PeopleQuery {
  readonly own: readonly string[];
  readonly below: readonly string[];
  /** Part of a name or user name; '' for all. */
  readonly text: string;
  /** Only those who hold this role on the day. */
  readonly role: string | null;
  readonly day: string;
  readonly after: { readonly name: string; readonly id: string } | null;
  readonly limit: number;
}

/** People of the agencies within reach, by name, with the roles they hold on the day. */
export async function listPeople(database: Connection, query: PeopleQuery): Promise<PersonRow[]> {
  const like = `%${query.text.replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<PersonRow>`
    select a.id, a.name, a.username, a.disabled_at, a.two_factor_enabled, g.id as agency_id, g.name as agency_name,
      array(select distinct m.role from membership m where m.account_id = a.id and m.valid_from <= ${query.day}::date
        and (m.valid_to is null or m.valid_to >= ${query.day}::date)) as roles
    from account a join agency g on g.id = a.home_agency_id
    where a.home_agency_id in (${withinReach(query.own, query.below)})
      and (${query.text} = '' or a.name like ${like} or a.username like ${like.toLowerCase()})
      and (${query.role}::text is null or exists (select from membership m where m.account_id = a.id
        and m.role = ${query.role} and m.valid_from <= ${query.day}::date
        and (m.valid_to is null or m.valid_to >= ${query.day}::date)))
      and ${query.after === null ? sql`true` : sql`(a.name, a.id) > (${query.after.name}, ${query.after.id}::uuid)`}
    order by a.name, a.id limit ${query.limit}`.execute(database);
  return rows;
}

/** Puts a hash of the same password, made at the cost asked now, in the place of an older one. */
export const renewPasswordHash = (database: Connection, old: string, renewed: string) =>
  sql`update account_credential set password = ${renewed} where password = ${old}`.execute(database);

/** Hash of the password; null for an account that comes in by single sign-on alone. */
export async function passwordOf(database: Connection, accountId: string): Promise<string | null> {
  const { rows } = await sql<{ password: string | null }>`
    select password from account_credential where user_id = ${accountId} and provider_id = 'credential'`.execute(
    database,
  );
  return rows[0]?.password ?? null;
}

/** Notes that a code was used; false when it had been since `valid`. */
export async function takeCode(
  transaction: Connection,
  accountId: string,
  hash: Uint8Array,
  now: Date,
  valid: Date,
): Promise<boolean> {
  const { rows } = await sql`
    insert into account_code_used (account_id, code_hash, used_at) values (${accountId}, ${hash}, ${now})
    on conflict (account_id, code_hash) do update set used_at = excluded.used_at
      where account_code_used.used_at < ${valid} returning 1`.execute(transaction);
  return rows.length > 0;
}

/** Accounts by user name, after one. */
export const allAccounts = (database: Connection, after: string, limit: number) =>
  database
    .selectFrom('account')
    .select(['id', 'username', 'name', 'disabled_at'])
    .where('username', '>', after)
    .orderBy('username')
    .limit(limit)
    .execute();

/** Names of accounts by id. */
export async function accountNames(
  database: Connection,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)].filter((id): id is string => id !== null);
  if (wanted.length === 0) return new Map();
  const rows = await database
    .selectFrom('account')
    .select(['id', 'name'])
    .where('id', 'in', wanted)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** People with a role at an agency on a day, by name: to whom work can be handed. */
export async function staffOf(
  database: Connection,
  agencyId: string,
  day: string,
): Promise<readonly { readonly id: string; readonly name: string; readonly roles: readonly string[] }[]> {
  const { rows } = await sql<{ id: string; name: string; roles: string[] }>`
    select a.id, a.name, array_agg(distinct m.role) as roles from membership m join account a on a.id = m.account_id
    where m.agency_id = ${agencyId} and m.valid_from <= ${day}::date
      and (m.valid_to is null or m.valid_to >= ${day}::date) and a.disabled_at is null
    group by a.id, a.name order by a.name, a.id limit 200`.execute(database);
  return rows;
}

/** Whether somebody has an account at an agency that is not invented: then the system is in real use. */
export async function hasRealPeople(database: Connection): Promise<boolean> {
  const row = await database
    .selectFrom('account')
    .innerJoin('agency', 'agency.id', 'account.home_agency_id')
    .select('account.id')
    .where('agency.demonstration', '=', false)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
