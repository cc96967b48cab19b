/** Places after the point that a figure may be printed with. */
export type DecimalPlaces = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export const isPlaces = (places: number): places is DecimalPlaces => places >= 1 && places <= 8;

/** How a cell of a workbook looks; the look is defined in sheet-styles.ts. */
export type Look =
  | 'plain'
  | 'title'
  | 'heading'
  | 'prose'
  | 'closing'
  | 'label'
  | 'labelLeft'
  | 'labelDown'
  | 'count'
  | `places${DecimalPlaces}`
  | 'signed'
  | 'note'
  | 'day'
  | 'text'
  | 'head';

/** Rows and columns count from 0. */
export interface SheetCell {
  readonly row: number;
  readonly column: number;
  readonly look: Look;
  /** A text is never taken for a formula; null is an empty cell with its look. */
  readonly value: string | number | null;
  /** Formula without its equals sign; `value` is its result. */
  readonly formula?: string;
}

export interface Range {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Cells that are marked while a formula holds. */
export interface Warning {
  readonly cell: Pick<SheetCell, 'row' | 'column'>;
  readonly formula: string;
}

export interface SheetModel {
  readonly name: string;
  readonly cells: readonly SheetCell[];
  readonly merges: readonly Range[];
  /** Widths of the columns in characters. */
  readonly widths: readonly number[];
  /** Heights of rows in points; the others take what their text needs. */
  readonly heights: ReadonlyMap<number, number>;
  /** Rows printed on every page, both inclusive. */
  readonly repeated: readonly [first: number, last: number] | null;
  readonly warnings: readonly Warning[];
  /** Rows and columns that stay in sight when one scrolls. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  /** Cells whose columns can be filtered and sorted, heads first. */
  readonly filtered?: Range;
  readonly landscape?: boolean;
  /** Look of the empty cells of a column, where a person will write. */
  readonly columnLooks?: readonly Look[];
  readonly validations?: readonly Validation[];
}

/** What cells take: one of a list that stands in cells of the workbook, or a day. `told` is shown while one writes. */
export interface Validation {
  readonly cells: Range;
  readonly takes:
    | { readonly kind: 'list'; readonly sheet: string; readonly from: Range }
    | { readonly kind: 'day' };
  readonly title: string;
  readonly told: string;
}

/** A, B … Z, AA …: the name of a column counted from 0. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

export const addressOf = ({ row, column }: { readonly row: number; readonly column: number }): string =>
  `${columnName(column)}${row + 1}`;

/** The same with every part fixed, of a named sheet: 'A'!$A$1:$A$3. */
export const fixedRange = (sheet: string, range: Range): string =>
  `'${sheet}'!${rangeName(range).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`;

/** A1, or A1:C3 where it holds several cells. */
export function rangeName({ row, column, rows, columns }: Range): string {
  const first = addressOf({ row, column });
  return rows * columns === 1
    ? first
    : `${first}:${addressOf({ row: row + rows - 1, column: column + columns - 1 })}`;
}
