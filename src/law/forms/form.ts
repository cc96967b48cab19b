import type { Citation } from '../citation.ts';

export type FormId = '2019' | '2021';
export type TableId = 'disclosure' | 'applications' | 'appeals';
export type SectionId = 'overview' | 'disclosure' | 'applications' | 'appeals' | 'problems' | 'other';

/** A numbered part of the report; `heading` is the form's own wording with its ordinal. */
export interface FormSection {
  readonly id: SectionId;
  readonly ordinal: number;
  readonly heading: string;
  readonly table: TableId | null;
  readonly basis: Citation;
}

/**
 * What a cell holds. `count`: whole number ≥ 0. `signed`: whole number with sign (本年增/减, form of 2019 only).
 * `yuan`: money in 元. `wan`: money in 万元, at most six decimals.
 */
export type CellKind = 'count' | 'signed' | 'yuan' | 'wan';

export interface FormCell {
  /** `<table>.<row>.<column>`, the ids of the report JSON. */
  readonly id: string;
  readonly table: TableId;
  readonly row: string;
  readonly column: string;
  readonly kind: CellKind;
}

export interface FormColumn {
  readonly id: string;
  readonly label: string;
  readonly kind: CellKind;
}

/** A row as printed: `group` is the label of the merged cell to its left, if any (（三）不予公开). */
export interface FormRow {
  readonly id: string;
  readonly label: string;
  readonly group: string | null;
  readonly basis: Citation | null;
}

/** A band of table 二: its title row, its own column heads, its rows. */
export interface DisclosureBand {
  readonly title: string;
  readonly columns: readonly FormColumn[];
  readonly rows: readonly FormRow[];
  readonly basis: Citation;
}

/** A block of table 四 with its five results. */
export interface AppealBlock {
  readonly id: string;
  readonly label: string;
  readonly columns: readonly FormColumn[];
}

/** What must hold between cells: the sum of `left` equals the sum of `right`. */
export interface Identity {
  readonly rule: 'balance' | 'row-total' | 'outcome-sum' | 'appeal-total';
  /** The column, row or block it speaks of. */
  readonly subject: string;
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly basis: Citation;
}

export interface AnnualForm {
  readonly id: FormId;
  /** Report years, both inclusive; `to` null while in force. */
  readonly years: { readonly from: number; readonly to: number | null };
  readonly basis: Citation;
  readonly sections: readonly FormSection[];
  readonly bands: readonly DisclosureBand[];
  readonly applicationColumns: readonly FormColumn[];
  readonly applicationRows: readonly FormRow[];
  /** The printed note over table 三. */
  readonly balanceNote: string;
  readonly appealBlocks: readonly AppealBlock[];
  readonly cells: readonly FormCell[];
  readonly cellById: ReadonlyMap<string, FormCell>;
  readonly identities: readonly Identity[];
  readonly identitiesByCell: ReadonlyMap<string, readonly Identity[]>;
}
