import type { Kysely, Selectable } from 'kysely';
import type { AnnualReport, Finding, ReportCell } from '../domain/annual/report.ts';
import type { ReportRow } from './annual-reports.ts';
import type { AnnualCellTable, AnnualFindingTable, SourceFileTable, Tables } from './tables.ts';

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

/** A stored edition with its file. */
export interface LoadedReport {
  readonly row: ReportRow;
  readonly report: AnnualReport;
  readonly file: { readonly name: string; readonly bytes: number; readonly storedAs: string };
}

/** Groups rows by the report they belong to. */
function byReport<T extends { report_id: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.report_id);
    if (group) group.push(row);
    else groups.set(row.report_id, [row]);
  }
  return groups;
}

/** Editions of one agency as report JSON, findings included, in the order given; four queries however many. */
export async function loadReports(
  database: Connection,
  agencyId: string,
  rows: readonly ReportRow[],
): Promise<LoadedReport[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const [cells, findings, files, agency] = await Promise.all([
    database
      .selectFrom('annual_cell')
      .selectAll()
      .where('agency_id', '=', agencyId)
      .where('report_id', 'in', ids)
      .execute(),
    database
      .selectFrom('annual_finding')
      .selectAll()
      .where('agency_id', '=', agencyId)
      .where('report_id', 'in', ids)
      .orderBy('number')
      .execute(),
    database
      .selectFrom('source_file')
      .selectAll()
      .where('agency_id', '=', agencyId)
      .where(
        'sha256',
        'in',
        rows.map((row) => row.source_sha256),
      )
      .execute(),
    database
      .selectFrom('agency')
      .select('division_code')
      .where('id', '=', agencyId)
      .executeTakeFirstOrThrow(),
  ]);
  const cellsOf = byReport(cells);
  const findingsOf = byReport(findings);
  return rows.map((row) => {
    const file = files.find(({ sha256 }) => sha256 === row.source_sha256)!;
    const report = assemble(
      row,
      agency.division_code,
      file,
      cellsOf.get(row.id) ?? [],
      findingsOf.get(row.id) ?? [],
    );
    return { row, report, file: { name: file.name, bytes: file.bytes, storedAs: file.stored_as } };
  });
}

function assemble(
  row: ReportRow,
  code: string | null,
  file: Selectable<SourceFileTable>,
  cells: readonly Selectable<AnnualCellTable>[],
  findings: readonly Selectable<AnnualFindingTable>[],
): AnnualReport {
  const part = (form: boolean) =>
    Object.fromEntries(cells.filter(({ cell }) => isOfForm(cell) === form).map((c) => [c.cell, cellOf(c)]));
  return {
    schema: 'gongkai.annual-report/1',
    source: { file: file.name, sha256: file.sha256, mediaType: file.media_type },
    agency: { name: row.agency_name, kind: row.agency_kind, code },
    year: row.year,
    form: row.form,
    sections: row.sections,
    cells: part(true),
    statistics: part(false),
    indicators: row.indicators,
    findings: findings.map(findingOf),
  };
}
