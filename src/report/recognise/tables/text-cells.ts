import { figureTokens, isFigure, MAX_CELLS, SEPARATORS, type TextCell, trimmed } from './figure-tokens.ts';
import type { LineStyle } from './text-style.ts';
import { looksLikeValue } from './value.ts';

/**
 * What stands after a row's label. `cells`: separated cells and the offsets at which the row's values may begin
 * among them (all cells outside are blank). `tokens`: figures without certain borders, in reading order.
 * `none`: nothing printed. `below`: the figures stand on lines of their own under the label, so that only their
 * order tells whose they are.
 */
export type Stretch =
  | {
      readonly kind: 'cells';
      readonly cells: readonly TextCell[];
      readonly offsets: readonly number[];
      /** Separators a blank cell would show in: pipes, tabs, commas or lines; false for mere spaces. */
      readonly firm: boolean;
      readonly below?: boolean;
      /** How many figures more than cells follow the label. */
      readonly rest?: number;
    }
  | {
      readonly kind: 'tokens';
      readonly tokens: readonly TextCell[];
      readonly attached: boolean;
      readonly below?: boolean;
    }
  | { readonly kind: 'none'; readonly firm: boolean };

const CLOSING = '”"’\'）)】〕》。：:、*．';

const AT_ONCE: readonly number[] = [0];

/** Offsets at which `slots` cells may begin so that every cell outside them is blank. */
function offsetsOf(cells: readonly TextCell[], slots: number): readonly number[] {
  if (cells.length === slots) return AT_ONCE;
  const offsets: number[] = [];
  const first = cells.findIndex((c) => c.text !== '');
  let last = cells.length - 1;
  while (last >= 0 && cells[last]!.text === '') last--;
  for (let o = 0; o + slots <= cells.length; o++)
    if (first < 0 || (o <= first && last < o + slots)) offsets.push(o);
  return offsets;
}

/** Reads what stands between a label's end and the next label's start. */
export function readStretch(raw: string, from: number, to: number, slots: number, style: LineStyle): Stretch {
  let start = from;
  while (start < to && CLOSING.includes(raw[start]!)) start++;
  const text = raw.slice(start, to);
  if (text.includes('|')) return separated(raw, start, to, '|', slots, style);
  if (text.includes('\t')) return separated(raw, start, to, '\t', slots, style);
  if (raw[start] === ',' || (slots > 1 && raw[start] === '，'))
    return separated(raw, start, to, raw[start]!, slots, style);
  return lineStretch(raw, start, to, slots, style.period);
}

/** Cells between separators. One line may hold the whole row, or each cell has a line of its own. */
function separated(
  raw: string,
  from: number,
  to: number,
  separator: string,
  slots: number,
  style: LineStyle,
): Stretch {
  const lineEnd = raw.indexOf('\n', from);
  const firstEnd = lineEnd < 0 || lineEnd > to ? to : lineEnd;
  const row = style.rowLines || isRowLine(raw, from, firstEnd, separator);
  const end = row ? firstEnd : to;
  const cells: TextCell[] = [];
  let at = from;
  let index = 0;
  let tail: TextCell | null = null;
  let leads = false;
  let broken = false;
  while (at <= end && cells.length < MAX_CELLS) {
    let next = raw.indexOf(separator, at);
    if (next < 0 || next > end) next = end;
    const cell = trimmed(raw, at, separator === '\t' && !row ? cellEnd(raw, at, next) : next);
    const isValue = looksLikeValue(cell.text);
    const wanted = index > 0 || isValue;
    if (wanted && cell.text !== '' && !isValue) {
      // A part of the row with figures of its own: 其他对外管理服务事项 | 行政检查 | 3.
      const after = raw
        .slice(next + 1, end)
        .split(separator, 1)[0]!
        .trim();
      if (cells.every((c) => c.text === '') && after !== '' && looksLikeValue(after))
        return { kind: 'tokens', tokens: [cell], attached: false };
      break;
    }
    const atEnd = next >= end;
    if (index === 0) leads = raw.slice(at, next).includes('\n');
    if (atEnd && index > 0 && cell.text === '') {
      tail = cell;
      broken = raw.slice(at, next).includes('\n');
    } else if (wanted) cells.push(cell);
    if (separator === '\t' && !row && cells.length >= slots && raw.slice(at, next).includes('\n\n')) break;
    index++;
    at = next + 1;
  }
  // A tab before each cell leaves a blank last cell after the last tab, on the line of the row.
  const real = row ? style.openTail : separator === '\t' && leads && broken;
  if (tail !== null && real) cells.push(tail);
  if (cells.every((c) => c.text === '') && cells.length < slots) return { kind: 'none', firm: true };
  const offsets = offsetsOf(cells, slots);
  if (cells.length >= slots) return { kind: 'cells', cells, offsets, firm: true };
  return { kind: 'tokens', tokens: cells.filter((c) => c.text !== ''), attached: false };
}

