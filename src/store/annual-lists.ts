import { type Kysely, sql } from 'kysely';
import type { AgencyKind, ReportFormId } from '../domain/annual/report.ts';
import type { Tables } from './tables.ts';

type Connection = Kysely<Tables>;

/** Counts stop here: beyond it a list says "1,000 条以上" (all-match counts take a fifth of a second). */
export const countCap = 1_000;

export interface ReportSummary {
  readonly id: string;
  readonly year: number;
  readonly edition: number;
  readonly form: ReportFormId | null;
  readonly agency: string;
  readonly agencyName: string;
  readonly agencyKind: AgencyKind;
  readonly demonstration: boolean;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly signedOn: string | null;
  readonly publishedOn: string | null;
  readonly importedAt: Date;
}

export interface ReportFilter {
  readonly year?: number | undefined;
  readonly kind?: AgencyKind | undefined;
  /** Slug of an agency. */
  readonly agency?: string | undefined;
  /** Slug of an agency: its own reports and those of the agencies directly under it. */
  readonly under?: string | undefined;
  /** Only reports with findings of error level, or without any. */
  readonly faults?: 'some' | 'none' | undefined;
}

/** Where a page begins: after this report in the order year, then id, both falling. */
export interface ReportCursor {
  readonly year: number;
  readonly id: string;
}

function filtered(database: Connection, filter: ReportFilter) {
  let query = database
    .selectFrom('annual_report as r')
    .innerJoin('agency as a', 'a.id', 'r.agency_id')
    .where('r.status', '=', 'current');
  if (filter.year !== undefined) query = query.where('r.year', '=', filter.year);
  if (filter.kind !== undefined) query = query.where('a.kind', '=', filter.kind);
  if (filter.agency !== undefined) query = query.where('a.slug', '=', filter.agency);
  if (filter.under !== undefined) {
    const top = database.selectFrom('agency').select('id').where('slug', '=', filter.under);
    query = query.where((where) => where.or([where('a.id', '=', top), where('a.superior_id', '=', top)]));
  }
  if (filter.faults === 'some') query = query.where('r.errors', '>', 0);
  if (filter.faults === 'none') query = query.where('r.errors', '=', 0).where('r.warnings', '=', 0);
  return query;
}

/** Reports in force, newest year first, within a year the latest imported first. */
export async function listReportRows(
  database: Connection,
  filter: ReportFilter,
  page: { readonly after: ReportCursor | null; readonly limit: number },
): Promise<ReportSummary[]> {
  let query = filtered(database, filter)
    .select([
      'r.id',
      'r.year',
      'r.edition',
      'r.form',
      'a.slug as agency',
      'a.name as agencyName',
      'a.kind as agencyKind',
      'a.demonstration',
      'r.errors',
      'r.warnings',
      'r.infos',
      'r.signed_on as signedOn',
      'r.published_on as publishedOn',
      'r.imported_at as importedAt',
    ])
    .orderBy('r.year', 'desc')
    .orderBy('r.id', 'desc')
    .limit(page.limit);
  if (page.after !== null)
    query = query.where(
      sql<boolean>`(r.year, r.id) < (${page.after.year}::smallint, ${page.after.id}::uuid)`,
    );
  return query.execute();
}

/** How many reports match, counted no further than one beyond the cap. */
export async function countReports(database: Connection, filter: ReportFilter): Promise<number> {
  const some = filtered(database, filter)
    .select(sql<number>`1`.as('one'))
    .limit(countCap + 1);
  const { count } = await database
    .selectFrom(some.as('some'))
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export interface YearCount {
  readonly year: number;
  readonly reports: number;
  readonly withErrors: number;
}

/** Years that have reports in force, newest first. */
export function countByYear(database: Connection): Promise<YearCount[]> {
  return database
    .selectFrom('annual_report')
    .select([
      'year',
      sql<number>`count(*)`.as('reports'),
      sql<number>`count(*) filter (where errors > 0)`.as('withErrors'),
    ])
    .where('status', '=', 'current')
    .groupBy('year')
    .orderBy('year', 'desc')
    .execute();
}
