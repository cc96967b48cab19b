import { type Insertable, type Kysely, type Selectable, sql } from 'kysely';
import type { Held, RetentionKind } from '../law/retention.ts';
import { shortestRetention } from '../law/retention.ts';
import type { RetentionHoldTable, RetentionPlanTable } from './destruction-tables.ts';
import type { Tables } from './tables.ts';

type Connection = Kysely<Tables>;
export type RetentionPlanRow = Selectable<RetentionPlanTable>;
export type Years = Readonly<Record<RetentionKind, number>>;

/** The plan that holds; null where the agency set none. */
export async function planOf(database: Connection, agencyId: string): Promise<RetentionPlanRow | null> {
  const row = await database
    .selectFrom('retention_plan')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .orderBy('set_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

export const insertPlan = (transaction: Connection, row: Insertable<RetentionPlanTable>) =>
  transaction.insertInto('retention_plan').values(row).execute();

/** An archived case whose years are over. */
export interface DueCase {
  readonly id: string;
  readonly kind: RetentionKind;
  readonly counted_from: string;
  readonly held: Held | null;
}

export interface DueQuestion {
  readonly agencyId: string;
  /** The year of today: years run from the year after that of `counted_from`. */
  readonly year: number;
  readonly years: Years;
  /** Only these; null: all. */
  readonly ids: readonly string[] | null;
  readonly limit: number;
}

/** Cases that are due, those that nothing holds back first, the oldest first. */
export async function dueCases(
  database: Connection,
  { agencyId, year, years, ids, limit }: DueQuestion,
): Promise<readonly DueCase[]> {
  const { rows } = await sql<DueCase>`
    select id, kind, counted_from, held from (
      select a.id, greatest(e."on", p.ended) as counted_from,
        case when p.some then 'disputed' when e.phase_from = 'closed' then 'answered' else 'ended' end as kind,
        case when p.running then 'appeal'
          when exists (select from application b where b.agency_id = a.agency_id and b.origin_id = a.id and b.open)
            then 'continued'
          when exists (select from retention_hold h where h.agency_id = a.agency_id and h.application_id = a.id
            and h.released_at is null) then 'order' end as held
      from application a
      join lateral (select "on", phase_from from application_event where agency_id = a.agency_id
        and application_id = a.id and act = 'archive' order by number desc limit 1) e on true
      join lateral (select count(*) > 0 as some, max(ended_on) as ended, bool_or(ended_on is null) as running
        from appeal where agency_id = a.agency_id and (application_id = a.id or reopened_id = a.id)) p on true
      where a.agency_id = ${agencyId} and a.phase = 'archived' and a.wrapped_key is not null
        and (a.ended_on is null or a.ended_on < make_date(${year - shortestRetention.years}, 1, 1))
        and (${ids === null} or a.id = any(${ids ?? []}::uuid[]))
    ) kept
    where extract(year from counted_from) + case kind when 'answered' then ${years.answered}::int
      when 'disputed' then ${years.disputed}::int else ${years.ended}::int end < ${year}
    order by (held is not null), counted_from, id limit ${limit}`.execute(database);
  return rows;
}

/** Agencies that have archived cases old enough for the shortest plan, and no list under way. */
export async function agenciesToLookAt(database: Connection, year: number): Promise<readonly string[]> {
  const { rows } = await sql<{ agency_id: string }>`
    select distinct agency_id from application a
    where phase = 'archived' and wrapped_key is not null
      and (ended_on is null or ended_on < make_date(${year - shortestRetention.years}, 1, 1))
      and not exists (select from destruction d where d.agency_id = a.agency_id and d.status <> 'done')`.execute(
    database,
  );
  return rows.map(({ agency_id }) => agency_id);
}

/** False where it is on hold already. */
export async function insertHold(
  transaction: Connection,
  row: Insertable<RetentionHoldTable>,
): Promise<boolean> {
  const written = await transaction
    .insertInto('retention_hold')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['agency_id', 'application_id']).where('released_at', 'is', null).doNothing(),
    )
    .executeTakeFirst();
  return written.numInsertedOrUpdatedRows === 1n;
}

/** False where it is not on hold. */
export async function releaseHold(
  transaction: Connection,
  { agencyId, id, by, at }: { agencyId: string; id: string; by: string; at: Date },
): Promise<boolean> {
  const done = await transaction
    .updateTable('retention_hold')
    .set({ released_by: by, released_at: at })
    .where('agency_id', '=', agencyId)
    .where('application_id', '=', id)
    .where('released_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
