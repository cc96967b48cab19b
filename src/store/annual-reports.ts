import { type Insertable, type Kysely, type Selectable, sql } from 'kysely';
import type { AnnualReport, Cells, Finding } from '../domain/annual/report.ts';
import { searchable, tokensOf } from './bigrams.ts';
import type { AnnualReportTable, SourceFileTable, Tables } from './tables.ts';
import { storable, storableJson } from './text.ts';

type Connection = Kysely<Tables>;

/** An edition of a report as a row, its cells and findings left out. */
export type ReportRow = Selectable<AnnualReportTable>;
export interface ReportKey {
  readonly agencyId: string;
  readonly reportId: string;
}

const findings = { error: 'errors', warning: 'warnings', info: 'infos' } as const;

/** How many findings of each severity. */
export function countFindings(list: readonly Finding[]): Pick<ReportRow, 'errors' | 'warnings' | 'infos'> {
  const counts = { errors: 0, warnings: 0, infos: 0 };
  for (const { severity } of list) counts[findings[severity]] += 1;
  return counts;
}

export interface NewReport {
  readonly row: Omit<
    Insertable<AnnualReportTable>,
    'sections' | 'indicators' | 'errors' | 'warnings' | 'infos'
  >;
  readonly report: AnnualReport;
  readonly file: Omit<Insertable<SourceFileTable>, 'agency_id'>;
}

/** Stores an edition whole: file entry, row, every cell in one statement, findings, search text. */
export async function insertReport(transaction: Connection, { row, report, file }: NewReport): Promise<void> {
  const key = { agencyId: row.agency_id, reportId: row.id };
  await transaction
    .insertInto('source_file')
    .values({ ...file, name: storable(file.name), agency_id: row.agency_id })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await transaction
    .insertInto('annual_report')
    .values({
      ...row,
      agency_name: storable(row.agency_name),
      title: row.title == null ? null : storable(row.title),
      sections: storableJson(report.sections),
      indicators: storableJson(report.indicators),
      ...countFindings(report.findings),
    })
    .execute();
  await insertCells(transaction, key, { ...report.cells, ...report.statistics });
  await insertFindings(transaction, key, report.findings);
  await insertSearch(transaction, key, report, row);
}

async function insertCells(transaction: Connection, key: ReportKey, cells: Cells): Promise<void> {
  const list = Object.entries(cells).map(([cell, { value, text, status, at, unit }]) => ({
    cell,
    value,
    text,
    status,
    unit: unit ?? null,
    has_unit: unit !== undefined,
    at,
  }));
  await sql`
    insert into annual_cell (agency_id, report_id, cell, value, text, status, unit, has_unit, at)
    select ${key.agencyId}, ${key.reportId}, c.cell, c.value, c.text, c.status, c.unit, c.has_unit, nullif(c.at, 'null')
    from jsonb_to_recordset(${storableJson(list)}::jsonb) as c (
      cell text, value numeric, text text, status text, unit text, has_unit boolean, at jsonb)`.execute(
    transaction,
  );
}

async function insertFindings(
  transaction: Connection,
  key: ReportKey,
  list: readonly Finding[],
): Promise<void> {
  const numbered = list.map((finding, index) => ({ ...finding, number: index + 1 }));
  await sql`
    insert into annual_finding (agency_id, report_id, number, rule, code, severity, message, cells, at, related,
      basis, fix, suggestions)
    select ${key.agencyId}, ${key.reportId}, f.number, f.rule, f.code, f.severity, f.message, f.cells,
      nullif(f.at, 'null'), f.related, f.basis, nullif(f.fix, 'null'), f.suggestions
    from jsonb_to_recordset(${storableJson(numbered)}::jsonb) as f (
      number integer, rule text, code text, severity text, message text, cells text[], at jsonb, related jsonb,
      basis jsonb, fix jsonb, suggestions text[])`.execute(transaction);
}

