import { type Insertable, type Kysely, sql } from 'kysely';
import type { AppealKind, AppealResult } from '../law/appeals.ts';
import { shortestRetention } from '../law/retention.ts';
import type { CaseRef } from './applications.ts';
import type { DestructionAppealTable } from './destruction-tables.ts';
import { newId } from './ids.ts';
import type { Tables } from './tables.ts';

type Connection = Kysely<Tables>;

export interface DueAppeal {
  readonly id: string;
  readonly counted_from: string;
}

export interface DueAppealsQuery {
  readonly agencyId: string;
  readonly year: number;
  readonly years: number;
  /** Only some; null: all. */
  readonly ids: readonly string[] | null;
  readonly limit: number;
}

const alone = sql`application_id is null and reopened_id is null and wrapped_key is not null`;

/** Ended reviews and suits over no application of the register whose years are over, the oldest first. */
export async function dueAppeals(
  database: Connection,
  { agencyId, year, years, ids, limit }: DueAppealsQuery,
): Promise<readonly DueAppeal[]> {
  const { rows } = await sql<DueAppeal>`
    select id, ended_on as counted_from from appeal
    where agency_id = ${agencyId} and ${alone} and ended_on < make_date(${year - years}, 1, 1)
      and (${ids === null} or id = any(${[...(ids ?? [])]}::uuid[]))
    order by ended_on, id limit ${limit}`.execute(database);
  return rows;
}

/** Agencies that have such ones old enough for the shortest plan, and no list under way. */
export async function agenciesWithOldAppeals(database: Connection, year: number): Promise<readonly string[]> {
  const { rows } = await sql<{ agency_id: string }>`
    select distinct agency_id from appeal p
    where ${alone} and ended_on < make_date(${year - shortestRetention.years}, 1, 1)
      and not exists (select from destruction d where d.agency_id = p.agency_id and d.status <> 'done')`.execute(
    database,
  );
  return rows.map(({ agency_id }) => agency_id);
}

export async function insertAppealItems(
  transaction: Connection,
  rows: readonly Insertable<DestructionAppealTable>[],
): Promise<void> {
  if (rows.length > 0)
    await transaction
      .insertInto('destruction_appeal')
      .values([...rows])
      .execute();
}

/** A review or a suit of a list: nothing of it tells who went for it or over what. */
export interface AppealItem {
  readonly appeal_id: string;
  readonly kind: AppealKind;
  readonly accepted_on: string;
  readonly counted_from: string;
  readonly result: AppealResult | null;
  readonly years: number;
}

/** By the day of acceptance. */
export async function appealItemsOf(
  database: Connection,
  { agencyId, id }: CaseRef,
): Promise<readonly AppealItem[]> {
  const { rows } = await sql<AppealItem>`
    select i.appeal_id, p.kind, p.accepted_on, i.counted_from, p.result, i.years
    from destruction_appeal i join appeal p on p.agency_id = i.agency_id and p.id = i.appeal_id
    where i.agency_id = ${agencyId} and i.destruction_id = ${id} order by p.accepted_on, p.id`.execute(
    database,
  );
  return rows;
}

/** Takes some off a list. */
export const dropAppealItems = (
  transaction: Connection,
  { agencyId, id }: CaseRef,
  appealIds: readonly string[],
) =>
  sql`delete from destruction_appeal where agency_id = ${agencyId} and destruction_id = ${id}
    and appeal_id = any(${[...appealIds]}::uuid[])`.execute(transaction);

/** Destroys their keys and with them all that is sealed, and their papers. Gives how many files each had. */
export async function eraseAppeals(
  transaction: Connection,
  agencyId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  if (ids.length === 0) return counts;
  await sql`update appeal set wrapped_key = null, sealed_facts = ''
    where agency_id = ${agencyId} and id = any(${[...ids]}::uuid[])`.execute(transaction);
  const { rows } = await sql<{ appeal_id: string; stored_as: string }>`
    delete from appeal_file where agency_id = ${agencyId} and appeal_id = any(${[...ids]}::uuid[])
    returning appeal_id, stored_as`.execute(transaction);
  if (rows.length > 0)
    await transaction
      .insertInto('erased_file')
      .values(rows.map(({ stored_as }) => ({ agency_id: agencyId, id: newId(), place: stored_as })))
      .execute();
  for (const { appeal_id: id } of rows) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
