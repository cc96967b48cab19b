import type { ApplicationRow } from './application-row.ts';
import { cellIdsOfRow, rowId } from './cell-ids.ts';
import { standardColumns } from './columns.ts';
import { type Draft, keepBlank, keepText, keepUnreadable } from './draft.ts';
import { wordsOf } from './form-words.ts';
import { solveApplications } from './glued-tables.ts';
import { applicationGroups } from './patterns.ts';
import type { Stretch } from './text-cells.ts';
import { inOrder } from './text-order.ts';
import { type Hit, placeOf, type TextSource } from './text-source.ts';

const GROUP_IDS: ReadonlySet<string> = new Set(applicationGroups.map((g) => g.id));

/** How deep a label stands: labels of one depth share the blank cells that a merge leaves before their values. */
const depthOf = (id: string): number =>
  id === 'received' || id === 'carriedIn' || id === 'carriedOut' ? 0 : id.includes('.') ? 2 : 1;

type Cells = Extract<Stretch, { readonly kind: 'cells' }>;

/** Where the values of a row begin whose first and last cells hold figures: nothing about it is open. */
function startOf(stretch: Stretch, slots: number): number | null {
  if (stretch.kind !== 'cells' || stretch.offsets.length !== 1) return null;
  const from = stretch.offsets[0]!;
  const values = stretch.cells.slice(from, from + slots);
  return values.length === slots && values[0]!.text !== '' && values.at(-1)!.text !== '' ? from : null;
}

/** Where values begin by depth, null where rows without blank cells disagree. */
function startsByDepth(rows: readonly ApplicationRow[], slots: number): ReadonlyMap<number, number | null> {
  const seen = new Map<number, number | null>();
  for (const row of rows) {
    const start = startOf(row.stretch, slots);
    if (start === null || (row.stretch.kind === 'cells' && !row.stretch.firm)) continue;
    const depth = depthOf(row.id);
    seen.set(depth, seen.has(depth) && seen.get(depth) !== start ? null : start);
  }
  return seen;
}

/** Columns of separators before a row's values, the same for every row where merges are written out. */
const columnsBefore = (source: TextSource, hit: Hit): number =>
  source.raw.slice(source.raw.lastIndexOf('\n', hit.start - 1) + 1, hit.start).split(/[|\t,]/).length;

/** The one column of the lines at which the values begin in rows of several depths, null where they disagree. */
function sharedColumn(source: TextSource, rows: readonly ApplicationRow[], slots: number): number | null {
  const seen = new Set<number>();
  const depths = new Set<number>();
  for (const { id, stretch, hit } of rows) {
    const start = startOf(stretch, slots);
    if (start === null) continue;
    seen.add(columnsBefore(source, hit) + start);
    depths.add(depthOf(id));
  }
  const [only] = seen;
  return seen.size === 1 && depths.size > 1 && only !== undefined ? only : null;
}

/** Fewer rows may agree by chance. */
const FEW = 3;

/**
 * Whether the cells of the rows are all there, so that a lone place for the values is theirs: every row holds just
 * its values, or every line has the same number of columns. Otherwise blank cells at the end may have been lost.
 */
function isEven(source: TextSource, rows: readonly ApplicationRow[], slots: number): boolean {
  const cells = rows.filter(
    (r): r is ApplicationRow & { stretch: Cells } => r.stretch.kind === 'cells' && r.stretch.firm,
  );
  if (cells.length < FEW) return false;
  if (cells.every((r) => r.stretch.cells.length === slots)) return true;
  const onLine = cells.every((r) => !source.raw.slice(r.hit.end, r.stretch.cells[0]!.start).includes('\n'));
  if (!onLine || !cells.some((r) => startOf(r.stretch, slots) !== null)) return false;
  const widths = cells.map((r) => columnsBefore(source, r.hit) + r.stretch.cells.length);
  return widths.every((w) => w === widths[0]);
}

/** Rows after which a row of the form is missing: its figures may have run into theirs. */
function beforeGaps(draft: Draft, rows: readonly ApplicationRow[]): ReadonlySet<string> {
  const present = new Set(rows.map((r) => r.id));
  const order = draft.form.applicationRows.map((r) => r.id);
  return new Set(
    order.filter((id, i) => present.has(id) && i + 1 < order.length && !present.has(order[i + 1]!)),
  );
}

/** Whether each of a row's cells has a separator of its own, so that none was left out and made up for at the end: ||||. */
const isSpelled = (source: TextSource, { stretch }: ApplicationRow, slots: number): boolean =>
  stretch.kind === 'cells' &&
  stretch.cells.length >= slots &&
  !source.raw.slice(stretch.cells[0]!.start, stretch.cells[slots - 1]!.start + 1).includes('||');

/**
 * Whether values begin right after every label: they do after the widest one, which blank cells would follow if merges
 * were written out, in a row that shows blank cells between its figures.
 */
const startsAtOnce = (source: TextSource, rows: readonly ApplicationRow[], slots: number): boolean =>
  rows.some(
    (row) =>
      depthOf(row.id) === 0 &&
      startOf(row.stretch, slots) === 0 &&
      isSpelled(source, row, slots) &&
      (row.stretch as Cells).cells.slice(0, slots).some((c) => c.text === ''),
  );

interface Together {
  readonly atOnce: boolean;
  readonly byDepth: ReadonlyMap<number, number | null>;
  readonly column: number | null;
  readonly even: boolean;
}

