import type { TextLine } from './pdf-lines.ts';
import { type Box, union } from './pdf-matrix.ts';
import type { Glyph } from './pdf-page.ts';

/** A line of text outside ruled tables, with the page it stands on. */
export interface PagedLine {
  readonly page: number;
  readonly line: TextLine;
}

/** Characters of one base line that stand close together: what one cell prints in it, or a part of that. */
export interface Run {
  readonly page: number;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly base: number;
  readonly size: number;
  readonly box: Box;
}

/** What is printed in a cell of a table without lines. */
export interface AlignedCell {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly page: number;
  readonly box: Box;
}

/** A table told by its alignment; rows and columns count from 1. */
export interface AlignedTable {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly AlignedCell[];
  /** The lines it is made of, the first of which stands for it in reading order. */
  readonly lines: ReadonlySet<TextLine>;
  readonly first: PagedLine;
}

/** A gap of this part of the type size parts what two cells print; a figure after words is parted however close. */
const APART = 0.12;
const APART_AT_FIGURE = -0.1;
/** Characters that overlap by this part of the type size are printed over one another. */
const OVERPRINTED = 0.15;
/** Base lines that differ by less than this part of the type size are one. */
const SAME_BASE = 0.15;

/** A figure, or a sign in its place, as one cell prints it. */
export const FIGURE = /^[-+−－＋]?[\d０-９][\d０-９.,，．]*%?$|^[-—–―－─]{1,4}$|^[无／/\\]$/;
/** Whether a line holds figures alone, however close. */
export const isFigures = ({ line }: PagedLine): boolean =>
  /^[\d０-９.,，．+＋−－—–―─/／\\无%\s\ufffd-]+$/.test(line.text);
const BEGINS_FIGURE = /^[\d０-９+−－＋—–―/／-]$/;
const IN_FIGURE = /^[\d０-９.,，．+−－＋—–―/／-]$/;
/** Stands for what cannot be told, as in all readers. */
export const UNKNOWN = '\ufffd';

function runOf(page: number, glyphs: readonly Glyph[]): Run {
  let text = '';
  let [to, box] = [glyphs[0]!.x, glyphs[0]!.box];
  for (const glyph of glyphs) {
    if (glyph.x < to - OVERPRINTED * glyph.size) text += UNKNOWN;
    text += glyph.text;
    to = Math.max(to, glyph.x + glyph.width);
    box = union(box, glyph.box);
  }
  return { page, text, from: glyphs[0]!.x, to, base: glyphs[0]!.y, size: glyphs[0]!.size, box };
}

function isApart(last: Glyph, next: Glyph): boolean {
  const gap = next.x - last.x - last.width;
  const intoFigure = BEGINS_FIGURE.test(next.text) && !IN_FIGURE.test(last.text);
  return gap > (intoFigure ? APART_AT_FIGURE : APART) * Math.max(last.size, next.size);
}

/** Characters of a page by base line from the top, each from left to right. */
function byBase(glyphs: readonly Glyph[]): Glyph[][] {
  const sorted = [...glyphs].sort((a, b) => a.y - b.y);
  const rows: Glyph[][] = [];
  for (const glyph of sorted) {
    const row = rows.at(-1);
    if (row !== undefined && glyph.y - row[0]!.y < SAME_BASE * row[0]!.size) row.push(glyph);
    else rows.push([glyph]);
  }
  for (const row of rows) row.sort((a, b) => a.x - b.x || a.order - b.order);
  return rows;
}

/** The runs of characters of one page, from the top, then from the left. */
export function runsOf(page: number, glyphs: readonly Glyph[]): Run[] {
  const runs: Run[] = [];
  for (const row of byBase(glyphs)) {
    let open: Glyph[] = [];
    for (const glyph of row) {
      if (open.length > 0 && isApart(open.at(-1)!, glyph)) {
        runs.push(runOf(page, open));
        open = [];
      }
      open.push(glyph);
    }
    runs.push(runOf(page, open));
  }
  return runs;
}

/** The runs of the characters of lines that `isOwn` keeps, page by page. */
export function runsOfLines(
  lines: readonly PagedLine[],
  isOwn: (page: number, glyph: Glyph) => boolean = () => true,
): Run[] {
  const pages = new Map<number, Glyph[]>();
  for (const { page, line } of lines) {
    const glyphs = pages.get(page) ?? [];
    pages.set(page, glyphs);
    for (const glyph of line.glyphs) if (isOwn(page, glyph)) glyphs.push(glyph);
  }
  return [...pages].flatMap(([page, glyphs]) => runsOf(page, glyphs));
}

/** Whether a label ends like a figure: one that no gap parts from it. */
export const endsInFigure = (text: string): boolean => /[\d０-９无—–―/／-]$/.test(text);

/** The Chinese characters of a text: what tells a label, whatever its marks. */
export const lettersIn = (text: string): string => text.replace(/[^\u3400-\u9fff]/g, '');

/** A cell from what is printed in it; `near` gives the place of an empty one. */
export function cellOf(
  [row, column]: readonly [number, number],
  [rowSpan, colSpan]: readonly [number, number],
  printed: { readonly text: string; readonly page: number; readonly box: Box } | null,
  near: { readonly page: number; readonly box: Box },
): AlignedCell {
  const { page, box } = printed ?? near;
  return { text: printed?.text ?? '', row, column, rowSpan, colSpan, page, box };
}
