import type { Insertable, Kysely, Selectable, Updateable } from 'kysely';
import type { CaseRef } from './applications.ts';
import type { ClaimFileTable, ClaimTable } from './claim-tables.ts';
import type { Tables } from './tables.ts';

export type ClaimRow = Selectable<ClaimTable>;
export type ClaimFileRow = Selectable<ClaimFileTable>;
type Connection = Kysely<Tables>;

/** False where it was sent before, or where one of the kind is open beside the application: nothing is written then. */
export async function insertClaim(transaction: Connection, row: Insertable<ClaimTable>): Promise<boolean> {
  const written = await transaction
    .insertInto('claim')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return written.numInsertedOrUpdatedRows === 1n;
}

const one = (connection: Connection, { agencyId, id }: CaseRef) =>
  connection.selectFrom('claim').selectAll().where('agency_id', '=', agencyId).where('id', '=', id);

export const claimById = async (database: Connection, ref: CaseRef): Promise<ClaimRow | null> =>
  (await one(database, ref).executeTakeFirst()) ?? null;

export const lockClaimRow = async (transaction: Connection, ref: CaseRef): Promise<ClaimRow | null> =>
  (await one(transaction, ref).forUpdate().executeTakeFirst()) ?? null;

export async function claimBySubmission(
  database: Connection,
  agencyId: string,
  key: string,
): Promise<ClaimRow | null> {
  const row = await database
    .selectFrom('claim')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('submission_key', '=', key)
    .executeTakeFirst();
  return row ?? null;
}

/** Those followed by a number of their own. */
export const claimsByReceipt = (
  database: Connection,
  receiptNumber: string,
): Promise<Pick<ClaimRow, 'agency_id' | 'id' | 'code_version'>[]> =>
  database
    .selectFrom('claim')
    .select(['agency_id', 'id', 'code_version'])
    .where('receipt_number', '=', receiptNumber)
    .where('application_id', 'is', null)
    .execute();

const mostBeside = 50;

/** Claims beside an application, the newest first. */
export const claimsOf = (database: Connection, { agencyId, id }: CaseRef): Promise<ClaimRow[]> =>
  database
    .selectFrom('claim')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('application_id', '=', id)
    .orderBy('id', 'desc')
    .limit(mostBeside)
    .execute();

/** A claim as lists show it: nothing of it is personal. */
export type ListedClaim = Omit<ClaimRow, 'wrapped_key' | 'sealed_content' | 'sealed_answer' | 'code_version'>;

const listedColumns = [
  'agency_id',
  'id',
  'kind',
  'application_id',
  'channel',
  'received_on',
  'receipt_number',
  'submission_key',
  'result',
  'answered_on',
  'answered_by',
  'entered_by',
  'at',
] as const;

/** Claims to an agency, open ones the oldest first, answered ones the newest first, by keyset over their ids. */
export function claimPage(
  database: Connection,
  { agencyId, open, after, limit }: { agencyId: string; open: boolean; after: string | null; limit: number },
): Promise<ListedClaim[]> {
  const rows = database
    .selectFrom('claim')
    .select(listedColumns)
    .where('agency_id', '=', agencyId)
    .where('answered_on', open ? 'is' : 'is not', null)
    .orderBy('id', open ? 'asc' : 'desc')
    .limit(limit);
  return (after === null ? rows : rows.where('id', open ? '>' : '<', after)).execute();
}

export const updateClaim = (
  transaction: Connection,
  { agencyId, id }: CaseRef,
  change: Updateable<ClaimTable>,
) =>
  transaction
    .updateTable('claim')
    .set(change)
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .execute();

export const insertClaimFile = (transaction: Connection, file: Insertable<ClaimFileTable>) =>
  transaction.insertInto('claim_file').values(file).execute();

export const claimFilesOf = (database: Connection, { agencyId, id }: CaseRef): Promise<ClaimFileRow[]> =>
  database
    .selectFrom('claim_file')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('claim_id', '=', id)
    .orderBy('id')
    .execute();
