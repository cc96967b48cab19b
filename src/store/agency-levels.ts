import { type Kysely, sql } from 'kysely';
import type { AgencyKind } from '../domain/annual/report.ts';
import type { Tables } from './tables.ts';

type Connection = Kysely<Tables>;

/** Levels of the tree: state to township, with room for a body below it; a loop made by hand ends there. */
const mostLevels = 8;
/** Of a search: agencies whose name fits that are looked at for whether they are within reach. */
const mostCandidates = 2_000;

export interface AgencyRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: AgencyKind;
  readonly level: number;
  readonly superior: string | null;
  readonly valid_to: string | null;
  /** Directly below it, closed ones left out; counted to 1,000. */
  readonly below: number;
}

export interface LevelPlace {
  readonly level: number;
  readonly slug: string;
}

const columns = sql`a.id, a.slug, a.name, a.kind, a.level, a.valid_to,
  (select s.name from agency s where s.id = a.superior_id) as superior,
  (select count(*)::int from (select from agency u where u.superior_id = a.id and u.valid_to is null limit 1000) counted) as below`;

/** Agencies named, or those directly under one, by level and slug. */
export async function agencyLevel(
  database: Connection,
  query: {
    readonly under: string | readonly string[];
    readonly closed: boolean;
    readonly after: LevelPlace | null;
    readonly limit: number;
  },
): Promise<AgencyRow[]> {
  const { under, closed, after, limit } = query;
  const where =
    typeof under === 'string' ? sql`a.superior_id = ${under}` : sql`a.id = any(${[...under]}::uuid[])`;
  const { rows } = await sql<AgencyRow>`
    select ${columns} from agency a where ${where}
      and ${closed ? sql`true` : sql`a.valid_to is null`}
      and ${after === null ? sql`true` : sql`(a.level, a.slug) > (${after.level}::smallint, ${after.slug})`}
    order by a.level, a.slug limit ${limit}`.execute(database);
  return rows;
}

/** Whether a row `a` is one of some agencies, or below one of others. */
const withinLine = (own: readonly string[], below: readonly string[]) => sql<boolean>`exists (
  with recursive line (id, superior_id, steps) as (
    select a.id, a.superior_id, 0
    union all
    select above.id, above.superior_id, steps + 1 from line
    join agency above on above.id = line.superior_id where steps < ${mostLevels}
  ) select from line where (steps = 0 and id = any(${[...own]}::uuid[])) or (steps > 0 and id = any(${[...below]}::uuid[])))`;

/**
 * Agencies whose name or slug holds the text, the higher first. Those that fit are looked up before their superiors
 * are: whoever reaches all forty thousand waits no longer than who reaches ten.
 */
export async function searchAgencies(
  database: Connection,
  query: {
    readonly own: readonly string[];
    readonly below: readonly string[];
    readonly text: string;
    readonly closed: boolean;
    readonly after: LevelPlace | null;
    readonly limit: number;
  },
): Promise<AgencyRow[]> {
  const { own, below, text, closed, after, limit } = query;
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<AgencyRow>`
    with fitting as materialized (
      select * from agency where (name like ${like} or slug like ${like})
        and ${closed ? sql`true` : sql`valid_to is null`}
        and ${after === null ? sql`true` : sql`(level, slug) > (${after.level}::smallint, ${after.slug})`}
      order by level, slug limit ${mostCandidates}
    ), reached as materialized (
      select * from fitting a where ${withinLine(own, below)} order by level, slug limit ${limit}
    ) select ${columns} from reached a order by a.level, a.slug`.execute(database);
  return rows;
}

/** An agency and those above it as references, the highest first. */
export async function lineRefs(
  database: Connection,
  agencyId: string,
): Promise<{ id: string; slug: string; name: string; level: number }[]> {
  const { rows } = await sql<{ id: string; slug: string; name: string; level: number }>`
    with recursive line (id, slug, name, level, superior_id, steps) as (
      select id, slug, name, level, superior_id, 0 from agency where id = ${agencyId}
      union all
      select above.id, above.slug, above.name, above.level, above.superior_id, steps + 1 from line
      join agency above on above.id = line.superior_id where steps < ${mostLevels}
    ) select id, slug, name, level from line order by steps desc`.execute(database);
  return rows;
}

/** How many steps the deepest agency stands below one; 0 when none does. */
export async function depthBelow(database: Connection, agencyId: string): Promise<number> {
  const { rows } = await sql<{ depth: number }>`
    with recursive under (id, steps) as (
      select id, 0 from agency where id = ${agencyId}
      union all
      select below.id, steps + 1 from under join agency below on below.superior_id = under.id where steps < ${mostLevels}
    ) select max(steps)::int as depth from under`.execute(database);
  return rows[0]!.depth;
}
