import type { AgencyKind, AnnualReport, ReportFormId, Severity } from '../../../domain/annual/report.ts';
import type { Pin, TextMark } from '../../report/pins.ts';
import type { Around } from '../../report/prose-marks.ts';

export type Counts = Readonly<Record<Severity, number>>;

/** A file that was dropped, as the lists show it. */
export interface FileState {
  /** From 1, in the order of paths; stays the same while the page is open. */
  readonly id: number;
  /** Path inside the folder or archive that was dropped, `/` between names; else the file's name. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** `failed`: it could not be read at all, `message` says why. */
  readonly state: 'waiting' | 'reading' | 'read' | 'failed';
  readonly message: string | null;
  /** Null unless `read`. */
  readonly summary: Summary | null;
}

/** What a list tells of a report. */
export interface Summary {
  readonly agency: string | null;
  readonly kind: AgencyKind | null;
  readonly year: number | null;
  readonly form: ReportFormId | null;
  readonly counts: Counts;
  /** Findings by rule code. */
  readonly byRule: Readonly<Record<string, number>>;
  /** Cells with a value. */
  readonly readCells: number;
  readonly unreadableCells: number;
}

/** Which place names a report was checked against: all; none yet, they are being loaded; none, they cannot be had. */
export type PlacesState = 'used' | 'loading' | 'missing';

/** A report with its findings, ready to be shown. */
export interface CheckedReport {
  readonly file: FileState;
  readonly report: AnnualReport;
  /** Its findings with their numbers on the page, by severity. */
  readonly pins: readonly Pin[];
  /** Where in its prose they stand. */
  readonly marks: readonly TextMark[];
  /** What stands around its parts: title, preamble, signature. */
  readonly around: Around | null;
  readonly places: PlacesState;
  /** The report of the year before it was checked with, null where none was dropped. */
  readonly previous: { readonly id: number; readonly year: number } | null;
}

/** One agency of a county, its reports newest first; a report whose agency is not told stands alone under its path. */
export interface CountyRow {
  readonly key: string;
  readonly name: string;
  readonly reports: readonly FileState[];
  /** Sums over its reports. */
  readonly counts: Counts;
  readonly byRule: Readonly<Record<string, number>>;
}

/** A rule that found something somewhere in the batch. */
export interface RuleColumn {
  readonly code: string;
  /** Its id, as in `/rules/<id>`. */
  readonly id: string;
  readonly name: string;
  /** The gravest severity it was raised with. */
  readonly severity: Severity;
  /** Agencies it found something at. */
  readonly agencies: number;
}

/** What was met in a folder or archive and is not checked, by extension without the dot; '' for none. */
export type Skipped = Readonly<Record<string, number>>;

/** The batch as a whole. */
export interface BatchState {
  readonly files: readonly FileState[];
  readonly running: boolean;
  readonly skipped: Skipped;
  /** Names whose reports look like one agency's over the years but cannot be told to be, with how many there are. */
  readonly unpaired: Readonly<Record<string, number>>;
  readonly seconds: number;
}

export interface ReportFilter {
  readonly severity: Severity | null;
  /** A rule's code. */
  readonly rule: string | null;
  /** Table 三 with its totals only. */
  readonly total: boolean;
}

export interface CountyFilter {
  readonly severity: Severity | null;
  readonly rule: string | null;
  readonly sort: 'worst' | 'name';
}
