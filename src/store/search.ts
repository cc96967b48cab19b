import { type Kysely, sql } from 'kysely';
import type { AgencyKind, ReportSection } from '../domain/annual/report.ts';
import { containing, type SearchQuery } from './bigrams.ts';
import type { Tables } from './tables.ts';

type Connection = Kysely<Tables>;

/** Where a page begins: after this report in the order year, then id, both falling. */
export interface ReportCursor {
  readonly year: number;
  readonly id: string;
}

export interface ReportHit extends ReportCursor {
  readonly slug: string;
  readonly name: string;
  readonly kind: AgencyKind;
  readonly sections: readonly ReportSection[];
}

/**
 * `commonFrom`: above this many expected hits the reports are walked newest first, below it the index of bigrams is
 * asked: measured, the index alone takes seconds on words that nearly every report has. `longestWalk`: reports
 * after which a walk ends and says that its answer is partial.
 */
export const searchLimits = { commonFrom: 5_000, longestWalk: 20_000 };

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
  return row !== undefined && row.known >= bigrams.length ? row.hits : 0;
}

/**
 * Reports whose title or narrative holds every term, newest first. `complete` is false when the walk was cut short
 * before the page was full.
 */
export async function findReports(
  database: Connection,
  query: SearchQuery,
  page: { readonly after: ReportCursor | null; readonly limit: number },
  limits: typeof searchLimits = searchLimits,
): Promise<{ hits: ReportHit[]; complete: boolean }> {
  const walk = (await expectedHits(database, query.bigrams)) > limits.commonFrom;
  const after = page.after
    ? sql`(s.year, s.report_id) < (${page.after.year}::smallint, ${page.after.id}::uuid)`
    : sql`true`;
  const candidates = walk
    ? sql`(select * from report_search s where ${after} order by year desc, report_id desc limit ${limits.longestWalk})`
    : sql`(select * from report_search s where tokens @@ ${query.tsquery}::tsquery and ${after} offset 0)`;
  const rechecks = query.terms.map((term) => sql`s.content like ${containing(term)}`);
  const { rows } = await sql<ReportHit>`
    select r.id, r.year, a.slug, a.name, a.kind, r.sections
    from (
      select s.agency_id, s.report_id, s.year from ${candidates} s
      where ${sql.join(rechecks, sql` and `)}
      order by s.year desc, s.report_id desc limit ${page.limit}) h
    join annual_report r on r.agency_id = h.agency_id and r.id = h.report_id
    join agency a on a.id = h.agency_id
    order by h.year desc, h.report_id desc`.execute(database);
  const cut = walk && rows.length < page.limit && (await holdsMore(database, after, limits.longestWalk));
  return { hits: rows, complete: !cut };
}

async function holdsMore(
  database: Connection,
  after: ReturnType<typeof sql>,
  longestWalk: number,
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from report_search s where ${after} offset ${longestWalk} limit 1`.execute(database);
  return rows.length > 0;
}
