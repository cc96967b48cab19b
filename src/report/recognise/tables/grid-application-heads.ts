import { columnLabel, standardColumns } from './columns.ts';
import type { Draft } from './draft.ts';
import type { Grid, GridCell } from './grid.ts';
import { headLabel } from './grid-match.ts';

/** A head of table 三 over a range of grid columns. */
export interface Column {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** Heads gathered so far; `strange` counts head cells over values that are none of the form's. */
export interface ApplicationHead {
  columns: Column[];
  merged: Column | null;
  /** Range of 申请人情况, over all columns of values. */
  applicants: Column | null;
  strange: number;
  /** Ranges of head cells that are none of the form's (备注). */
  others: { readonly from: number; readonly to: number }[];
  width: number;
  closed: boolean;
  /** What the heads taken in so far name, once it was asked for. */
  named: NamedColumns | null | undefined;
}

/** Columns by name from left to right, and their ids. */
export interface NamedColumns {
  readonly columns: readonly Column[];
  readonly ids: readonly string[];
}

export const noApplicationHead = (): ApplicationHead => ({
  columns: [],
  merged: null,
  applicants: null,
  strange: 0,
  others: [],
  width: 0,
  closed: false,
  named: undefined,
});

const BARE_FIGURE = /^[\d０-９]+$/;

/** Whether a row names the applicants or two columns at least, and holds no figure. */
function isHead(row: readonly GridCell[], index: number): boolean {
  let first: string | null = null;
  let names = false;
  for (const cell of row) {
    const id = cell.row === index ? headLabel(cell.letters, 'applications')?.pattern.id : undefined;
    if (id === undefined) continue;
    if (id === 'applicants' || (first !== null && id !== first)) names = true;
    else first = id;
  }
  return names && !row.some((c) => c.row === index && BARE_FIGURE.test(c.text.trim()));
}

/** Takes a head row in; false when the row is none. */
export function takeApplicationHead(head: ApplicationHead, grid: Grid, index: number, draft: Draft): boolean {
  if (!isHead(grid.rows[index]!, index)) return false;
  const row = grid.rows[index]!.filter((c) => c.row === index);
  const matches = row.map((cell) => headLabel(cell.letters, 'applications'));
  if (head.closed) Object.assign(head, noApplicationHead());
  head.width = grid.columns;
  head.named = undefined;
  row.forEach((cell, i) => {
    const match = matches[i] ?? null;
    if (match === null) {
      if (cell.letters !== '' && !cell.letters.includes('勾稽') && i > 0) {
        head.strange++;
        head.others.push({ from: cell.column, to: cell.columnEnd });
      }
      return;
    }
    const column = { id: match.pattern.id, from: cell.column, to: reach(row, i) };
    if (match.pattern.id === 'applicants') {
      head.applicants ??= column;
      return;
    }
    if (column.id === 'organisation') head.merged ??= column;
    else if (!head.columns.some((c) => c.id === column.id && c.from === column.from))
      head.columns.push({ ...column, to: cell.columnEnd });
    if (!match.exact)
      draft.labels.push({
        table: 'applications',
        kind: 'column',
        id: column.id,
        expected: columnLabel(column.id),
        found: cell.text.replace(/\s+/g, ''),
        at: cell.at,
      });
  });
  return true;
}

/** Column after a head over several columns, where the merge is written out as blank or repeated cells. */
function reach(row: readonly GridCell[], index: number): number {
  const { text } = row[index]!;
  let end = index;
  while (end + 1 < row.length && (row[end + 1]!.text === text || row[end + 1]!.text.trim() === '')) end++;
  return row[end]!.columnEnd;
}

/** Columns by name where the heads tell them all or plainly lack some; null where only counting is left. */
export function namedColumns(head: ApplicationHead): NamedColumns | null {
  if (head.named === undefined) {
    const columns = nameColumns(head);
    head.named = columns === null ? null : { columns, ids: sharedIds(columns.map((c) => c.id)) };
  }
  return head.named;
}

const shared = new Map<string, readonly string[]>();
const MAX_SHARED = 500;

/** One array for the same ids, whichever table they head. */
function sharedIds(ids: readonly string[]): readonly string[] {
  const key = ids.join();
  const before = shared.get(key);
  if (before !== undefined) return before;
  if (shared.size >= MAX_SHARED) shared.clear();
  shared.set(key, ids);
  return ids;
}

function nameColumns(head: ApplicationHead): readonly Column[] | null {
  const organisations = head.columns.filter(isOrganisation);
  const ids = new Set(head.columns.map((c) => c.id));
  if (ids.size !== head.columns.length) return null;
  if (head.merged !== null && organisations.length === 0 && ids.has('naturalPerson') && ids.has('total'))
    return inOrder([...head.columns, head.merged]);
  if (ids.size === standardColumns.length)
    return isSound(head) ? inOrder(head.columns) : standardOrder(head.columns);
  return ids.size >= 4 && head.strange === 0 && isSound(head) ? inOrder(head.columns) : null;
}

const isOrganisation = (c: Column): boolean => c.id !== 'naturalPerson' && c.id !== 'total';
export const inOrder = (columns: readonly Column[]): readonly Column[] =>
  [...columns].sort((a, b) => a.from - b.from);

/** Whether the heads stand beside each other, those of organisations under theirs: else their spans are damaged. */
function isSound(head: ApplicationHead): boolean {
  const { merged, applicants } = head;
  const columns = inOrder([...head.columns, ...head.others.map((o) => ({ id: '', ...o }))]);
  if (columns.some((c, i) => i > 0 && columns[i - 1]!.to > c.from)) return false;
  if (head.others.length > 0 && applicants !== null && !head.columns.every((c) => c.to <= applicants.to))
    return false;
  return (
    merged === null ||
    head.columns.every((c) =>
      isOrganisation(c)
        ? c.from >= merged.from && c.to <= merged.to
        : c.to <= merged.from || c.from >= merged.to,
    )
  );
}

/** Heads at impossible places that follow each other, row by row, as in the form: their spans were lost. */
function standardOrder(columns: readonly Column[]): readonly Column[] | null {
  const ids = columns.map((c) => c.id);
  const organisations = ids.filter((id) => id !== 'naturalPerson' && id !== 'total');
  const standard = standardColumns.filter((id) => organisations.includes(id));
  if (organisations.some((id, i) => id !== standard[i])) return null;
  if (ids.indexOf('naturalPerson') > ids.indexOf('total')) return null;
  return standardColumns.map((id) => ({ id, from: -1, to: -1 }));
}
