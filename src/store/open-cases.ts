import { type Kysely, sql } from 'kysely';
import { agenciesOf, type CountScope } from './application-counts.ts';
import {
  type ListedRow,
  listedColumns,
  type RunningColumns,
  runningColumns,
  standing,
  standingOf,
} from './application-lists.ts';
import type { CaseRef } from './applications.ts';
import type { Tables } from './tables.ts';

type Connection = Kysely<Tables>;

/** Whether 补正 was asked for already. */
const corrected = sql`(coalesce(a.state->'correction', 'null'::jsonb) <> 'null'::jsonb)`;

/** Open cases whose last days are the same, those of groups with them. */
export interface DueGroup extends RunningColumns {
  readonly corrected: boolean;
  /** Of the unit that drafts. */
  readonly unit_until: string | null;
}

const unitUntil = sql`case when a.phase = 'drafting' then a.unit_until end`;

/** Open cases whose period runs by what their last days follow from, in one grouped query. */
export async function dueGroups(
  database: Connection,
  scope: CountScope,
): Promise<readonly (DueGroup & { readonly cases: number })[]> {
  const { rows } = await sql<DueGroup & { cases: number }>`
    select ${runningColumns}, ${corrected} as corrected, ${unitUntil} as unit_until, count(*)::int as cases
    from application a
    where a.agency_id ${agenciesOf(scope)} and a.open and (a.received_on is not null or a.phase = 'submitted')
    group by 1, 2, 3, 4, 5, 6`.execute(database);
  return rows;
}

/** The open cases of such groups, by agency and from the oldest on, a page at a time; with the agency's name. */
export async function duePage(
  database: Connection,
  scope: CountScope,
  groups: readonly DueGroup[],
  after: CaseRef | null,
  limit: number,
): Promise<readonly (ListedRow & { readonly agency: string })[]> {
  const wanted = JSON.stringify(groups.map((group) => ({ ...group, standing: standingOf(group) })));
  const { rows } = await sql<ListedRow & { agency: string }>`
    with wanted as materialized (
      select each->'standing' as standing, each->>'phase' as phase, (each->>'corrected')::boolean as corrected,
        (each->>'unit_until')::date as unit_until
      from jsonb_array_elements(${wanted}::jsonb) each
    )
    select ${listedColumns}, g.name as agency from application a
    join wanted w on w.standing = ${standing} and w.phase = a.phase and w.corrected = ${corrected}
      and w.unit_until is not distinct from ${unitUntil}
    join agency g on g.id = a.agency_id
    where a.agency_id ${agenciesOf(scope)} and a.open
      and ${after === null ? sql`true` : sql`(a.agency_id, a.id) > (${after.agencyId}::uuid, ${after.id}::uuid)`}
    order by a.agency_id, a.id limit ${limit}`.execute(database);
  return rows;
}

/** Open cases of an agency that stand alike with whoever has them in hand. */
export interface HeldGroup extends RunningColumns {
  readonly holder_id: string | null;
  /** 承办机构. */
  readonly unit: string | null;
  /** Sent in on or before the day asked for, and nobody looked. */
  readonly unopened: boolean;
  /** Whoever has it touched it first. */
  readonly first: boolean;
  readonly cases: number;
}

/** Who has what in hand, in one grouped query. */
export async function heldGroups(
  database: Connection,
  agencyId: string,
  unopenedSince: string,
): Promise<readonly HeldGroup[]> {
  const { rows } = await sql<HeldGroup>`
    select ${runningColumns}, holder_id, unit, (opened_at is null and coalesce(submitted_on <= ${unopenedSince}::date, false)) as unopened,
      coalesce(first_id = holder_id, false) as first, count(*)::int as cases
    from application a where agency_id = ${agencyId} and open group by 1, 2, 3, 4, 5, 6, 7, 8`.execute(
    database,
  );
  return rows;
}