interface Keeping {
  readonly source: TextSource;
  readonly draft: Draft;
  readonly ids: readonly string[];
  readonly contradictory: boolean;
  readonly rows: readonly ApplicationRow[];
  /** What all rows together say of where values begin, asked for only where a row leaves it open. */
  together: Together | null;
  readonly gaps: ReadonlySet<string>;
  /** Rows whose figures may be another row's. */
  readonly doubtful: ReadonlySet<ApplicationRow>;
}

/**
 * Keeps the cells of the rows; `columns` null where head and rows disagree. `complete`: the head names all columns,
 * without which glued figures are not told apart. `stray`: figures stand before the first row.
 */
export function keepRows(
  source: TextSource,
  draft: Draft,
  rows: readonly ApplicationRow[],
  columns: readonly string[] | null,
  { complete, stray }: { readonly complete: boolean; readonly stray: boolean },
): void {
  const contradictory = columns === null;
  const kept = usable(draft, rows);
  const ids = columns ?? standardColumns;
  const sure = inOrder(
    draft,
    kept.map(({ stretch }) => ({ stretch, slots: ids.length })),
    stray,
  );
  const glued = kept.filter((r) => r.stretch.kind === 'tokens');
  const keeping: Keeping = {
    source,
    draft,
    ids,
    contradictory,
    doubtful: new Set(kept.filter((row, i) => !sure[i] && !isConfirmed(row, ids))),
    rows,
    together: null,
    gaps: glued.length > 0 ? beforeGaps(draft, rows) : new Set<string>(),
  };
  for (const row of kept) {
    draft.rows.add(rowId('applications', row.id));
    if (row.stretch.kind !== 'tokens') keepRow(keeping, row);
  }
  if (glued.length === 0) return;
  draft.uneven = true;
  solveApplications(source, draft, rows, glued, keeping.ids, !complete || draft.broken);
}

/** Whether the row's figures add up to its total and are not all 0, so that they are one row's. */
function isConfirmed({ stretch }: ApplicationRow, ids: readonly string[]): boolean {
  if (stretch.kind !== 'cells' || stretch.offsets.length !== 1 || (stretch.rest ?? 0) > 0) return false;
  const values = stretch.cells.slice(stretch.offsets[0]!, stretch.offsets[0]! + ids.length);
  const numbers = values.map((c) => Number(c.text));
  const total = numbers[ids.indexOf('total')] ?? Number.NaN;
  return total > 0 && numbers.reduce((sum, n) => sum + n, 0) === 2 * total;
}

function keepRow(keeping: Keeping, row: ApplicationRow): void {
  const { source, draft, ids } = keeping;
  const { stretch } = row;
  const at = placeOf(source, row.hit.start, row.hit.end - row.hit.start);
  const cells = stretch.kind === 'cells' ? stretch.cells : [];
  const offset =
    stretch.kind === 'cells' && !keeping.contradictory ? offsetOf(keeping, row, stretch.offsets) : null;
  const blank = cells.every((c) => c.text === '');
  const floats = stretch.kind === 'none' || (stretch.below === true && !isConfirmed(row, ids));
  const lost = keeping.doubtful.has(row);
  cellIdsOfRow('applications', row.id, ids).forEach((id, i) => {
    if (floats) draft.floating.add(id);
    const cell = offset === null || lost ? undefined : cells[offset + i];
    if (blank) keepBlank(draft, id, at, stretch.kind === 'none' && !stretch.firm);
    else if (cell === undefined) keepUnreadable(draft, id, cells.map((c) => c.text).join(' '), at);
    else keepText(draft, id, cell.text, placeOf(source, cell.start, cell.text.length));
  });
}

/** Where the row's values begin among its cells; null where that is not certain. */
function offsetOf(keeping: Keeping, row: ApplicationRow, offsets: readonly number[]): number | null {
  if (keeping.gaps.has(row.id)) return null;
  const own = startOf(row.stretch, keeping.ids.length);
  if (own !== null) return own;
  const { byDepth, column, even, atOnce } = together(keeping);
  const start = byDepth.get(depthOf(row.id));
  if (start !== undefined) return start !== null && offsets.includes(start) ? start : null;
  if (offsets.length === 1 && even) return offsets[0]!;
  if (atOnce && offsets.includes(0) && isSpelled(keeping.source, row, keeping.ids.length)) return 0;
  const byColumn = column === null ? null : column - columnsBefore(keeping.source, row.hit);
  return byColumn !== null && offsets.includes(byColumn) ? byColumn : null;
}

function together(keeping: Keeping): Together {
  const { source, rows, ids } = keeping;
  keeping.together ??= {
    byDepth: startsByDepth(rows, ids.length),
    column: sharedColumn(source, rows, ids.length),
    even: isEven(source, rows, ids.length),
    atOnce: startsAtOnce(source, rows, ids.length),
  };
  return keeping.together;
}

/** Rows to keep: a heading that repeats a row's label has no cells; groups count only where they carry values. */
function usable(draft: Draft, rows: readonly ApplicationRow[]): ApplicationRow[] {
  const withValues = new Set(rows.filter((r) => r.stretch.kind !== 'none').map((r) => r.id));
  const parents = new Set(
    rows.filter((r) => r.id.includes('.')).map((r) => r.id.slice(0, r.id.indexOf('.'))),
  );
  const { applicationRows } = wordsOf(draft.form);
  return rows.filter((r) => {
    if (!applicationRows.has(r.id))
      return (
        !parents.has(r.id) &&
        GROUP_IDS.has(r.id) &&
        r.stretch.kind === 'cells' &&
        r.stretch.cells.some((c) => c.text !== '')
      );
    return r.stretch.kind !== 'none' || !withValues.has(r.id);
  });
}
