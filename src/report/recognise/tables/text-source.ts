import type { Place } from '../../../domain/annual/report.ts';
import type { SourceDocument } from '../../document.ts';
import { cleanLines } from './drawn-lines.ts';
import { foldText } from './fold.ts';
import { type Pattern, patternsByFirst } from './patterns.ts';
import type { Bounds } from './types.ts';

/** The paragraphs of a document as one text, one paragraph after the other, each ended by a newline. */
export interface TextSource {
  readonly raw: string;
  /** Start of each paragraph in `raw`, ascending. */
  readonly starts: readonly number[];
  /** Index in `document.blocks` of each paragraph. */
  readonly blocks: readonly number[];
  readonly document: SourceDocument;
  readonly letters: string;
  readonly origin: Uint32Array;
  readonly hits: readonly Hit[];
}

/** A wording found; `from` and `to` are indexes into the letters, `start` and `end` into the raw text. */
export interface Hit {
  readonly pattern: Pattern;
  readonly from: number;
  readonly to: number;
  /** Where it begins in the raw text, its ordinal included. */
  readonly start: number;
  readonly end: number;
  /** Whether an ordinal figure stood before it without a mark and right after other figures. */
  readonly doubtfulOrdinal: boolean;
  /** The wording as found where it is not the pattern's, null otherwise. */
  readonly fuzzy: boolean;
}

/** Reads the paragraphs within bounds and finds every wording of the form in them. */
export function textSource(document: SourceDocument, bounds: Bounds): TextSource {
  const starts: number[] = [];
  const blocks: number[] = [];
  const lines: string[] = [];
  let at = 0;
  for (let i = bounds.from; i < bounds.to; i++) {
    const block = document.blocks[i]!;
    if (block.kind !== 'paragraph') continue;
    blocks.push(i);
    lines.push(block.text);
  }
  const cleaned = cleanLines(lines);
  for (const line of cleaned) {
    starts.push(at);
    at += line.length + 1;
  }
  const raw = cleaned.length === 0 ? '' : `${cleaned.join('\n')}\n`;
  const folded = foldText(raw);
  const base = { raw, starts, blocks, document, letters: folded.text, origin: folded.origin };
  return { ...base, hits: findHits(base) };
}

type Base = Omit<TextSource, 'hits'>;

/** Two letters as one index; other letters may have the same, but few. */
const pairOf = (first: number, second: number): number => (Math.imul(first, 0x9e5) ^ second) & 0xffff;

/** Letters with which some wording begins, two by two: one alone begins words of every sentence. */
const begins = new Uint8Array(65536);
for (const list of patternsByFirst.values())
  for (const { letters } of list) begins[pairOf(letters.charCodeAt(0), letters.charCodeAt(1))] = 1;

function findHits(source: Base): Hit[] {
  const { letters } = source;
  const hits: Hit[] = [];
  let code = letters.charCodeAt(0);
  for (let i = 0; i + 1 < letters.length; i++) {
    const first = code;
    code = letters.charCodeAt(i + 1);
    if (begins[pairOf(first, code)] === 0) continue;
    for (const pattern of patternsByFirst.get(first) ?? []) {
      if (!letters.startsWith(pattern.letters, i)) continue;
      hits.push(hitAt(source, pattern, i, i + pattern.letters.length, false));
      i += pattern.letters.length - 1;
      code = letters.charCodeAt(i + 1);
      break;
    }
  }
  return hits;
}

/** A hit with its place in the raw text, the ordinal before it included. */
export function hitAt(source: Base, pattern: Pattern, from: number, to: number, fuzzy: boolean): Hit {
  const first = source.origin[from]!;
  const { start, doubtful } = ordinalStart(source.raw, first, pattern.ordinal);
  return { pattern, from, to, start, end: source.origin[to - 1]! + 1, doubtfulOrdinal: doubtful, fuzzy };
}

const isDigit = (code: number): boolean => (code >= 48 && code <= 57) || (code >= 0xff10 && code <= 0xff19);
const CHINESE_NUMERALS = '一二三四五六七八九十';
const MARKS = '.、．:：)）,，·。';

/** Steps back from a label over white space, its mark and its ordinal. */
function ordinalStart(raw: string, first: number, ordinal: string): { start: number; doubtful: boolean } {
  let i = first;
  while (i > 0 && (raw[i - 1] === ' ' || raw[i - 1] === '　' || raw[i - 1] === '\u00a0')) i--;
  let marked = false;
  if (i > 0 && MARKS.includes(raw[i - 1]!)) {
    marked = true;
    i--;
    while (i > 0 && raw[i - 1] === ' ') i--;
  }
  const before = raw.charCodeAt(i - 1);
  if (i > 0 && isDigit(before)) {
    const glued = i > 1 && isDigit(raw.charCodeAt(i - 2));
    const own = ordinal !== '' && String(toDigit(before)) === ordinal;
    if (marked) return { start: bracket(raw, i - 1), doubtful: false };
    if (own && i === first) return { start: i - 1, doubtful: glued };
    if (own && !glued) return { start: i - 1, doubtful: false };
    return { start: first, doubtful: false };
  }
  if (i > 0 && (marked || ordinal !== '') && CHINESE_NUMERALS.includes(raw[i - 1]!))
    return { start: bracket(raw, i - 1), doubtful: false };
  const enclosed = i > 0 && before >= 0x2460 && before <= 0x249b;
  return { start: enclosed ? i - 1 : first, doubtful: false };
}

const toDigit = (code: number): number => (code >= 0xff10 ? code - 0xff10 : code - 48);

function bracket(raw: string, at: number): number {
  const before = raw[at - 1];
  return before === '(' || before === '（' || before === '〔' || before === '[' ? at - 1 : at;
}

/** Index of the paragraph that holds a position of the raw text. */
export function paragraphAt(source: Pick<TextSource, 'starts'>, position: number): number {
  let low = 0;
  let high = source.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (source.starts[middle]! <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Place of a stretch of the raw text in its file. */
export function placeOf(source: TextSource, start: number, length: number): Place | null {
  if (source.starts.length === 0) return null;
  const index = paragraphAt(source, start);
  const block = source.document.blocks[source.blocks[index]!]!;
  const at = block.at;
  const offset = start - source.starts[index]!;
  if ('line' in at) return { line: at.line, column: at.column + offset, length };
  if ('paragraph' in at) return { paragraph: at.paragraph, column: at.column + offset, length };
  return at;
}
