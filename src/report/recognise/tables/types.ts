import type { Cells, Indicator, Place, ReportFormId } from '../../../domain/annual/report.ts';
import type { TableId } from '../../../law/forms/index.ts';
import type { GluedReading, LabelReading } from '../../reading.ts';

/** Part of the document to look at: block indexes of `document.blocks`, `from` included, `to` excluded. */
export interface Bounds {
  readonly from: number;
  readonly to: number;
}

/** Everything the tables of a report tell; prose is none of it. */
export interface TablesReading {
  /** Told by the header words (本年新制作数量 → 2019, 本年制发件数 → 2021), null when no table of the form is there. */
  readonly form: ReportFormId | null;
  /** Every cell of the form, the blank, absent and unreadable ones included; empty when `form` is null or pre2019. */
  readonly cells: Cells;
  readonly labels: readonly LabelReading[];
  readonly tables: Readonly<Record<TableId, 'found' | 'picture' | 'missing'>>;
  readonly glued: readonly GluedReading[];
  /** Cells of an attached 统计表 by its own ids (S1.2.2). */
  readonly statistics: Cells;
  readonly statisticsHeaders: readonly { readonly id: string; readonly text: string; readonly at: Place }[];
  /** Only for the form before 2019, by label as printed. */
  readonly indicators: Readonly<Record<string, Indicator>>;
  /** By index in `document.blocks`: 1 for those that belong to tables and are no prose. */
  readonly tableBlocks: Readonly<Uint8Array>;
  /**
   * Paragraphs that are only partly table (glued text, a heading and a table on one line): block index → ranges of
   * `text`, start included, end excluded. Blocks named here are not in `tableBlocks`.
   */
  readonly tableRanges: ReadonlyMap<number, readonly (readonly [start: number, end: number])[]>;
  /** Blocks in which the table of a section begins, for telling which section holds it. */
  readonly tableStarts: Readonly<Partial<Record<TableId, number>>>;
  /** Rows of the form whose label was found, and cells that hold a figure: labels without a figure are a blank form. */
  readonly counts: { readonly labels: number; readonly figures: number };
  /** How often the table of a form was met whole; above 1 for two reports side by side or one after the other. */
  readonly copies: number;
}
