import { type Insertable, type Kysely, type Selectable, sql, type Updateable } from 'kysely';
import type { Phase } from '../domain/application/phases.ts';
import type { ApplicationRow, CaseRef } from './applications.ts';
import type { ApplicationGroupTable, GroupPart } from './group-tables.ts';
import type { Tables } from './tables.ts';

export type GroupRow = Selectable<ApplicationGroupTable>;
type Connection = Kysely<Tables>;

const one = (connection: Connection, { agencyId, id }: CaseRef) =>
  connection
    .selectFrom('application_group')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('id', '=', id);

export const groupById = async (database: Connection, ref: CaseRef): Promise<GroupRow | null> =>
  (await one(database, ref).executeTakeFirst()) ?? null;

/** Locked until the transaction ends: acts on a group come one after the other. Sending in an application never waits for it. */
export const lockGroupRow = async (transaction: Connection, ref: CaseRef): Promise<GroupRow | null> =>
  (await one(transaction, ref).forUpdate().executeTakeFirst()) ?? null;

/** The group that takes in applications of a content; null where there is none. */
export async function groupOfContent(
  database: Connection,
  agencyId: string,
  contentHash: Uint8Array,
): Promise<string | null> {
  const row = await database
    .selectFrom('application_group')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('content_hash', '=', contentHash)
    .where('open', '=', true)
    .executeTakeFirst();
  return row?.id ?? null;
}

const waiting = (agencyId: string, contentHash: Uint8Array) => sql`
  select id from application where agency_id = ${agencyId} and content_hash = ${Buffer.from(contentHash)}
    and open and group_id is null and not alone and origin <> 'reopened'`;

/** How many open applications of a content stand in no group, counted up to a limit. */
export async function countUngrouped(
  database: Connection,
  agencyId: string,
  contentHash: Uint8Array,
  limit: number,
): Promise<number> {
  const { rows } = await sql<{ cases: number }>`
    select count(*)::int as cases from (${waiting(agencyId, contentHash)} limit ${limit}) found`.execute(
    database,
  );
  return rows[0]!.cases;
}

/** Makes the group of a content, unless another application just did. */
export const insertGroup = (transaction: Connection, row: Insertable<ApplicationGroupTable>) =>
  transaction
    .insertInto('application_group')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['agency_id', 'content_hash']).where('open', '=', true).doNothing(),
    )
    .execute();

/** Takes those into a group that came while it was being made. */
export async function takeIn(
  transaction: Connection,
  { agencyId, id }: CaseRef,
  contentHash: Uint8Array,
): Promise<void> {
  await sql`
    update application set group_id = ${id}
    where agency_id = ${agencyId} and id in (${waiting(agencyId, contentHash)} for update skip locked)`.execute(
    transaction,
  );
}

export const updateGroup = (
  transaction: Connection,
  { agencyId, id }: CaseRef,
  change: Updateable<ApplicationGroupTable>,
) =>
  transaction
    .updateTable('application_group')
    .set(change)
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .execute();

export const openGroupRows = (database: Connection, agencyId: string): Promise<GroupRow[]> =>
  database
    .selectFrom('application_group')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('open', '=', true)
    .orderBy('id')
    .execute();

/** Open groups of every agency whose count is older than an instant. */
export const staleGroups = (database: Connection, before: Date, limit: number): Promise<CaseRef[]> =>
  database
    .selectFrom('application_group')
    .select(['agency_id as agencyId', 'id'])
    .where('open', '=', true)
    .where((where) => where.or([where('counted_at', 'is', null), where('counted_at', '<', before)]))
    .orderBy('counted_at', (order) => order.asc().nullsFirst())
    .limit(limit)
    .execute();

/** How the applications of a group stand. Reads all of them. */
export async function countParts(
  database: Connection,
  { agencyId, id }: CaseRef,
): Promise<readonly GroupPart[]> {
  const { rows } = await sql<GroupPart>`
    select phase, waiting_for, clock, state->'reviews'->>'legal' is not null as legal,
      state->'reviews'->>'secrecy' is not null as secrecy, state->>'approval' is not null as approved,
      case when phase = 'submitted' then channel end as channel,
      min(coalesce(received_on, submitted_on)) as first_on, max(coalesce(received_on, submitted_on)) as last_on,
      count(*)::int as cases
    from application where agency_id = ${agencyId} and group_id = ${id}
    group by 1, 2, 3, 4, 5, 6, 7 order by first_on, phase`.execute(database);
  return rows;
}

/** Lets open applications go that came into a group in the moment in which it was closed. */
export async function releaseFromClosed(transaction: Connection): Promise<void> {
  await sql`
    update application a set group_id = null from application_group g
    where g.agency_id = a.agency_id and g.id = a.group_id and not g.open and a.open
      and g.counted_at > now() - interval '1 day'`.execute(transaction);
}

export async function countMembers(database: Connection, { agencyId, id }: CaseRef): Promise<number> {
  const { members } = await database
    .selectFrom('application')
    .select(({ fn }) => fn.countAll<number>().as('members'))
    .where('agency_id', '=', agencyId)
    .where('group_id', '=', id)
    .executeTakeFirstOrThrow();
  return Number(members);
}

/** The first applications of a group in some phases. */
export const membersIn = (
  database: Connection,
  { agencyId, id }: CaseRef,
  phases: readonly Phase[],
  limit: number,
): Promise<ApplicationRow[]> =>
  database
    .selectFrom('application')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('group_id', '=', id)
    .where('phase', 'in', [...phases])
    .orderBy('id')
    .limit(limit)
    .execute();
