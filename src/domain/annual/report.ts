import type { AgencyKind } from '../../law/agency-kind.ts';

/** Where something stands in its file; lines, columns, tables, rows and paragraphs count from 1. */
export type Place =
  | { readonly line: number; readonly column: number; readonly length?: number }
  | { readonly table: number; readonly row: number; readonly column: number; readonly length?: number }
  | { readonly paragraph: number; readonly column: number; readonly length?: number }
  | { readonly page: number; readonly box: readonly [number, number, number, number] };

export type { AgencyKind };

export interface ReportAgency {
  readonly name: string;
  readonly kind: AgencyKind;
  /** Division code of 6, 9 or 12 digits, null where the name alone does not tell it. */
  readonly code: string | null;
}

/**
 * read: one clear reading. inferred: not the plain reading, but the only one possible. blank: cell there, empty.
 * absent: row or column missing. unreadable: there, but cannot be told for certain. Never a guess.
 */
export type CellStatus = 'read' | 'inferred' | 'blank' | 'absent' | 'unreadable';

export interface ReportCell {
  readonly value: number | null;
  /** The raw text of the cell. */
  readonly text: string;
  readonly status: CellStatus;
  readonly at: Place | null;
  /** Only for money in 元: the unit the cell or its head names, null where the form's bare number stands. */
  readonly unit?: '元' | null;
}

export type Cells = Readonly<Record<string, ReportCell>>;

export interface ReportSection {
  /** The form's section id, or null for a section the form does not know. */
  readonly id: string | null;
  readonly heading: string;
  /** The prose of the section, paragraphs joined by newlines, tables left out. */
  readonly text: string;
}

/** What stands before the first section and after the last, as printed. */
export interface ReportFront {
  readonly title: string | null;
  /** Paragraphs between title and first section. */
  readonly preamble: readonly string[];
  readonly signedBy: string | null;
  /** Day of signature, YYYY-MM-DD. */
  readonly signedOn: string | null;
  /** Lines after the last section: signature, date, notes. */
  readonly closing: readonly string[];
}

export interface Indicator {
  readonly year: number | null;
  readonly cumulative: number | null;
  readonly status: CellStatus;
  readonly unit: string | null;
  readonly at: Place | null;
}

export type Severity = 'error' | 'warning' | 'info';

export interface FindingBasis {
  /** Title and number of the instrument, in Chinese. */
  readonly instrument: string;
  readonly article: string;
}

export interface Finding {
  /** The rule's name, e.g. `balance`. */
  readonly rule: string;
  /** Its number, e.g. `R301`. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly cells: readonly string[];
  readonly at: Place | null;
  readonly related: readonly { readonly at: Place | null; readonly message: string }[];
  readonly basis: readonly FindingBasis[];
  readonly fix: { readonly cell: string; readonly value: number } | null;
  readonly suggestions: readonly string[];
}

export type ReportFormId = '2019' | '2021' | 'pre2019';

/** The report JSON of `gongkai read` and `gongkai check`. */
export interface AnnualReport {
  readonly schema: 'gongkai.annual-report/1';
  readonly source: { readonly file: string; readonly sha256: string; readonly mediaType: string };
  readonly agency: ReportAgency | null;
  readonly year: number | null;
  readonly form: ReportFormId | null;
  /** Missing in reports that were written down before it was kept. */
  readonly front?: ReportFront;
  readonly sections: readonly ReportSection[];
  readonly cells: Cells;
  readonly statistics: Cells;
  readonly indicators: Readonly<Record<string, Indicator>>;
  readonly findings: readonly Finding[];
}
