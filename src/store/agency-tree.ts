import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** Levels of the tree: state to township, with room for a body below it; a loop made by hand ends there. */
const mostLevels = 8;

/** An agency and those above it, the nearest first. */
export async function lineageOf(database: Kysely<Tables>, agencyId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive line (id, superior_id, steps) as (
      select id, superior_id, 0 from agency where id = ${agencyId}
      union all
      select above.id, above.superior_id, steps + 1 from line
      join agency above on above.id = line.superior_id where steps < ${mostLevels}
    ) select id from line order by steps`.execute(database);
  return rows.map(({ id }) => id);
}

/** The agency without a superior that was made first, null before the first. */
export async function firstAgency(database: Kysely<Tables>): Promise<string | null> {
  const row = await database
    .selectFrom('agency')
    .select('id')
    .where('superior_id', 'is', null)
    .where('valid_to', 'is', null)
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** SQL of the ids of agencies within reach: those named, and all below some. */
export const withinReach = (own: readonly string[], below: readonly string[]) => sql<string>`
  with recursive reach (id, steps) as (
    select id, 0 from agency where id = any(${[...new Set([...below])]}::uuid[])
    union all
    select under.id, steps + 1 from reach
    join agency under on under.superior_id = reach.id where steps < ${mostLevels}
  ) select id from reach where steps > 0 union select id from agency where id = any(${[...own]}::uuid[])`;

/** Names and addresses of agencies, by name. */
export const agencyRefs = async (
  database: Kysely<Tables>,
  ids: readonly string[],
): Promise<{ id: string; slug: string; name: string }[]> =>
  ids.length === 0
    ? []
    : database
        .selectFrom('agency')
        .select(['id', 'slug', 'name'])
        .where('id', 'in', [...ids])
        .orderBy('name')
        .execute();

export interface AgencyChoice {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

/** Agencies within reach whose name holds the text, the higher first. */
export async function findAgencies(
  database: Kysely<Tables>,
  query: {
    readonly own: readonly string[];
    readonly below: readonly string[];
    readonly text: string;
    readonly limit: number;
  },
): Promise<AgencyChoice[]> {
  const like = `%${query.text.replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<AgencyChoice>`
    select id, slug, name from agency where id in (${withinReach(query.own, query.below)})
      and valid_to is null and (${query.text} = '' or name like ${like} or slug like ${like})
    order by level, name, id limit ${query.limit}`.execute(database);
  return rows;
}

/** Agencies that are there today and whose name holds the text, the higher first. */
export const agenciesNamedLike = (database: Kysely<Tables>, text: string, limit: number) =>
  database
    .selectFrom('agency')
    .select(['id', 'slug', 'name', 'contacts'])
    .where('valid_to', 'is', null)
    .$if(text !== '', (query) => query.where('name', 'like', `%${text.replace(/[\\%_]/g, '\\$&')}%`))
    .orderBy('level')
    .orderBy('slug')
    .limit(limit)
    .execute();
