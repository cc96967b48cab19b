import type { Place } from '../../../domain/annual/report.ts';
import { type MappedText, normaliseProseMapped } from '../../read/normalise.ts';

/** From `start` of the flow on, its characters are those of `source` from `from` on, printed at `at`. */
interface Piece {
  readonly start: number;
  readonly from: number;
  readonly source: MappedText;
  readonly at: Place;
}

/** Normalised text that knows where each of its characters was printed. */
export interface Flow {
  readonly text: string;
  /** As printed. */
  readonly raw: string;
  readonly at: Place;
  readonly pieces: readonly Piece[];
}

export interface Debris {
  readonly text: string;
  /** Offset in the printed text. */
  readonly from: number;
}

/**
 * What carries no meaning inside a line: placeholders of pictures and bookmarks, elisions of a copyist, markdown
 * marks of headings and emphasis, separators of thousands.
 */
const edits =
  /^#{1,6} ?|\[(?:image|bookmark|img|图片)\s?:[^\]\n]{0,200}\]|〔…[^〕]{0,12}…〕|〔\.{3}[^〕]{0,12}\.{3}〕|\*\*|(?<=[0-9]),(?=[0-9]{3}(?![0-9]))/g;
const nothing: MappedText = { text: '', origin: () => 0 };
/** 1 for a character that one of them begins with, 2 for one that must stand between digits or be doubled. */
const editing = new Uint8Array(65_536);
for (const char of '[〔') editing[char.charCodeAt(0)] = 1;
for (const char of ',*') editing[char.charCodeAt(0)] = 2;

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** Whether any of them may be in a text; every text is asked, and a pattern would take far longer. */
function mayEdit(text: string): boolean {
  if (text.charCodeAt(0) === 0x23) return true;
  for (let i = 0; i < text.length; i++) {
    const kind = editing[text.charCodeAt(i)];
    if (kind === 0) continue;
    if (kind === 1 || text[i + 1] === '*') return true;
    if (isDigit(text.charCodeAt(i - 1)) && isDigit(text.charCodeAt(i + 1))) return true;
  }
  return false;
}

/**
 * Normalises printed text (full width, Traditional characters, spaces beside Chinese ones) and takes debris and
 * separators of thousands out. `at` is the place of the first character of `raw`; debris goes to `debris`.
 */
export function flowOf(raw: string, at: Place, debris?: Debris[]): Flow {
  if (raw === '') return { text: '', raw, at, pieces: [{ start: 0, from: 0, source: nothing, at }] };
  const source = normaliseProseMapped(raw);
  if (!mayEdit(source.text))
    return { text: source.text, raw, at, pieces: [{ start: 0, from: 0, source, at }] };
  const pieces: Piece[] = [];
  let text = '';
  let from = 0;
  const keep = (to: number): void => {
    if (to <= from) return;
    pieces.push({ start: text.length, from, source, at });
    text += source.text.slice(from, to);
  };
  for (const match of source.text.matchAll(edits)) {
    keep(match.index);
    from = match.index + match[0].length;
    if (match[0][0] === '[' || match[0][0] === '〔') {
      const [start, end] = [source.origin(match.index), source.origin(from - 1) + 1];
      debris?.push({ text: raw.slice(start, end), from: start });
    }
  }
  keep(source.text.length);
  if (pieces.length === 0) pieces.push({ start: 0, from: 0, source, at });
  return { text, raw, at, pieces };
}

const none: { readonly length?: number } = {};

/** Moves a place to the right by `by` characters; a place in a table keeps its column, which counts cells. */
export function shift(at: Place, by: number, length?: number): Place {
  if (!('column' in at) || (by === 0 && length === undefined)) return at;
  const long = length === undefined ? none : { length };
  if ('table' in at) return { table: at.table, row: at.row, column: at.column, ...long };
  const column = at.column + by;
  return 'line' in at ? { line: at.line, column, ...long } : { paragraph: at.paragraph, column, ...long };
}

function pieceAt(flow: Flow, position: number): Piece {
  let low = 0;
  let high = flow.pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (flow.pieces[middle]!.start <= position) low = middle;
    else high = middle - 1;
  }
  return flow.pieces[low]!;
}

/** Offset in the printed text of a position in a flow of one line. */
export function originIn(flow: Flow, position: number): number {
  const piece = pieceAt(flow, position);
  return piece.source.origin(piece.from + position - piece.start);
}

/** Where the characters `start` to `end` of a flow were printed. */
export function placeIn(flow: Flow, start: number, end = start): Place {
  const piece = pieceAt(flow, start);
  const from = piece.source.origin(piece.from + start - piece.start);
  if (end <= start) return shift(piece.at, from);
  const last = pieceAt(flow, end - 1);
  const to = last.source.origin(last.from + end - 1 - last.start) + 1;
  return shift(piece.at, from, last.at === piece.at ? to - from : end - start);
}

/** Lines of one paragraph put together, each keeping its place. */
export function joinFlows(flows: readonly Flow[]): Flow {
  const first = flows[0]!;
  if (flows.length === 1) return first;
  const pieces: Piece[] = [];
  let text = '';
  for (const flow of flows) {
    const gap = /[a-z]$/i.test(text) && /^[a-z]/i.test(flow.text) ? ' ' : '';
    const base = text.length + gap.length;
    for (const { start, from, source, at } of flow.pieces)
      pieces.push({ start: start + base, from, source, at });
    text += gap + flow.text;
  }
  return { text, raw: flows.map((flow) => flow.raw).join('\n'), at: first.at, pieces };
}

/** Stretch `start` to `end` of a flow, which must be one line, as a flow of its own. */
export function sliceFlow(flow: Flow, start: number, end = flow.text.length): Flow {
  if (start <= 0 && end >= flow.text.length) return flow;
  const text = flow.text.slice(start, end);
  const pieces: Piece[] = [];
  flow.pieces.forEach((piece, i) => {
    const until = flow.pieces[i + 1]?.start ?? flow.text.length;
    if (until <= start || piece.start >= end) return;
    const cut = Math.max(0, start - piece.start);
    pieces.push({ ...piece, start: piece.start + cut - start, from: piece.from + cut });
  });
  const from = originIn(flow, start);
  const raw = end <= start ? '' : flow.raw.slice(from, originIn(flow, end - 1) + 1);
  if (pieces.length === 0) pieces.push({ ...pieceAt(flow, start), start: 0 });
  return { text, raw, at: placeIn(flow, start), pieces };
}
