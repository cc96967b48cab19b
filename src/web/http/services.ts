import type { AgencyKind, AnnualReport, ReportFormId } from '../../domain/annual/report.ts';
import type { Calendar, Day } from '../../domain/workday/index.ts';

/** What the pages need of the rest of the system; `gongkai serve` joins it to the queries of app/. */
export interface Services {
  readonly site: Site;
  /** How much is there; cheap, called by the home page. */
  readonly overview: () => Promise<Overview>;
  /** Agencies with their reports of the newest years, by name of the row, a page at a time. */
  readonly listReports: (query: ReportListQuery) => Promise<ReportList>;
  /** Null where no agency has that slug. */
  readonly agency: (slug: string) => Promise<AgencyHome | null>;
  /** All stored years of an agency, newest first; null where no agency has that slug. */
  readonly reportsOf: (slug: string) => Promise<ReportPage | null>;
  /** The bytes of the file a stored report was read from; null where it is not kept. */
  readonly sourceFile: (slug: string, report: StoredReport) => Promise<Uint8Array | null>;
  readonly search: (query: SearchQuery) => Promise<SearchPage>;
  /** Every agency with the years it has reports of, for the site map. */
  readonly sitemap: () => Promise<readonly { readonly slug: string; readonly years: readonly number[] }[]>;
  /** Working days as known now: shipped years and those loaded on this machine. */
  readonly calendar: () => Calendar;
  /** The day it is in Asia/Shanghai. */
  readonly today: () => Day;
  /** Whether the database answers. */
  readonly ready: () => Promise<boolean>;
}

/** Whose portal this is; what is null is not printed. */
export interface Site {
  /** 主办单位: the formal name, e.g. of the county's government. */
  readonly name: string;
  /** 网站标识码: ten digits, or `bm` and eight digits. */
  readonly idCode: string;
  readonly office: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly icp: string | null;
  /** Whether all that is shown is invented, which then every page says. */
  readonly demonstration: boolean;
}

export interface AgencyRef {
  readonly slug: string;
  readonly name: string;
  readonly kind: AgencyKind;
}

export interface FindingCounts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
}

export interface ReportRef {
  readonly year: number;
  readonly form: ReportFormId | null;
  readonly findings: FindingCounts;
}

export interface Overview {
  readonly agencies: number;
  readonly reports: number;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  /** Instant of the last change, ISO 8601. */
  readonly updatedAt: string | null;
}

export interface ReportListQuery {
  /** Only agencies with a report of that year; the columns end with it. */
  readonly year: number | null;
  /** Part of an agency's name. */
  readonly agency: string;
  /** Only agencies with findings (in `year`, if given). */
  readonly withFindings: boolean;
  readonly after: string | null;
  readonly before: string | null;
  readonly limit: number;
}

export interface ReportList {
  /** Every year there is a report of, newest first, for the filter. */
  readonly years: readonly number[];
  readonly rows: readonly { readonly agency: AgencyRef; readonly reports: readonly ReportRef[] }[];
  /** Opaque cursors; null at either end. */
  readonly next: string | null;
  readonly previous: string | null;
}

export interface AgencyHome {
  readonly agency: AgencyRef;
  readonly code: string | null;
  readonly superior: AgencyRef | null;
  readonly subordinates: readonly AgencyRef[];
  readonly successor: AgencyRef | null;
  /** Ended agencies whose place it took, the latest first. */
  readonly predecessors: readonly AgencyRef[];
  /** Last day it existed or will exist; null where none is set. */
  readonly validTo: string | null;
  /** Whether that day has passed. */
  readonly ended: boolean;
  /** Invented, which its pages say. */
  readonly demonstration: boolean;
  /** Of the office that answers for disclosure (第十二条); empty where it told none. */
  readonly contacts: readonly { readonly label: string; readonly value: string }[];
  readonly reports: readonly ReportRef[];
}

/** The edition in force of one year's report. */
export interface StoredReport {
  readonly year: number;
  readonly report: AnnualReport;
  /** Instant at which it was stored, ISO 8601. */
  readonly storedAt: string;
  readonly file: { readonly name: string; readonly size: number; readonly kept: boolean };
}

export interface ReportPage {
  readonly agency: AgencyRef;
  readonly demonstration: boolean;
  readonly years: readonly StoredReport[];
}

export interface SearchQuery {
  readonly text: string;
  readonly cursor: string | null;
  readonly limit: number;
}

export interface SearchHit {
  readonly agency: AgencyRef;
  readonly year: number;
  /** Heading of the section the snippet stands in; null for a hit in the title. */
  readonly section: string | null;
  readonly snippet: string;
}

export interface SearchPage {
  readonly hits: readonly SearchHit[];
  readonly next: string | null;
  /** False when the time given ran out before all was looked at. */
  readonly complete: boolean;
}
