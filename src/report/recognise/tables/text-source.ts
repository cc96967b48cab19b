import type { Place } from '../../../domain/annual/report.ts';
import type { SourceDocument } from '../../document.ts';
import { cleanLines, mayBePageNumber } from './drawn-lines.ts';
import { type LetterScan, scanLetters } from './letter-scan.ts';
import type { Pattern } from './patterns.ts';
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
  /** By mark the letters at which it stands. */
  readonly marks: ReadonlyMap<string, readonly number[]>;
  /** The paragraph last asked for: the next one is mostly the same or near. */
  readonly near: { paragraph: number };
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
  const blocks = new Array<number>(bounds.to - bounds.from);
  const lines = new Array<string>(blocks.length);
  let paged = false;
  let n = 0;
  for (let i = bounds.from; i < bounds.to; i++) {
    const block = document.blocks[i]!;
    if (block.kind !== 'paragraph') continue;
    blocks[n] = i;
    lines[n++] = block.text;
    paged ||= mayBePageNumber(block.text);
  }
  blocks.length = n;
  lines.length = n;
  const printed = joined(lines);
  const scan = scanLetters(printed);
  if (!paged && !scan.drawn) return sourceOf(document, blocks, lines, printed, scan);
  const cleaned = cleanLines(lines);
  const raw = joined(cleaned);
  return sourceOf(document, blocks, cleaned, raw, scanLetters(raw));
}

/** Lines as one text, each ended by a newline. */
const joined = (lines: readonly string[]): string => (lines.length === 0 ? '' : [...lines, ''].join('\n'));

function sourceOf(
  document: SourceDocument,
  blocks: readonly number[],
  lines: readonly string[],
  raw: string,
  { letters, origin, wordings, marks }: LetterScan,
): TextSource {
  let at = 0;
  const starts = lines.map((line) => {
    const start = at;
    at += line.length + 1;
    return start;
  });
  const text = { raw, origin };
  const hits = wordings.map(({ pattern, from }) =>
    hitAt(text, pattern, from, from + pattern.letters.length, false),
  );
  return { raw, starts, blocks, document, letters, origin, marks, near: { paragraph: 0 }, hits };
}

/** A hit with its place in the raw text, the ordinal before it included. */
export function hitAt(
  source: Pick<TextSource, 'raw' | 'origin'>,
  pattern: Pattern,
  from: number,
  to: number,
  fuzzy: boolean,
): Hit {
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

/** So many paragraphs are looked at one by one. */
const NEAR = 4;

/** Index of the paragraph that holds a position of the raw text. */
export function paragraphAt({ starts, near }: Pick<TextSource, 'starts' | 'near'>, position: number): number {
  let low = 0;
  let high = starts.length - 1;
  if (starts[near.paragraph]! <= position) {
    low = near.paragraph;
    for (let i = 0; i < NEAR && low < high && starts[low + 1]! <= position; i++) low++;
    if (low === high || starts[low + 1]! > position) high = low;
  }
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= position) low = middle;
    else high = middle - 1;
  }
  near.paragraph = low;
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
