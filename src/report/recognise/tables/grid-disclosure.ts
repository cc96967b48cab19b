import type { DisclosureBand } from '../../../law/forms/index.ts';
import { cellId, rowId } from './cell-ids.ts';
import { type Draft, keepBlank, keepText, keepUnreadable } from './draft.ts';
import { wordsOf, wordsOfBand } from './form-words.ts';
import { type Grid, type GridCell, slotAt } from './grid.ts';
import { headLabel, type LabelMatch, rowLabel } from './grid-match.ts';
import type { HeadUnit } from './value.ts';

interface Head {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly cell: GridCell;
  readonly exact: boolean;
  /** Unit of money that it names. */
  readonly unit: HeadUnit;
  /** Whether the head is printed once in every column that it spans. */
  readonly repeats: boolean;
}

/** Heads of the band being read; `strange` are head cells that are none of the form's. */
export interface DisclosureHead {
  columns: Head[];
  strange: GridCell[];
  /** Column after the last cell of the head row. */
  end: number;
  noted: boolean;
}

export const noDisclosureHead = (): DisclosureHead => ({ columns: [], strange: [], end: 0, noted: true });

function isHead({ letters }: GridCell): boolean {
  const pattern = headLabel(letters, 'disclosure')?.pattern;
  return pattern?.kind === 'column' || pattern?.id === 'content';
}

/** Takes a head row of table 二 in; false when the row is none. */
export function takeDisclosureHead(head: DisclosureHead, grid: Grid, index: number): boolean {
  if (!grid.rows[index]!.some((c) => c.row === index && isHead(c))) return false;
  const row = grid.rows[index]!.filter((c) => c.row === index);
  if (row.some((c) => rowLabel(c.letters, 'disclosure') !== null)) return false;
  const matches = row.map((cell) => headLabel(cell.letters, 'disclosure'));
  head.columns = [];
  head.strange = [];
  head.end = grid.rows[index]!.at(-1)!.columnEnd;
  head.noted = false;
  row.forEach((cell, i) => {
    const match = matches[i] ?? null;
    const before = head.columns.at(-1);
    if (before !== undefined && match?.pattern.id === before.id && before.to === cell.column)
      head.columns[head.columns.length - 1] = { ...before, to: cell.columnEnd, repeats: true };
    else if (match?.pattern.kind === 'column')
      head.columns.push({
        id: match.pattern.id,
        from: cell.column,
        to: cell.columnEnd,
        cell,
        exact: match.exact,
        unit: unitOf(cell.text),
        repeats: false,
      });
    else if (match === null && cell.letters !== '' && i > 0) head.strange.push(cell);
  });
  return true;
}

export interface DisclosureLine {
  readonly label: GridCell;
  readonly match: LabelMatch;
}

/** The row of table 二 that a grid row is. */
export function disclosureLine(grid: Grid, index: number): DisclosureLine | null {
  for (const cell of grid.rows[index]!) {
    if (cell.row !== index || cell.letters === '') continue;
    const match = rowLabel(cell.letters, 'disclosure');
    if (match !== null && match.pattern.kind === 'row' && cell.columnEnd < grid.columns)
      return { label: cell, match };
  }
  return null;
}

/** Reads a row of table 二 into the draft. */
export function readDisclosureLine(
  head: DisclosureHead,
  grid: Grid,
  index: number,
  line: DisclosureLine,
  draft: Draft,
): void {
  const { id } = line.match.pattern;
  const band = wordsOf(draft.form).disclosureRows.get(id);
  if (band === undefined) return;
  draft.found.disclosure = 'found';
  draft.rows.add(rowId('disclosure', id));
  noteLabels(draft, band, id, line, head);
  const row = grid.rows[index]!;
  const left = line.label.columnEnd;
  const own = head.columns.filter((h) => band.columns.some((c) => c.id === h.id));
  if (own.length === 0 && head.strange.length > 0) return;
  const unique = own.length > 0 && new Set(own.map((h) => h.id)).size === own.length;
  const cells = row.filter((c) => c.column >= left && c.row === index);
  const inTurn = unique ? inTurnOf(head, own, cells) : null;
  if (inTurn !== null) {
    own.forEach((column, i) => {
      keepValue(draft, cellId('disclosure', id, column.id), inTurn[i]!, column.unit);
    });
    return;
  }
  const slots = own.map((h) => slotAt(row, index, h.from, h.to, left, h.repeats));
  const apart = !stands(head, row, left) || slots.some((slot) => slot.kind === 'missing');
  if (!unique || apart || (own.length < band.columns.length && head.strange.length > 0)) {
    byCount(draft, band, id, cells, line, own);
    return;
  }
  for (const [i, column] of own.entries()) {
    const slot = slots[i]!;
    if (slot.kind === 'doubt') keepUnreadable(draft, cellId('disclosure', id, column.id), slot.text, slot.at);
    else if (slot.kind === 'cell')
      keepValue(draft, cellId('disclosure', id, column.id), slot.cell, column.unit);
  }
}

