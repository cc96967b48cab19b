import { cellIdsOfRow, rowId } from './cell-ids.ts';
import { columnLabel, standardColumns } from './columns.ts';
import { type Draft, keepBlank, keepText, keepUnreadable } from './draft.ts';
import { coreOfLabel, wordsOf } from './form-words.ts';
import { type Grid, type GridCell, slotAt } from './grid.ts';
import { type ApplicationHead, type Column, inOrder, namedColumns } from './grid-application-heads.ts';
import { type LabelMatch, rowLabel } from './grid-match.ts';
import { applicationGroups } from './patterns.ts';
import { looksLikeValue } from './value.ts';

const GROUPS: ReadonlySet<string> = new Set(applicationGroups.map((g) => g.id));

export interface ApplicationLine {
  readonly id: string;
  readonly label: GridCell;
  readonly match: LabelMatch;
}

/** The row of table 三 that a grid row is, by its rightmost label cell left of the figures. */
export function applicationLine(grid: Grid, index: number, before: string | null): ApplicationLine | null {
  let line: ApplicationLine | null = null;
  for (const cell of grid.rows[index]!) {
    if (cell.letters === '' || isHeadWord(cell)) continue;
    const match = rowLabel(cell.letters, 'applications') ?? shortLabel(cell, before);
    if (match === null || match.pattern.id === 'results') {
      if (line?.match.pattern.kind === 'group' && cell.row === index && isLabel(cell)) line = null;
      continue;
    }
    if (cell.row !== index) continue;
    line = { id: match.pattern.id, label: cell, match };
  }
  return line === null || line.label.columnEnd >= grid.columns ? null : line;
}

/** Columns in which labels of rows stand: the table's own three, and one before them. */
const LABEL_COLUMNS = 3;

/** 总计 and 其他 far to the right are heads, whatever stands beside them: 总计 of table 四, with a sign after it. */
const isHeadWord = ({ column, letters }: GridCell): boolean =>
  column > LABEL_COLUMNS && /^(?:总计|合计|其他)$/.test(letters);

/** A text that is no value: beside a group it is the label of a row that cannot be told. */
const isLabel = (cell: GridCell): boolean => cell.letters.length > 2 && !looksLikeValue(cell.text);

/** 其他 and 总计 are heads too: as rows they count only left of figures, after the rows that come before them. */
function shortLabel(cell: GridCell, before: string | null): LabelMatch | null {
  if (cell.column > LABEL_COLUMNS || before === null) return null;
  const core = cell.letters.replace(/^[一二三四五六七八九十]/, '');
  if (core === '其他' && before.startsWith('other.')) return shortMatch(core, 'other.misc', true);
  if (core === '其他' && before.startsWith('declined')) return shortMatch(core, 'other', false);
  if (core === '总计' || core === '合计') return shortMatch(core, 'concluded', core === '总计');
  return null;
}

const shortMatch = (letters: string, id: string, exact: boolean): LabelMatch => ({
  pattern: { letters, table: 'applications', kind: 'row', id, index: 0, ordinal: '', whole: true },
  exact,
});

/** Reads a row of table 三 into the draft. */
export function readApplicationLine(
  head: ApplicationHead,
  grid: Grid,
  index: number,
  line: ApplicationLine,
  draft: Draft,
): void {
  head.closed = true;
  const row = grid.rows[index]!;
  const id = idOf(draft, line);
  if (id === null) return;
  const left = line.label.columnEnd;
  draft.rows.add(rowId('applications', id));
  draft.found.applications = 'found';
  const named = namedColumns(head);
  if (named !== null) {
    readNamed(head, named.columns, row, index, line, cellIdsOfRow('applications', id, named.ids), draft);
    return;
  }
  const ids = cellIdsOfRow('applications', id, standardColumns);
  const cells = row.filter((c) => c.column >= left);
  const values = countable(head, cells, index);
  ids.forEach((cellId, i) => {
    const cell = values?.[i];
    if (cell !== undefined) keepCell(draft, cellId, cell);
    else if (cells.every((c) => c.text.trim() === '')) keepBlank(draft, cellId, line.label.at);
    else keepUnreadable(draft, cellId, cells.map((c) => c.text).join(' '), line.label.at);
  });
}

/**
 * Values by the heads. A row with as many cells as heads is read in order, whatever the spans: merges that are drawn
 * wrong move cells, but do not change their order. Otherwise every filled cell must stand under one head, and the
 * row must end where the heads end.
 */
function readNamed(
  head: ApplicationHead,
  named: readonly Column[],
  row: readonly GridCell[],
  index: number,
  line: ApplicationLine,
  ids: readonly string[],
  draft: Draft,
): void {
  const left = line.label.columnEnd;
  const own = row.filter((c) => c.row === index && c.column >= left);
  const inTurn = inTurnOf(head, named, own);
  if (inTurn !== null) {
    ids.forEach((id, i) => {
      keepCell(draft, id, inTurn[i]!);
    });
    return;
  }
  const blank = row.every((c) => c.column < left || c.text.trim() === '');
  const slots = named.map((column) => slotAt(row, index, column.from, column.to, left));
  const apart = !stands(head, named, row, left) || slots.some((slot) => slot.kind === 'missing');
  ids.forEach((id, i) => {
    const slot = slots[i]!;
    if (blank) keepBlank(draft, id, line.label.at);
    else if (apart || slot.kind === 'missing')
      keepUnreadable(draft, id, own.map((c) => c.text).join(' '), line.label.at);
    else if (slot.kind === 'doubt') keepUnreadable(draft, id, slot.text, slot.at);
    else keepCell(draft, id, slot.cell);
  });
}

