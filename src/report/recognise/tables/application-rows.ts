import { columnLabel, standardColumns } from './columns.ts';
import { type Draft, keepBlank, keepText, keepUnreadable } from './draft.ts';
import { lettersOf } from './fold.ts';
import { solveApplications } from './glued-tables.ts';
import { applicationGroups, coreOf, nearest, ordinalOf, tolerance } from './patterns.ts';
import type { ApplicationRow } from './text-applications.ts';
import { printedLabel, wrapsFigures } from './text-chain.ts';
import { type Hit, placeOf, type TextSource } from './text-source.ts';

const GROUP_IDS: ReadonlySet<string> = new Set(applicationGroups.map((g) => g.id));

/** How deep a label stands: labels of one depth share the blank cells that a merge leaves before their values. */
const depthOf = (id: string): number =>
  id === 'received' || id === 'carriedIn' || id === 'carriedOut' ? 0 : id.includes('.') ? 2 : 1;

/** Where values begin by depth, null where certain rows disagree. */
function certainOffsets(rows: readonly ApplicationRow[]): ReadonlyMap<number, number | null> {
  const seen = new Map<number, number | null>();
  for (const row of rows) {
    if (row.stretch.kind !== 'cells' || row.stretch.offsets.length !== 1) continue;
    const depth = depthOf(row.id);
    const offset = row.stretch.offsets[0]!;
    seen.set(depth, seen.has(depth) && seen.get(depth) !== offset ? null : offset);
  }
  return seen;
}

/** Columns of separators before a row's values, the same for every row where merges are written out. */
const columnsBefore = (source: TextSource, hit: Hit): number =>
  source.raw.slice(source.raw.lastIndexOf('\n', hit.start - 1) + 1, hit.start).split(/[|\t]/).length;

/** The one column of the lines at which the values of certain rows begin, null where they disagree. */
function certainColumn(source: TextSource, rows: readonly ApplicationRow[]): number | null {
  const seen = new Set<number>();
  for (const { stretch, hit } of rows)
    if (stretch.kind === 'cells' && stretch.offsets.length === 1)
      seen.add(columnsBefore(source, hit) + stretch.offsets[0]!);
  const [only] = seen;
  return seen.size === 1 && only !== undefined ? only : null;
}

/** Rows after which a row of the form is missing: its figures may have run into theirs. */
function beforeGaps(draft: Draft, rows: readonly ApplicationRow[]): ReadonlySet<string> {
  const present = new Set(rows.map((r) => r.id));
  const order = draft.form.applicationRows.map((r) => r.id);
  return new Set(
    order.filter((id, i) => present.has(id) && i + 1 < order.length && !present.has(order[i + 1]!)),
  );
}

interface Keeping {
  readonly source: TextSource;
  readonly draft: Draft;
  readonly ids: readonly string[];
  readonly contradictory: boolean;
  readonly byDepth: ReadonlyMap<number, number | null>;
  readonly column: number | null;
  readonly gaps: ReadonlySet<string>;
}

/**
 * Keeps the cells of the rows; `columns` null where head and rows disagree. `complete`: the head names all columns,
 * without which glued figures are not told apart.
 */
export function keepRows(
  source: TextSource,
  draft: Draft,
  rows: readonly ApplicationRow[],
  columns: readonly string[] | null,
  complete: boolean,
): void {
  const contradictory = columns === null;
  const kept = usable(draft, rows);
  const glued = kept.filter((r) => r.stretch.kind === 'tokens');
  const keeping: Keeping = {
    source,
    draft,
    ids: columns ?? standardColumns,
    contradictory,
    byDepth: certainOffsets(rows),
    column: certainColumn(source, rows),
    gaps: glued.length > 0 ? beforeGaps(draft, rows) : new Set<string>(),
  };
  for (const row of kept) {
    draft.rows.add(`applications.${row.id}`);
    if (row.stretch.kind !== 'tokens') keepRow(keeping, row);
  }
  if (glued.length === 0) return;
  draft.uneven = true;
  solveApplications(source, draft, rows, glued, keeping.ids, !complete);
}

function keepRow(keeping: Keeping, row: ApplicationRow): void {
  const { source, draft, ids } = keeping;
  const { stretch } = row;
  const at = placeOf(source, row.hit.start, row.hit.end - row.hit.start);
  const cells = stretch.kind === 'cells' ? stretch.cells : [];
  const offset =
    stretch.kind === 'cells' && !keeping.contradictory ? offsetOf(keeping, row, stretch.offsets) : null;
  const blank = cells.every((c) => c.text === '');
  ids.forEach((column, i) => {
    const id = `applications.${row.id}.${column}`;
    const cell = offset === null ? undefined : cells[offset + i];
    if (blank) keepBlank(draft, id, at, stretch.kind === 'none' && !stretch.firm);
    else if (cell === undefined) keepUnreadable(draft, id, cells.map((c) => c.text).join(' '), at);
    else keepText(draft, id, cell.text, placeOf(source, cell.start, cell.text.length));
  });
}

