import { type Kysely, sql } from 'kysely';
import type { AgencyKind } from '../domain/annual/report.ts';
import type { ReportCursor } from './annual-lists.ts';
import { containing, type SearchQuery } from './bigrams.ts';
import type { Tables } from './tables.ts';

type Connection = Kysely<Tables>;

export interface ReportHit {
  readonly id: string;
  readonly year: number;
  readonly agency: string;
  readonly agencyName: string;
  readonly demonstration: boolean;
  /** Some text around the first term. */
  readonly excerpt: string;
}

export interface AgencyHit {
  readonly slug: string;
  readonly name: string;
  readonly kind: AgencyKind;
  readonly demonstration: boolean;
}

/**
 * Above this many expected hits the reports are walked newest first, below it the index of bigrams is asked:
 * measured, the index alone takes seconds on words that nearly every report has.
 */
const commonFrom = 5_000;
/** A walk ends here and says that its answer is partial. */
const longestWalk = 20_000;

/** How many reports hold the rarest bigram of the query, by the planner's statistics; 0 when they know none. */
async function expectedHits(database: Connection, bigrams: readonly string[]): Promise<number> {
  if (bigrams.length === 0) return 0;
  const { rows } = await sql<{ hits: number; known: number }>`
    select min(s.frequency) * max(c.reltuples) as hits, count(*) as known
    from pg_class c
    join pg_stats p on p.schemaname = current_schema() and p.tablename = c.relname and p.attname = 'tokens'
    cross join lateral unnest(p.most_common_elems::text::text[], p.most_common_elem_freqs) as s (token, frequency)
    where c.oid = 'report_search'::regclass and s.token = any(${bigrams}::text[])`.execute(database);
  const [row] = rows;
  return row !== undefined && Number(row.known) >= bigrams.length ? Number(row.hits) : 0;
}

const recheck = (terms: readonly string[]) =>
  sql.join(
    terms.map((term) => sql`s.content like ${containing(term)}`),
    sql` and `,
  );

/** Reports whose title or narrative holds every term, newest first; `partial` when the walk was cut short. */
export async function findReports(
  database: Connection,
  query: SearchQuery,
  page: { readonly after: ReportCursor | null; readonly limit: number },
): Promise<{ hits: ReportHit[]; partial: boolean }> {
  const walk = (await expectedHits(database, query.bigrams)) > commonFrom;
  const after = page.after
    ? sql`(s.year, s.report_id) < (${page.after.year}::smallint, ${page.after.id}::uuid)`
    : sql`true`;
  const candidates = walk
    ? sql`(select * from report_search s where ${after} order by year desc, report_id desc limit ${longestWalk})`
    : sql`(select * from report_search s where tokens @@ ${query.tsquery}::tsquery and ${after} offset 0)`;
  const first = query.terms[0]!;
  const { rows } = await sql<ReportHit>`
    select s.report_id as id, s.year, a.slug as agency, a.name as "agencyName", a.demonstration,
      substring(s.content from greatest(position(${first} in s.content) - 30, 1) for 120) as excerpt
    from ${candidates} s join agency a on a.id = s.agency_id
    where ${recheck(query.terms)}
    order by s.year desc, s.report_id desc
    limit ${page.limit}`.execute(database);
  return { hits: rows, partial: walk && rows.length < page.limit && (await holdsMore(database, after)) };
}

async function holdsMore(database: Connection, after: ReturnType<typeof sql>): Promise<boolean> {
  const { rows } = await sql`
    select 1 from report_search s where ${after} offset ${longestWalk} limit 1`.execute(database);
  return rows.length > 0;
}

/** How many reports hold the terms, counted no further than one beyond the cap; null where that takes long. */
export async function countHits(
  database: Connection,
  query: SearchQuery,
  cap: number,
): Promise<number | null> {
  if ((await expectedHits(database, query.bigrams)) > commonFrom) return null;
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (
      select 1 from report_search s where tokens @@ ${query.tsquery}::tsquery and ${recheck(query.terms)}
      limit ${cap + 1}) some`.execute(database);
  return rows[0]!.count;
}

/** Agencies whose name holds every term. */
export async function findAgencies(
  database: Connection,
  query: SearchQuery,
  limit: number,
): Promise<AgencyHit[]> {
  const { rows } = await sql<AgencyHit>`
    select a.slug, a.name, a.kind, a.demonstration
    from agency_search s join agency a on a.id = s.agency_id
    where s.tokens @@ ${query.tsquery}::tsquery and ${recheck(query.terms)}
    order by a.level, a.slug
    limit ${limit}`.execute(database);
  return rows;
}
