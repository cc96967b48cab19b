import { type Insertable, type Kysely, type Selectable, sql, type Updateable } from 'kysely';
import type { ApplicationTable } from './application-tables.ts';
import type { Tables } from './tables.ts';

export type ApplicationRow = Selectable<ApplicationTable>;
type Connection = Kysely<Tables>;

export interface CaseRef {
  readonly agencyId: string;
  readonly id: string;
}

const one = (connection: Connection, { agencyId, id }: CaseRef) =>
  connection.selectFrom('application').selectAll().where('agency_id', '=', agencyId).where('id', '=', id);

export async function applicationById(database: Connection, ref: CaseRef): Promise<ApplicationRow | null> {
  return (await one(database, ref).executeTakeFirst()) ?? null;
}

/** The same, locked until the transaction ends: acts on one case come one after the other. */
export async function lockApplication(transaction: Connection, ref: CaseRef): Promise<ApplicationRow | null> {
  return (await one(transaction, ref).forUpdate().executeTakeFirst()) ?? null;
}

/** False where the form was sent before: nothing is written then. */
export async function insertApplication(
  transaction: Connection,
  row: Insertable<ApplicationTable>,
): Promise<boolean> {
  const written = await transaction
    .insertInto('application')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['agency_id', 'submission_key']).where('submission_key', 'is not', null).doNothing(),
    )
    .executeTakeFirst();
  return written.numInsertedOrUpdatedRows === 1n;
}

export async function applicationBySubmission(
  database: Connection,
  agencyId: string,
  key: string,
): Promise<ApplicationRow | null> {
  const row = await database
    .selectFrom('application')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('submission_key', '=', key)
    .executeTakeFirst();
  return row ?? null;
}

/** By its number in the agency's register. */
export async function applicationByNumber(
  database: Connection,
  agencyId: string,
  number: string,
): Promise<ApplicationRow | null> {
  const row = await database
    .selectFrom('application')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row ?? null;
}

/** By the number an applicant follows it by; more than one agency may have given it, though that hardly happens. */
export function applicationsByReceipt(
  database: Connection,
  receiptNumber: string,
): Promise<Pick<ApplicationRow, 'agency_id' | 'id' | 'code_version'>[]> {
  return database
    .selectFrom('application')
    .select(['agency_id', 'id', 'code_version'])
    .where('receipt_number', '=', receiptNumber)
    .execute();
}

const mostParts = 50;

/** Cases that began with another: parts split off, answers ordered anew; the oldest first. */
export const startedFrom = (
  database: Connection,
  { agency_id, id }: Pick<ApplicationRow, 'agency_id' | 'id'>,
): Promise<Pick<ApplicationRow, 'id' | 'receipt_number' | 'code_version' | 'origin'>[]> =>
  database
    .selectFrom('application')
    .select(['id', 'receipt_number', 'code_version', 'origin'])
    .where('agency_id', '=', agency_id)
    .where('origin_id', '=', id)
    .orderBy('id')
    .limit(mostParts)
    .execute();

export async function updateApplication(
  transaction: Connection,
  { agencyId, id }: CaseRef,
  change: Updateable<ApplicationTable>,
): Promise<void> {
  await transaction
    .updateTable('application')
    .set(change)
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .execute();
}

/** The next number of a series of the agency in a year; its row stays locked until the transaction ends. */
export async function nextNumber(
  transaction: Connection,
  agencyId: string,
  series: string,
  year: number,
): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into application_number (agency_id, series, year, last) values (${agencyId}, ${series}, ${year}, 1)
    on conflict (agency_id, series, year) do update set last = application_number.last + 1
    returning last`.execute(transaction);
  return rows[0]!.last;
}
