import { type Kysely, sql } from 'kysely';
import { type ListedRow, listedColumns } from './application-lists.ts';
import type { Tables } from './tables.ts';

type Connection = Kysely<Tables>;

/** How many open applications of an agency a person holds. */
export async function countHeld(database: Connection, agencyId: string, accountId: string): Promise<number> {
  const { held } = await database
    .selectFrom('application')
    .select(({ fn }) => fn.countAll<number>().as('held'))
    .where('agency_id', '=', agencyId)
    .where('open', '=', true)
    .where('holder_id', '=', accountId)
    .executeTakeFirstOrThrow();
  return Number(held);
}

/** Gives all of them to the next person; 首问负责: who touched it first stays named. */
export async function moveHeld(
  transaction: Connection,
  agencyId: string,
  from: string,
  to: string,
): Promise<number> {
  const done = await transaction
    .updateTable('application')
    .set({ holder_id: to })
    .where('agency_id', '=', agencyId)
    .where('open', '=', true)
    .where('holder_id', '=', from)
    .executeTakeFirst();
  return Number(done.numUpdatedRows);
}

export interface HeldRow {
  readonly id: string;
  readonly holder_id: string | null;
  /** Its personal data was deleted. */
  readonly erased: boolean;
}

/** Cases of an agency with whoever holds them, locked in the order of their ids until the transaction ends. */
export async function lockHeld(
  transaction: Connection,
  agencyId: string,
  ids: readonly string[],
): Promise<readonly HeldRow[]> {
  const { rows } = await sql<HeldRow>`
    select id, holder_id, wrapped_key is null as erased from application
    where agency_id = ${agencyId} and id = any(${[...ids]}::uuid[]) order by id for update`.execute(
    transaction,
  );
  return rows;
}

export const giveTo = (
  transaction: Connection,
  agencyId: string,
  ids: readonly string[],
  holderId: string,
): Promise<unknown> =>
  transaction
    .updateTable('application')
    .set({ holder_id: holderId })
    .where('agency_id', '=', agencyId)
    .where('id', 'in', ids)
    .execute();

/** Open cases of an agency that a person, or nobody yet, has in hand, or that lie with a unit; the oldest first, a page at a time. */
export async function heldPage(
  database: Connection,
  agencyId: string,
  by: { readonly holderId: string | null } | { readonly unit: string },
  after: string | null,
  limit: number,
): Promise<readonly ListedRow[]> {
  const whose =
    'unit' in by
      ? sql`a.unit = ${by.unit}`
      : by.holderId === null
        ? sql`a.holder_id is null`
        : sql`a.holder_id = ${by.holderId}`;
  const { rows } = await sql<ListedRow>`
    select ${listedColumns} from application a where a.agency_id = ${agencyId} and a.open and ${whose}
      and ${after === null ? sql`true` : sql`a.id > ${after}::uuid`} order by a.id limit ${limit}`.execute(
    database,
  );
  return rows;
}