/** Where the row's values begin among its cells; null where that is not certain. */
function offsetOf(keeping: Keeping, row: ApplicationRow, offsets: readonly number[]): number | null {
  if (keeping.gaps.has(row.id)) return null;
  if (offsets.length === 1) return offsets[0]!;
  const byDepth = keeping.byDepth.get(depthOf(row.id)) ?? null;
  const byColumn = keeping.column === null ? null : keeping.column - columnsBefore(keeping.source, row.hit);
  const offset = byDepth ?? byColumn;
  return offset !== null && offsets.includes(offset) ? offset : null;
}

/** Rows to keep: a heading that repeats a row's label has no cells; groups count only where they carry values. */
function usable(draft: Draft, rows: readonly ApplicationRow[]): ApplicationRow[] {
  const withValues = new Set(rows.filter((r) => r.stretch.kind !== 'none').map((r) => r.id));
  return rows.filter((r) => {
    const isRow = draft.form.applicationRows.some((f) => f.id === r.id);
    if (!isRow)
      return GROUP_IDS.has(r.id) && r.stretch.kind === 'cells' && r.stretch.cells.some((c) => c.text !== '');
    return r.stretch.kind !== 'none' || !withValues.has(r.id);
  });
}

/** Notes labels of table 三 that are not the form's, and rows and columns that are missing. */
export function noteLabels(
  source: TextSource,
  draft: Draft,
  rows: readonly ApplicationRow[],
  columns: readonly string[] | null,
  strange: string,
): void {
  for (const row of draft.form.applicationRows) {
    const found = rows.filter((r) => r.id === row.id);
    const best = found.find((r) => r.stretch.kind !== 'none') ?? found[0];
    if (best === undefined) {
      draft.labels.push({
        table: 'applications',
        kind: 'row',
        id: row.id,
        expected: row.label,
        found: null,
        at: null,
      });
      continue;
    }
    const exact = found.some((r) => !r.hit.fuzzy && r.hit.pattern.whole);
    if (!exact && differs(source, best, row.label))
      draft.labels.push({
        table: 'applications',
        kind: 'row',
        id: row.id,
        expected: row.label,
        found: printedLabel(source, best.hit),
        at: placeOf(source, best.hit.start, best.hit.end - best.hit.start),
      });
  }
  for (const group of applicationGroups) {
    const hit = rows.find((r) => r.id === group.id && r.hit.pattern.kind === 'group' && r.hit.fuzzy)?.hit;
    if (hit)
      draft.labels.push({
        table: 'applications',
        kind: 'group',
        id: group.id,
        expected: group.label,
        found: printedLabel(source, hit),
        at: placeOf(source, hit.start, hit.end - hit.start),
      });
  }
  if (columns !== null)
    for (const id of standardColumns)
      if (!columns.includes(id))
        draft.labels.push({
          table: 'applications',
          kind: 'column',
          id,
          expected: columnLabel(id),
          found: null,
          at: null,
        });
  noteColumns(draft, strange);
}

/** Heads that are damaged: letters of the head that are near one label of a column. */
function noteColumns(draft: Draft, strange: string): void {
  if (strange.length < 3) return;
  for (const id of standardColumns) {
    const label = columnLabel(id);
    const near = nearest(strange, lettersOf(label), tolerance(label.length));
    if (near === null || near.distance === 0) continue;
    const found = strange.slice(near.start, near.end);
    draft.labels.push({ table: 'applications', kind: 'column', id, expected: label, found, at: null });
  }
}

/** Whether the printed letters lack any of the form's: interleaved letters of other labels do not count. */
function differs(source: TextSource, row: ApplicationRow, label: string): boolean {
  const core = coreOf(label);
  const wanted = row.id === 'concluded' ? `七${core}` : core;
  const printed = source.letters.slice(
    row.hit.from - (ordinalOf(label) === '七' ? 1 : 0),
    row.hit.to + wanted.length + 12,
  );
  if (!wrapsFigures(source, row.hit) && source.letters.slice(row.hit.from, row.hit.to) !== core)
    return nearest(printed, wanted, 0) === null;
  let at = 0;
  for (const letter of wanted) {
    at = printed.indexOf(letter, at) + 1;
    if (at === 0) return true;
  }
  return false;
}