/** A cell of a table set one cell a line ends before an empty line, once it holds anything. */
function cellEnd(raw: string, from: number, to: number): number {
  const gap = raw.indexOf('\n\n', from);
  return gap >= 0 && gap < to && trimmed(raw, from, gap).text !== '' ? gap : to;
}

/** Whether the label's own line goes on with the row's cells. */
function isRowLine(raw: string, from: number, end: number, separator: string): boolean {
  const first = raw.indexOf(separator, from);
  if (first < 0 || first >= end) return false;
  const second = raw.indexOf(separator, first + 1);
  return (second >= 0 && second < end) || trimmed(raw, first + 1, end).text !== '';
}

function lineStretch(raw: string, from: number, to: number, slots: number, period: 1 | 2): Stretch {
  const tokens = figureTokens(raw, from, to);
  const byLine = raw.slice(from, to).includes('\n');
  if (tokens.length === 0) {
    // Figures that stand in no token of their own: printed, but not to be told.
    const rest = trimmed(raw, from, Math.min(to, from + 80));
    if (/^[^\n]*\d/.test(rest.text)) return { kind: 'tokens', tokens: [rest], attached: false };
    // As many line ends as the blank cells of the row would have leave no doubt that they are there.
    const ends = raw.slice(from, to).split('\n').length - 1;
    return { kind: 'none', firm: rest.text === '' && ends === period * (slots + 1) };
  }
  const below = tokens[0]!.line > 0;
  const plain = (cells: readonly TextCell[]): Stretch => ({
    kind: 'cells',
    cells,
    offsets: [0],
    firm: false,
    below,
    rest: tokens.length - slots,
  });
  const firstLine = tokens.filter((t) => t.line === tokens[0]!.line);
  const single = tokens.every((t, i) => i === 0 || t.line !== tokens[i - 1]!.line);
  if (tokens.length === slots && (single || firstLine.length === slots)) return plain(tokens);
  if (firstLine.length === slots && (slots > 1 || tokens[0]!.line === 0)) return plain(firstLine);
  if (single && byLine && below) {
    const cells = cellPerLine(raw, from, to, period);
    const offsets = cells === null ? [] : offsetsOf(cells, slots);
    if (cells !== null && offsets.length > 0) return { kind: 'cells', cells, offsets, firm: true, below };
    const spread = period === 2 ? lineEndCells(raw, from, to, tokens) : [];
    if (spread.length === slots) return { kind: 'cells', cells: spread, offsets: AT_ONCE, firm: true, below };
  }
  return { kind: 'tokens', tokens, attached: tokens[0]!.start === from, below };
}

/** One cell a line, blank ones too; with period 2 an empty line stands between any two cells. */
function cellPerLine(raw: string, from: number, to: number, period: 1 | 2): TextCell[] | null {
  const cells: TextCell[] = [];
  let at = raw.indexOf('\n', from) + 1;
  for (let line = 1; at > 0 && at < to && cells.length < MAX_CELLS; line++) {
    const next = raw.indexOf('\n', at);
    if (next < 0 || next >= to) break;
    const cell = trimmed(raw, at, next);
    if (period === 2 && line % 2 === 1) {
      if (cell.text !== '') return null;
    } else cells.push(cell);
    at = next + 1;
  }
  return cells;
}

