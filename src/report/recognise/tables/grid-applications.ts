import { columnLabel, standardColumns } from './columns.ts';
import { type Draft, keepBlank, keepText, keepUnreadable } from './draft.ts';
import { type Grid, type GridCell, slotAt } from './grid.ts';
import { headLabel, type LabelMatch, rowLabel } from './grid-match.ts';
import { applicationGroups, coreOf } from './patterns.ts';

/** A head of table 三 over a range of grid columns. */
interface Column {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** Heads gathered so far; `strange` counts head cells over values that are none of the form's. */
export interface ApplicationHead {
  columns: Column[];
  merged: Column | null;
  strange: number;
  /** Ranges of head cells that are none of the form's (备注). */
  others: { readonly from: number; readonly to: number }[];
  width: number;
  closed: boolean;
}

export const noApplicationHead = (): ApplicationHead => ({
  columns: [],
  merged: null,
  strange: 0,
  others: [],
  width: 0,
  closed: false,
});

const GROUPS: ReadonlySet<string> = new Set(applicationGroups.map((g) => g.id));

/** Takes a head row in; false when the row is none. */
export function takeApplicationHead(head: ApplicationHead, grid: Grid, index: number, draft: Draft): boolean {
  const row = grid.rows[index]!.filter((c) => c.row === index);
  const matches = row.map((cell) => headLabel(cell.letters, 'applications'));
  const found = matches.filter((m) => m !== null && m.pattern.id !== 'applicants');
  const only = row.filter((c) => c.text.trim() !== '');
  const isHead =
    new Set(found.map((m) => m!.pattern.id)).size >= 2 || matches.some((m) => m?.pattern.id === 'applicants');
  if (!isHead || only.some((c) => /^[\d０-９]+$/.test(c.text.trim()))) return false;
  if (head.closed) Object.assign(head, noApplicationHead());
  head.width = grid.columns;
  row.forEach((cell, i) => {
    const match = matches[i] ?? null;
    if (match === null) {
      if (cell.letters !== '' && !cell.letters.includes('勾稽') && i > 0) {
        head.strange++;
        head.others.push({ from: cell.column, to: cell.columnEnd });
      }
      return;
    }
    if (match.pattern.id === 'applicants') return;
    const column = { id: match.pattern.id, from: cell.column, to: cell.columnEnd };
    if (column.id === 'organisation') head.merged = column;
    else if (!head.columns.some((c) => c.id === column.id && c.from === column.from))
      head.columns.push(column);
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

/** Columns by name where the heads tell them all or plainly lack some; null where only counting is left. */
function namedColumns(head: ApplicationHead): readonly Column[] | null {
  const organisations = head.columns.filter((c) => c.id !== 'naturalPerson' && c.id !== 'total');
  const ids = new Set(head.columns.map((c) => c.id));
  if (ids.size !== head.columns.length) return null;
  if (head.merged !== null && organisations.length === 0 && ids.has('naturalPerson') && ids.has('total'))
    return [...head.columns, head.merged];
  if (ids.size === standardColumns.length) return head.columns;
  return ids.size >= 4 && head.strange === 0 ? head.columns : null;
}

export interface ApplicationLine {
  readonly id: string;
  readonly label: GridCell;
  readonly match: LabelMatch;
}

/** The row of table 三 that a grid row is, by its rightmost label cell left of the figures. */
export function applicationLine(grid: Grid, index: number, before: string | null): ApplicationLine | null {
  let line: ApplicationLine | null = null;
  for (const cell of grid.rows[index]!) {
    if (cell.letters === '') continue;
    const match = rowLabel(cell.letters, 'applications') ?? shortLabel(cell, before);
    if (match === null || match.pattern.id === 'results') continue;
    if (cell.row !== index && match.pattern.kind !== 'group') continue;
    line = { id: match.pattern.id, label: cell, match };
  }
  return line === null || line.label.columnEnd >= grid.columns ? null : line;
}

/** 其他 and 总计 are heads too: as rows they count only left of figures, after the rows that come before them. */
function shortLabel(cell: GridCell, before: string | null): LabelMatch | null {
  const core = cell.letters.replace(/^[一二三四五六七八九十]/, '');
  const make = (id: string, exact: boolean): LabelMatch => ({
    pattern: { letters: core, table: 'applications', kind: 'row', id, index: 0, ordinal: '', whole: true },
    exact,
  });
  if (cell.column > 3 || before === null) return null;
  if (core === '其他' && before.startsWith('other.')) return make('other.misc', true);
  if (core === '其他' && before.startsWith('declined')) return make('other', false);
  if (core === '总计' || core === '合计') return make('concluded', core === '总计');
  return null;
}

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
  const cellId = (column: string): string => `applications.${id}.${column}`;
  draft.rows.add(`applications.${id}`);
  draft.found.applications = 'found';
  const named = head.width === grid.columns ? namedColumns(head) : null;
  if (named !== null) {
    readNamed(head, named, row, index, line, cellId, draft);
    return;
  }
  const cells = row.filter((c) => c.column >= left);
  const values = countable(head, cells, index);
  standardColumns.forEach((column, i) => {
    const cell = values?.[i];
    if (cell !== undefined) keepCell(draft, cellId(column), cell);
    else if (cells.every((c) => c.text.trim() === '')) keepBlank(draft, cellId(column), line.label.at);
    else keepUnreadable(draft, cellId(column), cells.map((c) => c.text).join(' '), line.label.at);
  });
}

/**
 * Values by the heads over them. Where heads and values stand apart (a head row drawn too wide or narrow), as many
 * values as heads are taken in order; anything else is not certain.
 */
function readNamed(
  head: ApplicationHead,
  named: readonly Column[],
  row: readonly GridCell[],
  index: number,
  line: ApplicationLine,
  cellId: (column: string) => string,
  draft: Draft,
): void {
  const left = line.label.columnEnd;
  const slots = named.map((column) => slotAt(row, index, column.from, column.to, left));
  const covered = [...named, ...head.others];
  const own = row.filter((c) => c.column >= left);
  const apart =
    slots.some((slot) => slot.kind === 'missing') ||
    own.some((c) => c.text.trim() !== '' && !covered.some((h) => c.column < h.to && c.columnEnd > h.from));
  const ordered = [...named].sort((a, b) => a.from - b.from);
  const blank = own.every((c) => c.text.trim() === '');
  ordered.forEach((column, i) => {
    const id = cellId(column.id);
    const slot = slots[named.indexOf(column)]!;
    if (apart) {
      if (blank) keepBlank(draft, id, line.label.at);
      else if (own.length === named.length && own[i]!.row === index) keepCell(draft, id, own[i]!);
      else keepUnreadable(draft, id, own.map((c) => c.text).join(' '), line.label.at);
    } else if (slot.kind === 'doubt') keepUnreadable(draft, id, slot.text, slot.at);
    else if (slot.kind === 'cell') keepCell(draft, id, slot.cell);
  });
}

/** A group is a row of its own where the table is collapsed, （六）其他处理 in the form of 2019. */
function idOf(draft: Draft, line: ApplicationLine): string | null {
  if (line.match.pattern.kind === 'row') return line.id;
  if (draft.form.applicationRows.some((r) => r.id === line.id)) return line.id;
  return GROUPS.has(line.id) ? line.id : null;
}

/** Exactly seven cells, none in doubt, where the known heads stand at their places. */
function countable(
  head: ApplicationHead,
  cells: readonly GridCell[],
  index: number,
): readonly GridCell[] | null {
  const own = cells.filter((c) => c.row === index);
  if (own.length !== cells.length) return null;
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
  else keepText(draft, id, cell.text.trim(), cell.at);
}

/** Notes a row or group label that is not the form's. */
export function noteApplicationLabel(draft: Draft, line: ApplicationLine): void {
  const row = draft.form.applicationRows.find((r) => r.id === line.id);
  const group = applicationGroups.find((g) => g.id === line.id);
  const expected = row?.label ?? group?.label;
  if (expected === undefined || (line.match.exact && line.label.letters.endsWith(coreOf(expected)))) return;
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
    if (!draft.rows.has(`applications.${row.id}`))
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
  const ids = new Set(named.map((c) => c.id));
  for (const id of standardColumns)
    if (!ids.has(id))
      draft.labels.push({
        table: 'applications',
        kind: 'column',
        id,
        expected: columnLabel(id),
        found: null,
        at: null,
      });
}
