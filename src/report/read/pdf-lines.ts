import type { Box } from './pdf-matrix.ts';
import { union } from './pdf-matrix.ts';
import type { Glyph } from './pdf-page.ts';

/** A line of text. Lengths run along the text and across it, whichever way it is turned. */
export interface TextLine {
  readonly text: string;
  readonly box: Box;
  /** Start and end along the text. */
  readonly from: number;
  readonly to: number;
  /** Base line across the text. */
  readonly base: number;
  readonly size: number;
  /** Gaps in it wider than any between words: its parts stand in columns. */
  readonly gaps: number;
  /** Its characters in order of reading, blanks left out. */
  readonly glyphs: readonly Glyph[];
}

/** Base lines that differ by less than this part of the type size are one line. */
const SAME_LINE = 0.42;
/** A gap of this part of the type size between two narrow characters parts words. */
const WORD_GAP = 0.22;
/** The same character twice within this part of the type size is one, struck twice to look bold. */
const STRUCK_TWICE = 0.18;

/** A gap of this part of the type size parts columns. */
const COLUMN_GAP = 1.6;

const along = (glyph: Glyph, turn: number): number =>
  turn === 0 ? glyph.x : turn === 1 ? glyph.y : turn === 2 ? -glyph.x : -glyph.y;
const across = (glyph: Glyph, turn: number): number =>
  turn === 0 ? glyph.y : turn === 1 ? -glyph.x : turn === 2 ? -glyph.y : glyph.x;

interface Placed {
  readonly glyph: Glyph;
  readonly from: number;
  readonly base: number;
}

/** Lines of the characters of one turn, from the top; blanks only part words. */
export function linesOf(glyphs: readonly Glyph[], turn: 0 | 1 | 2 | 3 = 0): TextLine[] {
  const placed: Placed[] = [];
  for (const glyph of glyphs)
    if (glyph.turn === turn) placed.push({ glyph, from: along(glyph, turn), base: across(glyph, turn) });
  placed.sort((a, b) => a.base - b.base || a.from - b.from);
  const lines: TextLine[] = [];
  let open: Placed[] = [];
  let base = 0;
  let size = 0;
  const close = (): void => {
    const line = lineOf(open);
    if (line !== null) lines.push(line);
    open = [];
  };
  for (const one of placed) {
    if (open.length > 0 && one.base - base > SAME_LINE * Math.min(size, one.glyph.size)) close();
    if (open.length === 0 || one.glyph.size > size) size = one.glyph.size;
    if (open.length === 0) base = one.base;
    if (!one.glyph.blank) base = one.base;
    open.push(one);
  }
  close();
  return lines;
}

const isStruckTwice = (a: Placed, b: Placed): boolean =>
  a.glyph.text === b.glyph.text &&
  Math.abs(a.from - b.from) < STRUCK_TWICE * a.glyph.size &&
  Math.abs(a.base - b.base) < STRUCK_TWICE * a.glyph.size;

/** Characters between which a gap counts: narrow ones, and figures as wide as Chinese characters. */
const isNarrow = (text: string): boolean => {
  const code = text.charCodeAt(text.length - 1);
  return code < 0x2e80 || (code >= 0xff10 && code <= 0xff19);
};

function lineOf(placed: Placed[]): TextLine | null {
  placed.sort((a, b) => a.from - b.from || a.glyph.order - b.glyph.order);
  const kept: Placed[] = [];
  let text = '';
  let gap = false;
  let gaps = 0;
  for (const one of placed) {
    const { glyph } = one;
    if (glyph.blank) {
      gap = kept.length > 0;
      continue;
    }
    let twice = false;
    for (let k = kept.length - 1; k >= 0 && k >= kept.length - 3 && !twice; k--)
      twice = isStruckTwice(kept[k]!, one);
    if (twice) continue;
    const last = kept.at(-1);
    if (last !== undefined) {
      const space = one.from - (last.from + last.glyph.width);
      if (space > COLUMN_GAP * glyph.size) gaps++;
      const narrow = isNarrow(last.glyph.text) && isNarrow(glyph.text);
      const limit = WORD_GAP * Math.min(last.glyph.size, glyph.size);
      if ((narrow && space > limit) || (gap && space > -limit) || space > 2 * glyph.size) text += ' ';
    }
    gap = false;
    text += glyph.text;
    kept.push(one);
  }
  const first = kept[0];
  if (first === undefined) return null;
  let box = first.glyph.box;
  let to = first.from;
  for (const { glyph, from } of kept) {
    box = union(box, glyph.box);
    to = Math.max(to, from + glyph.width);
  }
  const sizes = kept.map((one) => one.glyph.size).sort((a, b) => a - b);
  return {
    text,
    box,
    from: first.from,
    to,
    base: first.base,
    gaps,
    size: sizes[sizes.length >> 1]!,
    glyphs: kept.map((one) => one.glyph),
  };
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isLatin = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

/**
 * Two lines of one paragraph as one text: nothing between Chinese characters, a blank between words, and between
 * two figures nothing where the number had to break.
 */
export function joinLines(first: string, second: string): string {
  const last = first.charCodeAt(first.length - 1);
  const next = second.charCodeAt(0);
  const words = isLatin(last) && (isLatin(next) || isDigit(next));
  return words ? `${first} ${second}` : first + second;
}