/** Where a filled cell is followed by two line ends and a blank one shows as one line end only. */
function lineEndCells(raw: string, from: number, to: number, figures: readonly TextCell[]): TextCell[] {
  const cells: TextCell[] = [];
  let at = from;
  for (const figure of [...figures, null]) {
    const stop = figure?.start ?? to;
    const blanks = raw.slice(at, stop).split('\n').length - 3;
    for (let i = 0; i < blanks; i++) cells.push({ text: '', start: at });
    if (figure === null || blanks < 0) break;
    cells.push(figure);
    at = stop + figure.text.length;
  }
  return cells;
}

/** Figures standing inside a label that is wrapped around them, as in the text of a PDF. */
export function readInside(raw: string, from: number, to: number, slots: number): Stretch {
  const lines: TextCell[][] = [];
  let at = from;
  while (at < to && lines.length < 40) {
    let next = raw.indexOf('\n', at);
    if (next < 0 || next > to) next = to;
    const tokens = raw.slice(at, next).matchAll(/\S+/g);
    const figures: TextCell[] = [];
    for (const token of tokens)
      if (isFigure(token[0])) figures.push({ text: token[0], start: at + token.index });
    if (figures.length > 0) lines.push(figures);
    at = next + 1;
  }
  const full = lines.filter((l) => l.length === slots);
  if (full.length === 1) return { kind: 'cells', cells: full[0]!, offsets: [0], firm: false };
  return lines.length === 0
    ? { kind: 'none', firm: false }
    : { kind: 'tokens', tokens: lines.flat(), attached: false };
}

const HAS_DIGIT = /[\d０-９]/;

/**
 * A row without a label on a line of its own: the first line from `from` on that has separators for so many cells;
 * null where the lines hold less than a row.
 */
export function readRowLine(
  raw: string,
  from: number,
  to: number,
  slots: number,
  style: LineStyle,
): Stretch | null {
  let at = raw.indexOf('\n', from) + 1;
  while (at > 0 && at < to) {
    const next = raw.indexOf('\n', at);
    const end = next < 0 || next > to ? to : next;
    for (const separator of SEPARATORS) {
      const cells = cellsIn(raw, at, end, separator);
      if (cells >= slots - 1 && cells <= slots + 20) return rowOf(raw, at, end, separator, slots, style);
    }
    if (HAS_DIGIT.test(raw.slice(at, end))) return null;
    at = end + 1;
  }
  return null;
}

/** How many cells the separators of a line divide. */
function cellsIn(raw: string, from: number, to: number, separator: string): number {
  const code = separator.charCodeAt(0);
  let cells = 1;
  for (let i = from; i < to; i++) if (raw.charCodeAt(i) === code) cells++;
  return cells;
}

function rowOf(
  raw: string,
  from: number,
  to: number,
  separator: string,
  slots: number,
  style: LineStyle,
): Stretch {
  const cells: TextCell[] = [];
  let at = from;
  for (const part of raw.slice(from, to).split(separator)) {
    cells.push(trimmed(raw, at, at + part.length));
    at += part.length + 1;
  }
  if (style.openHead && cells[0]?.text === '') cells.shift();
  else if (style.serial) cells.shift();
  if (!style.openTail && cells.length > slots && cells.at(-1)?.text === '') cells.pop();
  const rest = cells.slice(slots);
  const fits = cells.length >= slots && rest.every((c) => c.text === '');
  const filled = cells.filter((c) => c.text !== '');
  if (filled.length === 0) return { kind: 'none', firm: true };
  return fits
    ? { kind: 'cells', cells: cells.slice(0, slots), offsets: [0], firm: true }
    : { kind: 'tokens', tokens: filled, attached: false };
}
