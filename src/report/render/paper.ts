/** A cell of a table; the lines of `small` stand beneath in smaller type. */
export type PaperCell = string | { readonly text: string; readonly small: readonly string[] };

export type PaperBlock =
  | { readonly kind: 'heading' | 'text'; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] }
  /** `widths`: shares of the width, one a column. */
  | {
      readonly kind: 'table';
      readonly heads: readonly string[];
      readonly widths: readonly number[];
      readonly rows: readonly (readonly PaperCell[])[];
    };

/** A paper of the office that is no letter: a form, a list, a record. */
export interface Paper {
  readonly title: string;
  /** Under the title: number of the case, day. */
  readonly lead: string;
  /** The front of a file: its title large, in the upper third. */
  readonly cover: boolean;
  readonly blocks: readonly PaperBlock[];
}