/** Puts other findings in the place of those a report has, as when last year's report comes in after it. */
export async function replaceFindings(
  transaction: Connection,
  key: ReportKey,
  list: readonly Finding[],
): Promise<void> {
  await transaction
    .deleteFrom('annual_finding')
    .where('agency_id', '=', key.agencyId)
    .where('report_id', '=', key.reportId)
    .execute();
  await insertFindings(transaction, key, list);
  await transaction
    .updateTable('annual_report')
    .set(countFindings(list))
    .where('agency_id', '=', key.agencyId)
    .where('id', '=', key.reportId)
    .execute();
}

async function insertSearch(
  transaction: Connection,
  { agencyId, reportId }: ReportKey,
  report: AnnualReport,
  row: Pick<NewReport['row'], 'title' | 'agency_name' | 'year'>,
): Promise<void> {
  const title = searchable(storable(`${row.agency_name}${row.year}年政府信息公开工作年度报告`));
  const body = report.sections.map(({ heading, text }) => `${heading} ${text}`).join(' ');
  const content = searchable(storable(`${title} ${row.title ?? ''} ${body}`));
  await transaction
    .insertInto('report_search')
    .values({
      agency_id: agencyId,
      report_id: reportId,
      year: row.year,
      tokens: sql<string>`array_to_tsvector(${tokensOf(content)}::text[])`,
      title,
      content,
    })
    .execute();
}

/** Takes an edition out of force; it stays readable, but search and lists no longer name it. */
export async function retireReport(
  transaction: Connection,
  { agencyId, reportId }: ReportKey,
  status: 'superseded' | 'moved',
): Promise<void> {
  await transaction
    .updateTable('annual_report')
    .set({ status })
    .where('agency_id', '=', agencyId)
    .where('id', '=', reportId)
    .execute();
  await transaction
    .deleteFrom('report_search')
    .where('agency_id', '=', agencyId)
    .where('report_id', '=', reportId)
    .execute();
}

/** Editions of an agency's year, newest first. */
export function editionsOf(database: Connection, agencyId: string, year: number): Promise<ReportRow[]> {
  return database
    .selectFrom('annual_report')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('year', '=', year)
    .where('status', '!=', 'moved')
    .orderBy('edition', 'desc')
    .execute();
}

/** The edition in force of an agency's year. */
export async function currentReport(
  database: Connection,
  agencyId: string,
  year: number,
): Promise<ReportRow | null> {
  const row = await database
    .selectFrom('annual_report')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('year', '=', year)
    .where('status', '=', 'current')
    .executeTakeFirst();
  return row ?? null;
}

/** The editions in force of all years of an agency, newest first. */
export function currentReports(database: Connection, agencyId: string): Promise<ReportRow[]> {
  return database
    .selectFrom('annual_report')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('status', '=', 'current')
    .orderBy('year', 'desc')
    .execute();
}

/** Reports made from exactly these bytes, whichever agency they were taken for. */
export function reportsFromSource(database: Connection, sha256: string) {
  return database
    .selectFrom('annual_report as r')
    .innerJoin('agency as a', 'a.id', 'r.agency_id')
    .selectAll('r')
    .select(['a.slug', 'a.name as registered_name', 'a.division_code'])
    .where('r.source_sha256', '=', sha256)
    .where('r.status', '!=', 'moved')
    .orderBy('r.imported_at')
    .execute();
}

/** The file an edition was read from. */
export function sourceOf(database: Connection, agencyId: string, sha256: string) {
  return database
    .selectFrom('source_file')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('sha256', '=', sha256)
    .executeTakeFirstOrThrow();
}

/** Whether the agency has a report of the year in force. */
export async function hasReport(database: Kysely<Tables>, agencyId: string, year: number): Promise<boolean> {
  const row = await database
    .selectFrom('annual_report')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('year', '=', year)
    .where('status', '=', 'current')
    .executeTakeFirst();
  return row !== undefined;
}
