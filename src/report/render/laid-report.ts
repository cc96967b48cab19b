import type { CellStatus } from '../../domain/annual/report.ts';
import type { CellKind, TableId } from '../../law/forms/index.ts';

/**
 * What a cell heads. `column`: the values below it (several columns where it spans them). `row`: the values right of
 * it. `group`: the rows that it spans. `band`: the rows below it up to the next band, over the whole width. `corner`:
 * the note printed in the upper left corner of table 三.
 */
export type LaidHead = 'column' | 'row' | 'group' | 'band' | 'corner';

/** A printed cell. A merged cell stands once, at its upper left corner. */
export interface LaidCell {
  /** As printed for filing: figures without separators, 0 as 0, nothing where there is no certain figure. */
  readonly text: string;
  /** Place of its upper left corner in the grid, from 0. */
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** Null for a cell that holds a value (or a unit). */
  readonly head: LaidHead | null;
  /** Id of the figure: a cell of the form, a row of the statistics form, `<label>.year` of an indicator. */
  readonly cell: string | null;
  readonly value: number | null;
  /** Null in labels. */
  readonly status: CellStatus | null;
  /** What kind of figure it is, for number formats; null in labels. */
  readonly kind: CellKind | null;
}

export type LaidTableId = TableId | 'statistics' | 'indicators';

/** A table as a grid of cells, ready for any format. */
export interface LaidTable {
  readonly id: LaidTableId;
  /** What the table shows, for a caption that only assistive software reads: the form prints none. */
  readonly caption: string;
  readonly columns: number;
  /** Relative widths, one a column. */
  readonly widths: readonly number[];
  /** Rows at the top that are repeated where the table goes on on another page. */
  readonly headRows: number;
  /** Cells of each grid row in order, those that begin in it. */
  readonly rows: readonly (readonly LaidCell[])[];
  /**
   * What a reader must know of the empty cells. Printed as last rows of the table over its whole width, never as
   * paragraphs: read back, they must not become prose of the report.
   */
  readonly notes: readonly string[];
}

export interface LaidSection {
  /** As the report has it; empty where it has none. */
  readonly heading: string;
  /** 1 for the numbered parts of the report. */
  readonly level: number;
  readonly paragraphs: readonly string[];
  /** Printed after the paragraphs. */
  readonly tables: readonly LaidTable[];
}

/** A report laid out by the statutory form. No text in it holds a line break or a control character. */
export interface LaidReport {
  readonly title: string;
  readonly preamble: readonly string[];
  readonly sections: readonly LaidSection[];
  /** Signing agency, date in Chinese, notes after them, line by line; empty where the report has none. */
  readonly closing: readonly string[];
  /** What is attached after the signature, the statistics form above all. */
  readonly attachments: readonly LaidSection[];
}

/** Every table of a report in the order printed. */
export const tablesOf = (report: LaidReport): readonly LaidTable[] =>
  [...report.sections, ...report.attachments].flatMap((section) => section.tables);
