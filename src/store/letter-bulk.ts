import { type Insertable, type Kysely, sql } from 'kysely';
import type { LetterRow } from './application-letters.ts';
import type { ApplicationFileTable, DeliveryTable, LetterTable } from './application-tables.ts';
import type { Tables } from './tables.ts';

/* Letters of many cases at once. */

type Connection = Kysely<Tables>;

export const insertLetters = (transaction: Connection, letters: readonly Insertable<LetterTable>[]) =>
  transaction
    .insertInto('letter')
    .values([...letters])
    .execute();

export const insertDeliveries = (transaction: Connection, deliveries: readonly Insertable<DeliveryTable>[]) =>
  transaction
    .insertInto('delivery')
    .values([...deliveries])
    .execute();

/** The approved letter of each of some cases, and the answer that was sent. */
export async function answersOfMany(
  database: Connection,
  agencyId: string,
  ids: readonly string[],
  status: 'approved' | 'sent',
): Promise<ReadonlyMap<string, LetterRow>> {
  const rows = await database
    .selectFrom('letter')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('application_id', 'in', [...ids])
    .where('status', '=', status)
    .where('root', 'is not', null)
    .execute();
  return new Map(rows.map((row) => [row.application_id, row]));
}

/** Drafts and approved letters of cases whose answer goes back. */
export const dropUnsent = (transaction: Connection, agencyId: string, ids: readonly string[]) =>
  transaction
    .deleteFrom('letter')
    .where('agency_id', '=', agencyId)
    .where('application_id', 'in', [...ids])
    .where('status', 'in', ['draft', 'approved'])
    .execute();

export interface SentLetterChange {
  readonly id: string;
  readonly number: string;
  readonly sealed_body: Uint8Array;
}

/** Writes number and day into letters that go out. */
export async function sendMany(
  transaction: Connection,
  agencyId: string,
  on: string,
  letters: readonly SentLetterChange[],
): Promise<void> {
  await sql`
    update letter l set status = 'sent', number = c.number, dated_on = ${on}::date, sent_on = ${on}::date,
      sealed_body = c.sealed_body
    from unnest(${letters.map(({ id }) => id)}::uuid[], ${letters.map(({ number }) => number)}::text[],
      ${letters.map(({ sealed_body }) => Buffer.from(sealed_body))}::bytea[]) as c (id, number, sealed_body)
    where l.agency_id = ${agencyId} and l.id = c.id`.execute(transaction);
}

/** Proofs of service of letters, each sealed under its case's key. */
export async function proveMany(
  transaction: Connection,
  agencyId: string,
  at: Date,
  proofs: readonly { readonly letterId: string; readonly sealed: Uint8Array }[],
): Promise<void> {
  await sql`
    update delivery d set proven_at = ${at}, sealed_proof = c.sealed
    from unnest(${proofs.map(({ letterId }) => letterId)}::uuid[],
      ${proofs.map(({ sealed }) => Buffer.from(sealed))}::bytea[]) as c (letter_id, sealed)
    where d.agency_id = ${agencyId} and d.letter_id = c.letter_id`.execute(transaction);
}

export const insertCaseFiles = (
  transaction: Connection,
  files: readonly Insertable<ApplicationFileTable>[],
) =>
  transaction
    .insertInto('application_file')
    .values([...files])
    .execute();

/** Hashes of what goes out with the answers of some cases, in the order in which it was added. */
export async function enclosuresOfMany(
  database: Connection,
  agencyId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Uint8Array[]>> {
  const rows = await database
    .selectFrom('application_file')
    .select(['application_id', 'hmac'])
    .where('agency_id', '=', agencyId)
    .where('application_id', 'in', [...ids])
    .where('kind', '=', 'enclosure')
    .orderBy('added_at')
    .orderBy('id')
    .execute();
  const found = new Map<string, Uint8Array[]>();
  for (const { application_id, hmac } of rows)
    found.set(application_id, [...(found.get(application_id) ?? []), hmac]);
  return found;
}
