import { type Insertable, type Kysely, type Selectable, sql, type Updateable } from 'kysely';
import type { Phase } from '../domain/application/phases.ts';
import type { AnswerId } from '../law/answers.ts';
import type { Held, HoldReason, RetentionKind } from '../law/retention.ts';
import type { CaseRef } from './applications.ts';
import type { DestructionItemTable, DestructionTable } from './destruction-tables.ts';
import type { Tables } from './tables.ts';

type Connection = Kysely<Tables>;
export type DestructionRow = Selectable<DestructionTable>;

export const insertDestruction = (transaction: Connection, row: Insertable<DestructionTable>) =>
  transaction.insertInto('destruction').values(row).execute();
export const insertItems = (transaction: Connection, rows: readonly Insertable<DestructionItemTable>[]) =>
  rows.length === 0
    ? Promise.resolve([])
    : transaction
        .insertInto('destruction_item')
        .values([...rows])
        .execute();

export async function updateDestruction(
  transaction: Connection,
  { agencyId, id }: CaseRef,
  change: Updateable<DestructionTable>,
): Promise<void> {
  await transaction
    .updateTable('destruction')
    .set(change)
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .execute();
}

const one = (database: Connection, { agencyId, id }: CaseRef) =>
  database.selectFrom('destruction').selectAll().where('agency_id', '=', agencyId).where('id', '=', id);

export const destructionById = async (database: Connection, ref: CaseRef): Promise<DestructionRow | null> =>
  (await one(database, ref).executeTakeFirst()) ?? null;

export const lockDestruction = async (database: Connection, ref: CaseRef): Promise<DestructionRow | null> =>
  (await one(database, ref).forUpdate().executeTakeFirst()) ?? null;

export async function openDestruction(
  database: Connection,
  agencyId: string,
): Promise<DestructionRow | null> {
  const row = await database
    .selectFrom('destruction')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('status', '<>', 'done')
    .executeTakeFirst();
  return row ?? null;
}

/** A list as the register of lists shows it. */
export interface ListedDestruction extends Omit<DestructionRow, 'register'> {
  readonly cases: number;
  readonly held: number;
}

/** The newest first. */
export async function destructionsOf(
  database: Connection,
  agencyId: string,
  limit: number,
): Promise<readonly ListedDestruction[]> {
  const { rows } = await sql<ListedDestruction>`
    select d.agency_id, d.id, d.status, d.drawn_at, d.proposed_by, d.proposed_at, d.confirmed_by, d.confirmed_at,
      d.register_hash, i.cases, i.held
    from destruction d
    join lateral (select count(*) filter (where held is null)::int as cases,
      count(*) filter (where held is not null)::int as held from destruction_item
      where agency_id = d.agency_id and destruction_id = d.id) i on true
    where d.agency_id = ${agencyId} order by d.drawn_at desc, d.id desc limit ${limit}`.execute(database);
  return rows;
}

/** One case of a list: nothing of it tells who applied or for what. */
export interface DestructionItem {
  readonly application_id: string;
  readonly kind: RetentionKind;
  readonly counted_from: string;
  readonly years: number;
  readonly held: Held | null;
  readonly number: string;
  readonly received_on: string | null;
  readonly ended_on: string | null;
  readonly answer: AnswerId | null;
  readonly hold_reason: HoldReason | null;
  readonly hold_reference: string | null;
}

/** By number. */
export async function itemsOf(
  database: Connection,
  { agencyId, id }: CaseRef,
): Promise<readonly DestructionItem[]> {
  const { rows } = await sql<DestructionItem>`
    select i.application_id, i.kind, i.counted_from, i.years, i.held, coalesce(a.number, a.receipt_number) as number,
      a.received_on, a.ended_on, a.answer, h.reason as hold_reason, h.reference as hold_reference
    from destruction_item i
    join application a on a.agency_id = i.agency_id and a.id = i.application_id
    left join retention_hold h on h.agency_id = i.agency_id and h.application_id = i.application_id
      and h.released_at is null
    where i.agency_id = ${agencyId} and i.destruction_id = ${id} order by 6, 1`.execute(database);
  return rows;
}

export async function setHeld(
  transaction: Connection,
  { agencyId, id }: CaseRef,
  applicationIds: readonly string[],
  held: Held | null,
): Promise<void> {
  if (applicationIds.length === 0) return;
  await transaction
    .updateTable('destruction_item')
    .set({ held })
    .where('agency_id', '=', agencyId)
    .where('destruction_id', '=', id)
    .where('application_id', 'in', applicationIds)
    .execute();
}

/** What is left of a case whose personal data was deleted, and by which list; null where it was not. */
export interface ErasedCase {
  readonly number: string;
  readonly phase: Phase;
  readonly received_on: string | null;
  readonly ended_on: string | null;
  readonly answer: AnswerId | null;
  readonly kind: RetentionKind;
  readonly counted_from: string;
  readonly years: number;
  readonly destruction_id: string;
  readonly confirmed_at: Date;
}

export async function erasedCase(
  database: Connection,
  { agencyId, id }: CaseRef,
): Promise<ErasedCase | null> {
  const { rows } = await sql<ErasedCase>`
    select coalesce(a.number, a.receipt_number) as number, a.phase, a.received_on, a.ended_on, a.answer,
      i.kind, i.counted_from, i.years, i.destruction_id, d.confirmed_at
    from application a
    join destruction_item i on i.agency_id = a.agency_id and i.application_id = a.id and i.held is null
    join destruction d on d.agency_id = i.agency_id and d.id = i.destruction_id and d.status = 'done'
    where a.agency_id = ${agencyId} and a.id = ${id} and a.wrapped_key is null`.execute(database);
  return rows[0] ?? null;
}
