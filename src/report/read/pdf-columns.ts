import { linesOf, type TextLine } from './pdf-lines.ts';
import { type Glyph, medianOf } from './pdf-page.ts';

/** A line of running text and the column it stands in: 0 across the page, 1 left, 2 right. */
export interface ColumnLine {
  readonly line: TextLine;
  readonly column: 0 | 1 | 2;
  /** Where it comes in reading, as a height on the page. */
  readonly top: number;
}

/** Fewer lines side by side than this are no columns of text. */
const FEWEST = 6;
/** Width of the gutter between columns in parts of the type size. */
const GUTTER = 1.2;
/** Part of a page's lines that may run across the gutter. */
const ACROSS = 0.35;
/** Characters a line of a column has on the average: fewer are cells of a table. */
const RUNNING = 9;
const BIN = 3;

const across = (lines: readonly TextLine[]): ColumnLine[] =>
  lines.map((line) => ({ line, column: 0, top: line.box[1] }));

/** Middle of the widest strip in the middle half of the text that few lines cover, or null. */
function gutterOf(lines: readonly TextLine[], size: number): number | null {
  const left = Math.min(...lines.map((line) => line.from));
  const right = Math.max(...lines.map((line) => line.to));
  const bins = Math.ceil((right - left) / BIN);
  if (bins < 20 || bins > 4000) return null;
  const covered = new Int32Array(bins + 1);
  for (const line of lines)
    for (const [from, to] of runsOf(line, size))
      for (let bin = Math.floor((from - left) / BIN); bin <= (to - left) / BIN; bin++) covered[bin]!++;
  const limit = lines.length * ACROSS;
  let best = { width: 0, middle: 0 };
  for (let bin = Math.floor(bins * 0.25), start = -1; bin <= bins * 0.75 + 1; bin++) {
    const free = bin <= bins * 0.75 && covered[bin]! <= limit;
    if (free && start < 0) start = bin;
    if (!free && start >= 0) {
      const width = (bin - start) * BIN;
      if (width > best.width) best = { width, middle: left + ((start + bin) / 2) * BIN };
      start = -1;
    }
  }
  return best.width >= GUTTER * size ? best.middle : null;
}

/** The stretches of a line without a gap as wide as a gutter. */
function runsOf(line: TextLine, size: number): [number, number][] {
  const runs: [number, number][] = [];
  for (const glyph of line.glyphs) {
    const [from, to] = [glyph.box[0], glyph.box[2]];
    const last = runs.at(-1);
    if (last !== undefined && from - last[1] < GUTTER * size) last[1] = Math.max(last[1], to);
    else runs.push([from, to]);
  }
  return runs;
}

const FIGURES_ONLY = /^[\d０-９.,，\s]+$/;
const FIGURE = /[\d０-９][\d０-９.,，]*/g;

const figuresIn = (line: TextLine): number => line.text.match(FIGURE)?.length ?? 0;

/** The line with the sign for unknown after each of its figures. */
const inDoubt = (line: TextLine): TextLine => ({
  ...line,
  text: line.text.replace(FIGURE, (figure) => `${figure}\ufffd`),
});

/**
 * Whether a line of figures alone holds the rest of figures that a narrow column of a table without lines has
 * broken: fewer of them, each under one of the row above. Which figures of the row are whole is not to be told.
 */
function breaksFigures(line: TextLine, next: TextLine): boolean {
  if (line.gaps === 0 || !FIGURES_ONLY.test(next.text) || figuresIn(next) >= figuresIn(line)) return false;
  return next.glyphs.some((rest) =>
    line.glyphs.some(
      (glyph) => FIGURES_ONLY.test(glyph.text) && Math.abs(glyph.x - rest.x) < 1.2 * glyph.size,
    ),
  );
}

/** Lines of a page with broken figures in doubt. */
const doubted = (lines: readonly TextLine[]): TextLine[] =>
  lines.map((line, i) => {
    const next = lines[i + 1];
    const near = next !== undefined && next.base - line.base < 1.6 * line.size;
    return near && breaksFigures(line, next) ? inDoubt(line) : line;
  });

/** Lines of pages with figures in doubt that a page's end has broken; `isText` tells lines from running heads. */
export function doubtedAtBreaks(
  pages: readonly (readonly ColumnLine[])[],
  isText: (line: TextLine) => boolean,
): ColumnLine[][] {
  return pages.map((lines, i) => {
    const last = lines.findLastIndex(({ line }) => isText(line));
    const next = pages[i + 1]?.find(({ line }) => isText(line));
    if (last < 0 || next === undefined || !breaksFigures(lines[last]!.line, next.line)) return [...lines];
    return lines.map((one, k) => (k === last ? { ...one, line: inDoubt(one.line) } : one));
  });
}

/** Lines of running text in the order of reading: where it is set in two columns, the left one first. */
export function columnLines(glyphs: readonly Glyph[]): ColumnLine[] {
  const lines = doubted(linesOf(glyphs, 0));
  const size = medianOf(
    lines.map((line) => line.size),
    10,
  );
  if (lines.filter((line) => line.gaps > 0).length < FEWEST) return across(lines);
  const gutter = gutterOf(lines, size);
  if (gutter === null) return across(lines);
  const split = lines.map((line) => sidesOf(line, gutter, size));
  const sides = split.filter((one) => one.left !== null && one.right !== null);
  const parts = sides.flatMap((one) => [one.left!, one.right!]);
  const length = parts.reduce((sum, line) => sum + line.glyphs.length, 0) / Math.max(1, parts.length);
  if (sides.length < FEWEST || length < RUNNING || parts.some((line) => line.gaps > 1)) return across(lines);
  return inOrder(lines, split);
}

interface Sides {
  readonly left: TextLine | null;
  readonly right: TextLine | null;
}

/** The parts of a line on either side of the gutter; none for a line that runs across. */
function sidesOf(line: TextLine, gutter: number, size: number): Sides {
  if (runsOf(line, size).some(([from, to]) => from < gutter && to > gutter))
    return { left: null, right: null };
  const left = linesOf(line.glyphs.filter((glyph) => glyph.box[0] < gutter));
  const right = linesOf(line.glyphs.filter((glyph) => glyph.box[0] >= gutter));
  return { left: left[0] ?? null, right: right[0] ?? null };
}

/** Between lines that run across, first the left column, then the right one. */
function inOrder(lines: readonly TextLine[], split: readonly Sides[]): ColumnLine[] {
  const out: ColumnLine[] = [];
  let right: TextLine[] = [];
  let bottom = 0;
  const settle = (): void => {
    right.forEach((line, i) => {
      out.push({ line, column: 2, top: bottom + i * 1e-6 });
    });
    right = [];
  };
  lines.forEach((line, i) => {
    const sides = split[i]!;
    if (sides.left === null && sides.right === null) {
      settle();
      out.push({ line, column: 0, top: line.box[1] });
      return;
    }
    bottom = Math.max(line.box[1], line.box[3] - 1);
    if (sides.left !== null) out.push({ line: sides.left, column: 1, top: sides.left.box[1] });
    if (sides.right !== null) right.push(sides.right);
  });
  settle();
  return out;
}
