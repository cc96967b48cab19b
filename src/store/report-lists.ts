import { type Kysely, sql } from 'kysely';
import type { AgencyKind, ReportFormId } from '../domain/annual/report.ts';
import { containing, parseQuery } from './bigrams.ts';
import type { Tables } from './tables.ts';

type Connection = Kysely<Tables>;

export interface ReportRef {
  readonly year: number;
  readonly form: ReportFormId | null;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

export interface AgencyRow {
  readonly slug: string;
  readonly name: string;
  readonly kind: AgencyKind;
  /** Newest first. */
  readonly reports: readonly ReportRef[];
}

export interface AgencyFilter {
  /** Only agencies with a report of this year; later years are left out. */
  readonly year: number | null;
  /** Part of the name. */
  readonly name: string;
  /** Only agencies with errors or warnings, in `year` when it is given. */
  readonly withFindings: boolean;
}

/** A page by slug: after or before one, or from the beginning. */
export type Seek = { readonly after: string } | { readonly before: string } | null;

/** Nothing a person typed can be looked for in names: then nothing matches. */
const nameCondition = (name: string) => {
  if (name.trim() === '') return sql`true`;
  const query = parseQuery(name);
  if (query === null) return sql`false`;
  const rechecks = query.terms.map((term) => sql`s.content like ${containing(term)}`);
  return sql`exists (select 1 from agency_search s where s.agency_id = a.id
    and s.tokens @@ ${query.tsquery}::tsquery and ${sql.join(rechecks, sql` and `)})`;
};

/**
 * Agencies that have reports, each with the reports in force, by slug, which lays a division before what is below
 * it. At most `limit` rows; in one query.
 */
export async function listAgencyRows(
  database: Connection,
  filter: AgencyFilter,
  seek: Seek,
  limit: number,
): Promise<AgencyRow[]> {
  const { year } = filter;
  const backwards = seek !== null && 'before' in seek;
  const from =
    seek === null ? sql`true` : 'before' in seek ? sql`a.slug < ${seek.before}` : sql`a.slug > ${seek.after}`;
  const ofYear = year === null ? sql`true` : sql`r.year = ${year}`;
  const faulty = filter.withFindings ? sql`r.errors + r.warnings > 0` : sql`true`;
  const { rows } = await sql<AgencyRow>`
    with page as (
      select a.id, a.slug, a.name, a.kind from agency a
      where ${from} and ${nameCondition(filter.name)} and exists (
        select 1 from annual_report r
        where r.agency_id = a.id and r.status = 'current' and ${ofYear} and ${faulty})
      order by a.slug ${backwards ? sql`desc` : sql`asc`}
      limit ${limit})
    select p.slug, p.name, p.kind, (
      select jsonb_agg(jsonb_build_object('year', r.year, 'form', r.form, 'errors', r.errors,
        'warnings', r.warnings, 'infos', r.infos) order by r.year desc)
      from annual_report r
      where r.agency_id = p.id and r.status = 'current'
        and (${year}::smallint is null or r.year <= ${year})) as reports
    from page p order by p.slug`.execute(database);
  return rows;
}

/** Years that have reports in force, newest first. */
export async function yearsWithReports(database: Connection): Promise<number[]> {
  const rows = await database
    .selectFrom('annual_report')
    .select('year')
    .distinct()
    .where('status', '=', 'current')
    .orderBy('year', 'desc')
    .execute();
  return rows.map(({ year }) => year);
}

/** How much is there. */
export async function countAll(database: Connection) {
  const { rows } = await sql<{
    agencies: number;
    reports: number;
    firstYear: number | null;
    lastYear: number | null;
    updatedAt: Date | null;
  }>`select count(distinct agency_id) as agencies, count(*) as reports, min(year) as "firstYear",
      max(year) as "lastYear", max(imported_at) as "updatedAt"
    from annual_report where status = 'current'`.execute(database);
  return rows[0]!;
}

/** Every agency with the years it has reports of, by slug. */
export async function allReportYears(database: Connection): Promise<{ slug: string; years: number[] }[]> {
  const { rows } = await sql<{ slug: string; years: number[] }>`
    select a.slug, array_agg(r.year order by r.year desc) as years
    from agency a join annual_report r on r.agency_id = a.id and r.status = 'current'
    group by a.slug order by a.slug`.execute(database);
  return rows;
}
