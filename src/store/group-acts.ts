import { type Insertable, type Kysely, type Selectable, sql, type Updateable } from 'kysely';
import type { CaseRef } from './applications.ts';
import type { GroupActTable, GroupLeftOutTable } from './group-tables.ts';
import type { Tables } from './tables.ts';

export type GroupActRow = Selectable<GroupActTable>;
export type GroupLeftOutRow = Selectable<GroupLeftOutTable>;
type Connection = Kysely<Tables>;

export const insertGroupAct = (transaction: Connection, act: Insertable<GroupActTable>) =>
  transaction.insertInto('group_act').values(act).execute();

/** Acts on a group, the newest first. */
export const actsOfGroup = (database: Connection, { agencyId, id }: CaseRef): Promise<GroupActRow[]> =>
  database
    .selectFrom('group_act')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('group_id', '=', id)
    .orderBy('id', 'desc')
    .execute();

/** Acts that are still to be carried, the oldest first. */
export const openGroupActs = (database: Connection, limit: number): Promise<CaseRef[]> =>
  database
    .selectFrom('group_act')
    .select(['agency_id as agencyId', 'id'])
    .where('done_at', 'is', null)
    .orderBy('id')
    .limit(limit)
    .execute();

/** An act still to be carried, locked; null where it is done or another process carries it. */
export const lockGroupAct = async (
  transaction: Connection,
  { agencyId, id }: CaseRef,
): Promise<GroupActRow | null> =>
  (await transaction
    .selectFrom('group_act')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .where('done_at', 'is', null)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()) ?? null;

export const updateGroupAct = (
  transaction: Connection,
  { agencyId, id }: CaseRef,
  change: Updateable<GroupActTable>,
) =>
  transaction
    .updateTable('group_act')
    .set(change)
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .execute();

export async function insertLeftOut(
  transaction: Connection,
  rows: readonly Insertable<GroupLeftOutTable>[],
): Promise<void> {
  if (rows.length > 0)
    await transaction
      .insertInto('group_left_out')
      .values([...rows])
      .execute();
}

/** Applications an act left out that are still in the group, by keyset over their ids. */
export async function leftOutPage(
  database: Connection,
  { agencyId, id }: CaseRef,
  groupId: string,
  after: string | null,
  limit: number,
): Promise<readonly (GroupLeftOutRow & { readonly number: string })[]> {
  const { rows } = await sql<GroupLeftOutRow & { number: string }>`
    select l.*, coalesce(a.number, a.receipt_number) as number from group_left_out l
    join application a on a.agency_id = l.agency_id and a.id = l.application_id and a.group_id = ${groupId}
    where l.agency_id = ${agencyId} and l.act_id = ${id} and ${after === null ? sql`true` : sql`l.application_id > ${after}::uuid`}
    order by l.application_id limit ${limit}`.execute(database);
  return rows;
}

/** How many an act left out for which reason. */
export async function leftOutCounts(
  database: Connection,
  { agencyId, id }: CaseRef,
): Promise<readonly { readonly reason: GroupLeftOutRow['reason']; readonly cases: number }[]> {
  const rows = await database
    .selectFrom('group_left_out')
    .select(['reason', ({ fn }) => fn.countAll<number>().as('cases')])
    .where('agency_id', '=', agencyId)
    .where('act_id', '=', id)
    .groupBy('reason')
    .orderBy('cases', 'desc')
    .execute();
  return rows.map(({ reason, cases }) => ({ reason, cases: Number(cases) }));
}

/** The first of those an act left out for some reasons that are still in the group. */
export async function leftOutFor(
  database: Connection,
  { agencyId, id }: CaseRef,
  groupId: string,
  reasons: readonly GroupLeftOutRow['reason'][],
  limit: number,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select a.id from group_left_out l
    join application a on a.agency_id = l.agency_id and a.id = l.application_id and a.group_id = ${groupId}
    where l.agency_id = ${agencyId} and l.act_id = ${id} and l.reason = any(${[...reasons]}::text[])
    order by a.id limit ${limit}`.execute(database);
  return rows.map((row) => row.id);
}
