import type { Place } from '../../../domain/annual/report.ts';
import { CERTAIN_PAIRS } from '../../read/traditional.ts';

/** From `start` of the normalised text on, characters stand one for one at `from` of the printed text of `at`. */
export interface Piece {
  readonly start: number;
  readonly from: number;
  readonly at: Place;
}

/** Normalised text that knows where each of its characters was printed. */
export interface Flow {
  readonly text: string;
  readonly raw: string;
  readonly at: Place;
  readonly pieces: readonly Piece[];
}

export interface Debris {
  readonly text: string;
  readonly from: number;
}

const widened = /[\u3000\u00a0\t\uff01-\uff5e\u2002-\u200a\u2e80-\u2fdf\uf900-\ufaff]/;
const widenedAll = new RegExp(widened, 'g');

const narrow = (c: string): string => {
  const code = c.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code < 0x2e80 || code === 0x3000) return ' ';
  const plain = c.normalize('NFKC');
  return plain.length === 1 ? plain : c;
};

let simplified: Map<string, string> | null = null;

function simplify(text: string): string {
  simplified ??= new Map(
    Array.from({ length: CERTAIN_PAIRS.length / 2 }, (_, i) => [CERTAIN_PAIRS[2 * i]!, CERTAIN_PAIRS[2 * i + 1]!]),
  );
  const map = simplified;
  return text.replace(/[\u3400-\u9fff]/g, (c) => map.get(c) ?? c);
}

/**
 * Extraction and copying debris inside a line: placeholders of pictures and bookmarks, elisions of a copyist.
 * Spaces beside Chinese characters carry nothing; markdown emphasis neither.
 */
const edits =
  /\[(?:image|bookmark|img|图片)\s?:[^\]\n]{0,200}\]|〔…[^〕]{0,12}…〕|[\u200b-\u200f\u2060\ufeff\u00ad]+|(?<=[^\x21-\x7e]) +| +(?=[^\x20-\x7e]|$)|\*\*|(?<=[0-9]),(?=[0-9]{3}(?![0-9]))/g;

/** One to one only: length and positions stay. */
export function flatten(raw: string, traditional: boolean): string {
  const plain = widened.test(raw) ? raw.replace(widenedAll, narrow) : raw;
  return traditional ? simplify(plain) : plain;
}

/**
 * Normalises printed text: full width to half width, Traditional to simplified where the file is Traditional, spaces
 * beside Chinese characters, thousands separators and debris removed. `at` is the place of the first character of
 * `raw`; debris goes to `debris`.
 */
export function flowOf(raw: string, at: Place, traditional: boolean, debris?: Debris[]): Flow {
  const flat = flatten(raw, traditional);
  const pieces: Piece[] = [];
  let text = '';
  let from = 0;
  const keep = (to: number): void => {
    if (to <= from) return;
    pieces.push({ start: text.length, from, at });
    text += flat.slice(from, to);
  };
  for (const match of flat.matchAll(edits)) {
    keep(match.index);
    from = match.index + match[0].length;
    const first = match[0][0];
    if (first === '[' || first === '〔') debris?.push({ text: raw.slice(match.index, from), from: match.index });
  }
  keep(flat.length);
  if (pieces.length === 0) pieces.push({ start: 0, from: 0, at });
  return { text, raw, at, pieces };
}

/** Moves a place to the right by `by` characters; places without a column stay. */
export function shift(at: Place, by: number, length?: number): Place {
  if (!('column' in at)) return at;
  const { length: _, ...start } = at;
  const moved = { ...start, column: 'table' in at ? at.column : at.column + by };
  return length === undefined ? moved : { ...moved, length };
}

/** Where the characters `start` to `end` of a flow were printed. */
export function placeIn(flow: Flow, start: number, end = start): Place {
  let low = 0;
  let high = flow.pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (flow.pieces[middle]!.start <= start) low = middle;
    else high = middle - 1;
  }
  const piece = flow.pieces[low]!;
  return shift(piece.at, piece.from + start - piece.start, end > start ? end - start : undefined);
}

/** Lines of one paragraph put together, each keeping its place. */
export function joinFlows(flows: readonly Flow[]): Flow {
  const first = flows[0]!;
  if (flows.length === 1) return first;
  const pieces: Piece[] = [];
  let text = '';
  for (const flow of flows) {
    const gap = /[\x21-\x7e]$/.test(text) && /^[a-z]/i.test(flow.text) ? ' ' : '';
    const base = text.length + gap.length;
    for (const piece of flow.pieces) pieces.push({ ...piece, start: piece.start + base });
    text += gap + flow.text;
  }
  return { text, raw: flows.map((flow) => flow.raw).join('\n'), at: first.at, pieces };
}
