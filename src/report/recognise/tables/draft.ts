import type { Place, ReportCell } from '../../../domain/annual/report.ts';
import type { AnnualForm, CellKind, TableId } from '../../../law/forms/index.ts';
import type { GluedReading, LabelReading } from '../../reading.ts';
import { CellStore } from './cell-store.ts';
import { type HeadUnit, parseValue, plainValue } from './value.ts';

/** What has been read so far. Cells by id; `told` by more than one place must agree. */
export interface Draft {
  readonly form: AnnualForm;
  readonly cells: CellStore;
  readonly conflicts: Set<string>;
  readonly labels: LabelReading[];
  readonly glued: GluedReading[];
  readonly found: Record<TableId, 'found' | 'picture' | 'missing'>;
  /** Rows of the form met, by `<table>.<row>`. */
  readonly rows: Set<string>;
  readonly starts: Partial<Record<TableId, number>>;
  copies: number;
  /** Cells taken as blank because nothing is printed where no separator would show a blank cell. */
  readonly soft: Set<string>;
  /** Whether some row has fewer or more figures than cells without separators to tell them apart. */
  uneven: boolean;
  /** Cells whose figures stand on lines of their own under the label, confirmed by no sum. */
  readonly floating: Set<string>;
  /** Whether figures and labels were not copied row by row, so that nothing in `floating` is certain. */
  broken: boolean;
  /** Whether several tables of one kind are being read: what not all of them tell alike is not certain. */
  several: boolean;
}

export function newDraft(form: AnnualForm): Draft {
  return {
    form,
    cells: new CellStore(form),
    conflicts: new Set(),
    labels: [],
    glued: [],
    found: { disclosure: 'missing', applications: 'missing', appeals: 'missing' },
    rows: new Set(),
    starts: {},
    copies: 0,
    soft: new Set(),
    uneven: false,
    floating: new Set(),
    broken: false,
    several: false,
  };
}

const isTold = (cell: ReportCell): boolean => cell.status === 'read' || cell.status === 'inferred';

/** Keeps a cell; two places that tell different values leave it unreadable. */
export function keep(draft: Draft, id: string, cell: ReportCell): void {
  const before = draft.cells.get(id);
  if (before === undefined) {
    draft.cells.set(id, cell);
    return;
  }
  if (draft.conflicts.has(id)) return;
  if (isTold(before) && isTold(cell) && before.value === cell.value) return;
  if ((isTold(before) && isTold(cell)) || (draft.several && isTold(before) !== isTold(cell))) {
    draft.conflicts.add(id);
    draft.cells.set(id, {
      ...before,
      value: null,
      status: 'unreadable',
      text: `${before.text} / ${cell.text}`,
    });
    return;
  }
  const rank = (c: ReportCell): number =>
    isTold(c) ? 3 : c.status === 'unreadable' ? 2 : c.status === 'blank' ? 1 : 0;
  if (rank(cell) > rank(before)) draft.cells.set(id, cell);
}

/** The kind of a cell: all that is not counted stands in `disclosure`. The collapsed column 法人或其他组织 and collapsed groups included. */
export function kindOf(form: AnnualForm, id: string): CellKind {
  return id[0] === 'd' ? (form.cellById.get(id)?.kind ?? 'count') : 'count';
}

/** Reads a separated cell and keeps it; one whose text was `computed` is at most inferred. */
export function keepText(
  draft: Draft,
  id: string,
  text: string,
  at: Place | null,
  head: HeadUnit = null,
  computed = false,
): void {
  const kind = kindOf(draft.form, id);
  const plain = plainValue(text, kind, head);
  if (plain >= 0) {
    keep(draft, id, { value: plain, text, status: computed ? 'inferred' : 'read', at });
    return;
  }
  const { value, status: told, unit } = parseValue(text, kind, head);
  const status = computed && told === 'read' ? 'inferred' : told;
  keep(draft, id, unit === undefined ? { value, text, status, at } : { value, text, status, at, unit });
}

export function keepUnreadable(draft: Draft, id: string, text: string, at: Place | null): void {
  const unit = kindOf(draft.form, id) === 'yuan' ? { unit: null } : {};
  keep(draft, id, { value: null, text, status: 'unreadable', at, ...unit });
}

/** `soft`: nothing is printed, but nothing would show a blank cell either. */
export function keepBlank(draft: Draft, id: string, at: Place | null, soft = false): void {
  if (soft) draft.soft.add(id);
  const cell: ReportCell = { value: null, text: '', status: 'blank', at };
  keep(draft, id, kindOf(draft.form, id) === 'yuan' ? { ...cell, unit: null } : cell);
}

export function keepInferred(draft: Draft, id: string, value: number, text: string, at: Place | null): void {
  keep(draft, id, { value, text, status: 'inferred', at });
}
