import { type Insertable, type Kysely, sql } from 'kysely';
import type { ClaimKind, ClaimResult } from '../law/claims.ts';
import { shortestRetention } from '../law/retention.ts';
import type { CaseRef } from './applications.ts';
import type { DestructionClaimTable } from './destruction-tables.ts';
import { newId } from './ids.ts';
import type { Tables } from './tables.ts';

type Connection = Kysely<Tables>;

export interface DueClaim {
  readonly id: string;
  readonly counted_from: string;
}

/** Claims that stand by themselves whose years after the answer are over, the oldest first. `ids`: only some. */
export async function dueClaims(
  database: Connection,
  {
    agencyId,
    year,
    years,
    ids,
    limit,
  }: {
    readonly agencyId: string;
    readonly year: number;
    readonly years: number;
    readonly ids: readonly string[] | null;
    readonly limit: number;
  },
): Promise<readonly DueClaim[]> {
  const { rows } = await sql<DueClaim>`
    select id, answered_on as counted_from from claim
    where agency_id = ${agencyId} and application_id is null and wrapped_key is not null
      and answered_on < make_date(${year - years}, 1, 1)
      and (${ids === null} or id = any(${[...(ids ?? [])]}::uuid[]))
    order by answered_on, id limit ${limit}`.execute(database);
  return rows;
}

/** Agencies that have claims old enough for the shortest plan, and no list under way. */
export async function agenciesWithOldClaims(database: Connection, year: number): Promise<readonly string[]> {
  const { rows } = await sql<{ agency_id: string }>`
    select distinct agency_id from claim c
    where application_id is null and wrapped_key is not null
      and answered_on < make_date(${year - shortestRetention.years}, 1, 1)
      and not exists (select from destruction d where d.agency_id = c.agency_id and d.status <> 'done')`.execute(
    database,
  );
  return rows.map(({ agency_id }) => agency_id);
}

export async function insertClaimItems(
  transaction: Connection,
  rows: readonly Insertable<DestructionClaimTable>[],
): Promise<void> {
  if (rows.length > 0)
    await transaction
      .insertInto('destruction_claim')
      .values([...rows])
      .execute();
}

/** A claim of a list: nothing of it tells who asked or for what. */
export interface ClaimItem {
  readonly claim_id: string;
  readonly number: string;
  readonly kind: ClaimKind;
  readonly received_on: string;
  readonly counted_from: string;
  readonly result: ClaimResult | null;
  readonly years: number;
}

/** By number. */
export async function claimItemsOf(
  database: Connection,
  { agencyId, id }: CaseRef,
): Promise<readonly ClaimItem[]> {
  const { rows } = await sql<ClaimItem>`
    select i.claim_id, c.receipt_number as number, c.kind, c.received_on, i.counted_from, c.result, i.years
    from destruction_claim i join claim c on c.agency_id = i.agency_id and c.id = i.claim_id
    where i.agency_id = ${agencyId} and i.destruction_id = ${id} order by 2`.execute(database);
  return rows;
}

/** Takes claims off a list. */
export const dropClaimItems = (
  transaction: Connection,
  { agencyId, id }: CaseRef,
  claimIds: readonly string[],
) =>
  sql`delete from destruction_claim where agency_id = ${agencyId} and destruction_id = ${id}
    and claim_id = any(${[...claimIds]}::uuid[])`.execute(transaction);

/** Destroys the keys of claims and with them all that is sealed, and their proofs. Gives how many files each had. */
export async function eraseClaims(
  transaction: Connection,
  agencyId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  if (ids.length === 0) return counts;
  await sql`update claim set wrapped_key = null, sealed_content = '', sealed_answer = null
    where agency_id = ${agencyId} and id = any(${[...ids]}::uuid[])`.execute(transaction);
  const { rows } = await sql<{ claim_id: string; stored_as: string }>`
    delete from claim_file where agency_id = ${agencyId} and claim_id = any(${[...ids]}::uuid[])
    returning claim_id, stored_as`.execute(transaction);
  if (rows.length > 0)
    await transaction
      .insertInto('erased_file')
      .values(rows.map(({ stored_as }) => ({ agency_id: agencyId, id: newId(), place: stored_as })))
      .execute();
  for (const { claim_id: id } of rows) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
