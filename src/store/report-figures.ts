import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** A report in force, with some of its figures by cell; what could not be read is left out. */
export interface ReportFigures {
  readonly year: number;
  readonly cells: Readonly<Record<string, number>>;
}

const mostReports = 6;

/** The newest reports of an agency with figures of some cells, in one statement; only of some years where any are named. */
export async function reportFigures(
  database: Kysely<Tables>,
  { agencyId, years, cells }: { agencyId: string; years: readonly number[]; cells: readonly string[] },
): Promise<readonly ReportFigures[]> {
  const { rows } = await sql<ReportFigures>`
    select r.year, coalesce(f.cells, '{}'::jsonb) as cells
    from (select id, year from annual_report where agency_id = ${agencyId} and status = 'current'
      and (${years.length === 0} or year = any(${[...years]}::int[]))
      order by year desc limit ${mostReports}) r
    left join lateral (select jsonb_object_agg(c.cell, c.value) as cells from annual_cell c
      where c.agency_id = ${agencyId} and c.report_id = r.id and c.cell = any(${[...cells]}::text[])
        and c.value is not null and c.status in ('read', 'inferred')) f on true
    order by r.year desc`.execute(database);
  return rows;
}
