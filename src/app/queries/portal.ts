import { sql } from 'kysely';
import type { AgencyKind, AnnualReport } from '../../domain/annual/report.ts';
import { type AgencyRef, agencyBySlug, agencyWithRelations } from '../../store/agencies.ts';
import { loadReports } from '../../store/annual-figures.ts';
import { currentReports } from '../../store/annual-reports.ts';
import {
  type AgencyRow,
  allReportYears,
  countAll,
  listAgencyRows,
  type ReportRef as ReportRefRow,
  type Seek,
  yearsWithReports,
} from '../../store/report-lists.ts';
import { publicContacts } from '../agencies/contacts.ts';
import type { AppContext } from '../context.ts';
import { dayOf } from '../day-of.ts';

export interface FindingCounts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
}

export interface ReportRef {
  readonly year: number;
  readonly form: AnnualReport['form'];
  readonly findings: FindingCounts;
}

const agencyRef = ({ slug, name, kind }: AgencyRef): AgencyRef => ({ slug, name, kind });

const reportRef = ({ year, form, errors, warnings, infos }: ReportRefRow): ReportRef => ({
  year,
  form,
  findings: { error: errors, warning: warnings, info: infos },
});

/** How much is there, and when it last changed (ISO 8601). */
export async function overview({ store }: AppContext) {
  const { updatedAt, ...counts } = await store.read(countAll);
  return { ...counts, updatedAt: updatedAt?.toISOString() ?? null };
}

export interface ReportListQuery {
  /** Only agencies with a report of that year; later ones are left out. */
  readonly year: number | null;
  /** Part of an agency's name. */
  readonly agency: string;
  /** Only agencies with errors or warnings (in `year`, if given). */
  readonly withFindings: boolean;
  readonly after: string | null;
  readonly before: string | null;
  readonly limit: number;
}

/** A page of agencies with their reports. Cursors are the slugs at its ends, null where nothing follows. */
export async function listReports({ store }: AppContext, query: ReportListQuery) {
  const { limit } = query;
  const seek: Seek =
    query.after !== null ? { after: query.after } : query.before !== null ? { before: query.before } : null;
  const filter = { year: query.year, name: query.agency, withFindings: query.withFindings };
  const [years, found] = await store.read((database) =>
    Promise.all([yearsWithReports(database), listAgencyRows(database, filter, seek, limit + 1)]),
  );
  const backwards = seek !== null && 'before' in seek;
  const more = found.length > limit;
  const rows = more ? (backwards ? found.slice(1) : found.slice(0, limit)) : found;
  return {
    years,
    rows: rows.map((row: AgencyRow) => ({ agency: agencyRef(row), reports: row.reports.map(reportRef) })),
    next: (backwards ? rows.length > 0 : more) ? (rows.at(-1)?.slug ?? null) : null,
    previous: (backwards ? more : seek !== null && rows.length > 0) ? (rows[0]?.slug ?? null) : null,
  };
}

/** One agency with its place in the tree and its reports; null where no agency has that slug. */
export function agencyHome({ store, now }: AppContext, slug: string) {
  return store.read(async (database) => {
    const today = dayOf(now());
    const found = await agencyWithRelations(database, slug, today);
    if (found === null) return null;
    const { agency, superior, successor, subordinates, predecessors } = found;
    const reports = await currentReports(database, agency.id);
    return {
      agency: agencyRef(agency),
      code: agency.division_code,
      superior: superior && agencyRef(superior),
      subordinates: subordinates.map(agencyRef),
      predecessors: predecessors.map(agencyRef),
      successor: successor && agencyRef(successor),
      validTo: agency.valid_to,
      ended: agency.valid_to !== null && agency.valid_to < today,
      demonstration: agency.demonstration,
      contacts: publicContacts(agency.contacts),
      reports: reports.map(reportRef),
    };
  });
}

export interface StoredReport {
  readonly year: number;
  readonly edition: number;
  readonly report: AnnualReport;
  /** Instant at which it was stored, ISO 8601. */
  readonly storedAt: string;
  readonly file: { readonly name: string; readonly size: number; readonly kept: boolean };
}

/** All years of an agency, newest first, whole: page, comparison and chart; null where no agency has that slug. */
export function reportsOf({ store }: AppContext, slug: string) {
  return store.read(async (database) => {
    const agency = await agencyBySlug(database, slug);
    if (agency === null) return null;
    const loaded = await loadReports(database, agency.id, await currentReports(database, agency.id));
    const years = loaded.map(
      ({ row, report, file }): StoredReport => ({
        year: row.year,
        edition: row.edition,
        report,
        storedAt: row.imported_at.toISOString(),
        file: { name: file.name, size: file.bytes, kept: true },
      }),
    );
    return { agency: agencyRef(agency), demonstration: agency.demonstration, years };
  });
}

/** The bytes of the file a report was read from, verified against their hash; null where it is not kept. */
export async function sourceFile(
  { store }: AppContext,
  slug: string,
  { year }: { readonly year: number },
): Promise<Uint8Array | null> {
  const file = await store.read((database) =>
    database
      .selectFrom('annual_report as r')
      .innerJoin('agency as a', 'a.id', 'r.agency_id')
      .innerJoin('source_file as f', (join) =>
        join.onRef('f.agency_id', '=', 'r.agency_id').onRef('f.sha256', '=', 'r.source_sha256'),
      )
      .select(['f.sha256', 'f.stored_as as storedAs'])
      .where('a.slug', '=', slug)
      .where('r.year', '=', year)
      .where('r.status', '=', 'current')
      .executeTakeFirst(),
  );
  return file === undefined ? null : store.files.bytes(file);
}

/** Every agency with the years it has reports of. */
export const sitemap = ({ store }: AppContext) => store.read(allReportYears);

/** Whether the database answers, now and without waiting. */
export async function ready({ store }: AppContext): Promise<boolean> {
  try {
    await sql`select 1`.execute(store.database);
    return true;
  } catch {
    return false;
  }
}

export type { AgencyKind, AgencyRef };