/** The values of a row that has one cell for every head, or one for every head and every column beside the form's. */
function inTurnOf(
  head: ApplicationHead,
  named: readonly Column[],
  own: readonly GridCell[],
): readonly GridCell[] | null {
  if (own.length === named.length) return own;
  if (own.length !== named.length + head.others.length || named[0]!.from < 0) return null;
  const all = inOrder([...named, ...head.others.map((o) => ({ id: '', ...o }))]);
  return own.filter((_, i) => all[i]!.id !== '');
}

/** Whether the heads reach over every filled cell of the row, and end where it ends. */
function stands(
  head: ApplicationHead,
  named: readonly Column[],
  row: readonly GridCell[],
  left: number,
): boolean {
  const covered = [...named, ...head.others];
  const end = covered.reduce((most, c) => Math.max(most, c.to), 0);
  return (
    row.at(-1)?.columnEnd === end &&
    row.every(
      (c) =>
        c.column < left ||
        c.text.trim() === '' ||
        covered.some((h) => c.column < h.to && c.columnEnd > h.from),
    )
  );
}

/** A group is a row of its own where the table is collapsed, （六）其他处理 in the form of 2019. */
function idOf(draft: Draft, line: ApplicationLine): string | null {
  if (line.match.pattern.kind === 'row') return line.id;
  if (wordsOf(draft.form).applicationRows.has(line.id)) return line.id;
  return GROUPS.has(line.id) ? line.id : null;
}

/** Exactly seven cells, none in doubt, where the known heads stand at their places. */
function countable(
  head: ApplicationHead,
  cells: readonly GridCell[],
  index: number,
): readonly GridCell[] | null {
  const own = cells.filter((c) => c.row === index);
  if (own.length !== cells.length || head.columns.length >= standardColumns.length) return null;
  const wanted = trimBlank(own);
  if (wanted === null) return null;
  for (const column of head.columns) {
    const place = wanted.findIndex((c) => c.column === column.from);
    if (head.width > 0 && place >= 0 && standardColumns[place] !== column.id) return null;
  }
  return wanted;
}

function trimBlank(cells: readonly GridCell[]): readonly GridCell[] | null {
  const slots = standardColumns.length;
  if (cells.length === slots) return cells;
  const windows: number[] = [];
  for (let o = 0; o + slots <= cells.length; o++)
    if (cells.every((c, i) => (i >= o && i < o + slots) || c.text.trim() === '')) windows.push(o);
  return windows.length === 1 ? cells.slice(windows[0], windows[0]! + slots) : null;
}

export function keepCell(draft: Draft, id: string, cell: GridCell): void {
  if (cell.images > 0 && cell.text.trim() === '') keepUnreadable(draft, id, '', cell.at);
  else keepText(draft, id, cell.text.trim(), cell.at, null, cell.computed);
}

/** Notes a row or group label that is not the form's. */
export function noteApplicationLabel(draft: Draft, line: ApplicationLine): void {
  const row = wordsOf(draft.form).applicationRows.get(line.id);
  const group = applicationGroups.find((g) => g.id === line.id);
  const expected = row?.label ?? group?.label;
  if (expected === undefined || (line.match.exact && line.label.letters.endsWith(coreOfLabel(expected))))
    return;
  draft.labels.push({
    table: 'applications',
    kind: row ? 'row' : 'group',
    id: line.id,
    expected,
    found: line.label.text.replace(/\s+/g, '').slice(0, 80),
    at: line.label.at,
  });
}

/** Notes a group label left of a row's own that is not the form's. */
export function noteGroups(draft: Draft, grid: Grid, index: number, line: ApplicationLine): void {
  for (const cell of grid.rows[index]!) {
    if (cell.row !== index || cell.columnEnd > line.label.column || cell.letters === '') continue;
    const match = rowLabel(cell.letters, 'applications');
    const group =
      match === null || match.exact ? null : applicationGroups.find((g) => g.id === match.pattern.id);
    if (!group) continue;
    draft.labels.push({
      table: 'applications',
      kind: 'group',
      id: group.id,
      expected: group.label,
      found: cell.text.replace(/\s+/g, '').slice(0, 80),
      at: cell.at,
    });
  }
}

/** Rows that were not met and columns that the heads lack. */
export function noteMissingApplications(draft: Draft, heads: ApplicationHead): void {
  for (const row of draft.form.applicationRows)
    if (!draft.rows.has(rowId('applications', row.id)))
      draft.labels.push({
        table: 'applications',
        kind: 'row',
        id: row.id,
        expected: row.label,
        found: null,
        at: null,
      });
  const named = namedColumns(heads);
  if (named === null) return;
  for (const id of standardColumns)
    if (!named.ids.includes(id))
      draft.labels.push({
        table: 'applications',
        kind: 'column',
        id,
        expected: columnLabel(id),
        found: null,
        at: null,
      });
}