/** The values of a row with one cell for every head, whatever the spans: wrong merges do not change their order. */
function inTurnOf(
  head: DisclosureHead,
  own: readonly Head[],
  cells: readonly GridCell[],
): readonly GridCell[] | null {
  const all = [...own, ...head.strange.map((c) => ({ id: '', from: c.column }))];
  if (head.columns.length !== own.length || cells.length !== all.length) return null;
  all.sort((a, b) => a.from - b.from);
  const values = cells.filter((_, i) => all[i]!.id !== '');
  const ids = all.filter((h) => h.id !== '').map((h) => h.id);
  return own.map((h) => values[ids.indexOf(h.id)]!);
}

/** Whether the heads reach over every filled cell of the row, and end where it ends. */
function stands(head: DisclosureHead, row: readonly GridCell[], left: number): boolean {
  return (
    row.at(-1)?.columnEnd === head.end &&
    row.every((c) => c.column < left || c.text.trim() === '' || covers(head, c))
  );
}

const covers = (head: DisclosureHead, cell: GridCell): boolean =>
  head.columns.some((h) => cell.column < h.to && cell.columnEnd > h.from) ||
  head.strange.some((h) => cell.column < h.columnEnd && cell.columnEnd > h.column);

function byCount(
  draft: Draft,
  band: DisclosureBand,
  row: string,
  cells: readonly GridCell[],
  line: DisclosureLine,
  own: readonly Head[],
): void {
  const filled = cells.filter((c) => c.text.trim() !== '');
  const fits =
    cells.length === band.columns.length ||
    (filled.length > 0 && cells.slice(band.columns.length).every((c) => c.text.trim() === ''));
  const agree = own.every(
    (h) => cells.findIndex((c) => c.column === h.from) === band.columns.findIndex((c) => c.id === h.id),
  );
  band.columns.forEach((column, i) => {
    const id = cellId('disclosure', row, column.id);
    const cell = cells[i];
    if (filled.length === 0) keepBlank(draft, id, line.label.at);
    else if (fits && agree && cell)
      keepValue(draft, id, cell, own.find((h) => h.id === column.id)?.unit ?? null);
    else keepUnreadable(draft, id, cells.map((c) => c.text).join(' '), line.label.at);
  });
}

function keepValue(draft: Draft, id: string, cell: GridCell, unit: HeadUnit): void {
  if (cell.images > 0 && cell.text.trim() === '') keepUnreadable(draft, id, '', cell.at);
  else keepText(draft, id, cell.text.trim(), cell.at, unit, cell.computed);
}

function unitOf(head: string): HeadUnit {
  const found = /(亿元|万元|元)/.exec(head.replace(/\s+/g, ''));
  return found ? (found[1] as HeadUnit) : null;
}

function noteLabels(
  draft: Draft,
  band: DisclosureBand,
  row: string,
  line: DisclosureLine,
  head: DisclosureHead,
): void {
  const place = band.rows.findIndex((r) => r.id === row);
  const expected = band.rows[place]!.label;
  if (line.label.letters.replace(/^[一二三四五六七八九十]+(?=.)/, '') !== wordsOfBand(band).rows[place])
    draft.labels.push({
      table: 'disclosure',
      kind: 'row',
      id: row,
      expected,
      found: line.label.text.replace(/\s+/g, ''),
      at: line.label.at,
    });
  if (head.noted || head.columns.length + head.strange.length === 0) return;
  head.noted = true;
  const strange = [...head.strange];
  for (const column of band.columns) {
    const found = head.columns.find((h) => h.id === column.id);
    if (found?.exact) continue;
    const cell = found?.cell ?? strange.shift() ?? null;
    draft.labels.push({
      table: 'disclosure',
      kind: 'column',
      id: `${band.rows[0]!.id}.${column.id}`,
      expected: column.label,
      found: cell === null ? null : cell.text.replace(/\s+/g, ''),
      at: cell?.at ?? null,
    });
  }
}

/** Rows of table 二 that were not met. */
export function noteMissingDisclosure(draft: Draft): void {
  for (const row of draft.form.bands.flatMap((b) => b.rows))
    if (!draft.rows.has(rowId('disclosure', row.id)))
      draft.labels.push({
        table: 'disclosure',
        kind: 'row',
        id: row.id,
        expected: row.label,
        found: null,
        at: null,
      });
}
