import type { Kysely, Selectable } from 'kysely';
import type { AnnualReport, Cells, Finding, ReportCell } from '../domain/annual/report.ts';
import { type ReportRow, sourceOf } from './annual-reports.ts';
import type { AnnualCellTable, AnnualFindingTable, Tables } from './tables.ts';

type Connection = Kysely<Tables>;

function cellOf(row: Selectable<AnnualCellTable>): ReportCell {
  const { value, text, status, at } = row;
  return row.has_unit ? { value, text, status, at, unit: row.unit } : { value, text, status, at };
}

function findingOf(row: Selectable<AnnualFindingTable>): Finding {
  const { rule, code, severity, message, cells, at, related, basis, fix, suggestions } = row;
  return { rule, code, severity, message, cells, at, related, basis, fix, suggestions };
}

const isOfForm = (cell: string): boolean => /^(disclosure|applications|appeals)\./.test(cell);

async function cellsOf(database: Connection, { agency_id, id }: ReportRow): Promise<[Cells, Cells]> {
  const rows = await database
    .selectFrom('annual_cell')
    .selectAll()
    .where('agency_id', '=', agency_id)
    .where('report_id', '=', id)
    .execute();
  const part = (wanted: boolean): Cells =>
    Object.fromEntries(
      rows.filter(({ cell }) => isOfForm(cell) === wanted).map((row) => [row.cell, cellOf(row)]),
    );
  return [part(true), part(false)];
}

/** A stored edition as the report JSON, findings included. */
export async function loadReport(database: Connection, row: ReportRow): Promise<AnnualReport> {
  const [[cells, statistics], findings, source, agency] = await Promise.all([
    cellsOf(database, row),
    database
      .selectFrom('annual_finding')
      .selectAll()
      .where('agency_id', '=', row.agency_id)
      .where('report_id', '=', row.id)
      .orderBy('number')
      .execute(),
    sourceOf(database, row.agency_id, row.source_sha256),
    database
      .selectFrom('agency')
      .select('division_code')
      .where('id', '=', row.agency_id)
      .executeTakeFirstOrThrow(),
  ]);
  return {
    schema: 'gongkai.annual-report/1',
    source: { file: source.name, sha256: source.sha256, mediaType: source.media_type },
    agency: { name: row.agency_name, kind: row.agency_kind, code: agency.division_code },
    year: row.year,
    form: row.form,
    sections: row.sections,
    cells,
    statistics,
    indicators: row.indicators,
    findings: findings.map(findingOf),
  };
}

export interface YearFigures {
  readonly year: number;
  readonly form: ReportRow['form'];
  readonly cells: Readonly<Record<string, Pick<ReportCell, 'value' | 'text' | 'status'>>>;
}

/**
 * The figures of all years of an agency, oldest first, of the editions in force; `prefix` restricts them to the
 * cells that begin so. One query.
 */
export async function figuresOfYears(
  database: Connection,
  agencyId: string,
  cells: { readonly prefix: string } | { readonly ids: readonly string[] },
): Promise<YearFigures[]> {
  const rows = await database
    .selectFrom('annual_report as r')
    .leftJoin('annual_cell as c', (join) => {
      const joined = join.onRef('c.agency_id', '=', 'r.agency_id').onRef('c.report_id', '=', 'r.id');
      return 'prefix' in cells
        ? joined.on('c.cell', 'like', `${cells.prefix}%`)
        : joined.on('c.cell', 'in', [...cells.ids]);
    })
    .select(['r.year', 'r.form', 'c.cell', 'c.value', 'c.text', 'c.status'])
    .where('r.agency_id', '=', agencyId)
    .where('r.status', '=', 'current')
    .orderBy('r.year')
    .execute();
  const years = new Map<number, { year: number; form: ReportRow['form']; cells: Record<string, never> }>();
  for (const { year, form, cell, value, text, status } of rows) {
    const figures = years.get(year) ?? { year, form, cells: {} };
    years.set(year, figures);
    if (cell !== null) Object.assign(figures.cells, { [cell]: { value, text, status } });
  }
  return [...years.values()];
}
