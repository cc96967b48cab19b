import type { Child } from 'hono/jsx';

/** What a column holds; it decides alignment on the page and the cell in a workbook. */
export type ColumnKind = 'text' | 'count' | 'amount' | 'day';

/** Rows a workbook is made of at most: more is asked for in parts, by filters. */
export const MOST_ROWS = 50_000;

/** What a cell holds apart from its look: text, number, a day as YYYY-MM-DD; null when nothing is known. */
export type CellValue = string | number | null;

export interface Column<Row> {
  readonly id: string;
  readonly label: string;
  readonly kind?: ColumnKind;
  /** What is sorted, exported, and shown where `cell` is not given. */
  readonly value: (row: Row) => CellValue;
  readonly cell?: (row: Row) => Child;
  /** A link to the row's own page. */
  readonly href?: (row: Row) => string | null;
  readonly sortable?: boolean;
  /** The column that names the row; it stays in sight when the table scrolls sideways. One a table. */
  readonly header?: boolean;
  /** Shown unless somebody takes it away; false only when asked for; fixed columns cannot be taken away. */
  readonly shown?: boolean | 'always';
  /** Left out of the card on a phone. */
  readonly wideOnly?: boolean;
  /** Left out of the workbook: a column of buttons. */
  readonly screenOnly?: boolean;
  /** Width in characters in the workbook. */
  readonly width?: number;
}

export interface SelectFilter {
  readonly kind: 'select';
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}
export interface TextFilter {
  readonly kind: 'text' | 'day';
  readonly name: string;
  readonly label: string;
  readonly placeholder?: string;
  /** Looks for a person by what is personal: no view keeps it. */
  readonly personal?: boolean;
}
export interface CheckFilter {
  readonly kind: 'check';
  readonly name: string;
  readonly label: string;
}
export type Filter = SelectFilter | TextFilter | CheckFilter;

/** A table as it is defined once: page, address, workbook and test read the same. */
export interface TableDefinition<Row> {
  /** Unique in a page; the name of the workbook's file too. */
  readonly id: string;
  /** What the rows are: 申请, 政府信息. */
  readonly title: string;
  /** Counting word of a row: 件, 条. */
  readonly unit: string;
  readonly columns: readonly Column<Row>[];
  readonly filters: readonly Filter[];
  /** Key of a row for selection; unique in the page. */
  readonly key: (row: Row) => string;
  readonly sort: Sort;
}

export interface Sort {
  readonly column: string;
  readonly descending: boolean;
}

/** What the address says about a table. */
export interface TableState {
  readonly sort: Sort;
  /** Ids of the columns shown, in the order of the definition. */
  readonly columns: readonly string[];
  /** Values of filters that are set. */
  readonly filters: Readonly<Record<string, string>>;
  readonly after: string | null;
  readonly before: string | null;
  /** All rows of the page are to be chosen. */
  readonly all: boolean;
}
