import { joinLines, linesOf, type TextLine } from './pdf-lines.ts';
import type { Box } from './pdf-matrix.ts';
import type { Glyph } from './pdf-page.ts';

/** The least that a cell keeps free at either side, in parts of the type size. */
const PADDING = 0.55;

/** Longer texts are not set downwards in a cell. */
const LONG = 400;

/** Whether characters set upright were drawn one below another: text that runs downwards. */
function runsDown(glyphs: readonly Glyph[]): boolean {
  let down = 0;
  let right = 0;
  let figures = 0;
  let last: Glyph | null = null;
  for (const glyph of glyphs) {
    if (glyph.blank || glyph.turn !== 0) continue;
    if (glyph.text >= '0' && glyph.text <= '9') figures++;
    if (last !== null) {
      const [dx, dy] = [glyph.x - last.x, glyph.y - last.y];
      if (Math.abs(dx) < 0.3 * glyph.size && dy > 0.6 * glyph.size && dy < 2.2 * glyph.size) down++;
      else if (Math.abs(dy) < 0.3 * glyph.size) right++;
    }
    last = glyph;
  }
  return down > 2 && down > 2 * right && figures * 2 < glyphs.length;
}

/** Columns of text set downwards, read from the right. */
function downwardText(glyphs: readonly Glyph[]): string {
  const columns: { x: number; glyphs: Glyph[] }[] = [];
  for (const glyph of glyphs) {
    if (glyph.blank) continue;
    const middle = (glyph.box[0] + glyph.box[2]) / 2;
    const column = columns.find((one) => Math.abs(one.x - middle) < 0.5 * glyph.size);
    if (column) column.glyphs.push(glyph);
    else columns.push({ x: middle, glyphs: [glyph] });
  }
  // One column alone reads the same line by line, and a mark beside a character stays with it.
  if (columns.filter((column) => column.glyphs.length > 1).length < 2)
    return linesOf(glyphs)
      .map((line) => line.text)
      .join('');
  columns.sort((a, b) => b.x - a.x);
  let text = '';
  for (const column of columns) {
    const sorted = column.glyphs.sort((a, b) => a.box[1] - b.box[1] || a.x - b.x);
    let last: Glyph | null = null;
    for (const glyph of sorted) {
      const twice =
        last !== null && last.text === glyph.text && Math.abs(last.box[1] - glyph.box[1]) < 0.18 * glyph.size;
      if (!twice) text += glyph.text;
      last = glyph;
    }
  }
  return text;
}

/** Whether a line had to end: what follows would not have fitted in the room the cell has along the text. */
function isFull(line: TextLine, next: TextLine, room: number): boolean {
  const first = next.glyphs[0]!;
  let need = first.width;
  const figures = /^[\d.,]+/.exec(next.text)?.[0].length ?? 0;
  if (figures > 1 && !/[\d.,]$/.test(line.text))
    need = next.glyphs.slice(0, figures).reduce((sum, glyph) => sum + glyph.width, 0);
  return line.to - line.from + need + 2 * PADDING * line.size > room;
}

/** Lines of a cell as its text: broken lines joined, paragraphs apart. */
function textOfLines(lines: readonly TextLine[], room: number): string {
  let text = '';
  lines.forEach((line, i) => {
    if (i === 0) text = line.text;
    else text = isFull(lines[i - 1]!, line, room) ? joinLines(text, line.text) : `${text}\n${line.text}`;
  });
  return text;
}

/** What is printed in a cell, and whether more of it would have had to go on the next line. */
export interface CellText {
  /** Paragraphs joined by newlines. */
  readonly text: string;
  /** Room left in its last line. */
  readonly spare: number;
  /** Width of its first character. */
  readonly first: number;
}

/** The text of a cell, whichever way it is set. */
export function cellText(glyphs: readonly Glyph[], box: Box): CellText {
  if (glyphs.length === 0) return { text: '', spare: 0, first: 0 };
  const [width, height] = [box[2] - box[0], box[3] - box[1]];
  if (glyphs.length > 3 && glyphs.length < LONG && runsDown(glyphs)) {
    const upright = glyphs.filter((one) => one.turn === 0);
    return { text: downwardText(upright), spare: 0, first: upright[0]?.size ?? 0 };
  }
  const lines = linesOf(glyphs, 0);
  const parts = [textOfLines(lines, width)];
  if (glyphs.some((glyph) => glyph.turn > 0))
    for (const turn of [1, 3, 2] as const)
      parts.push(textOfLines(linesOf(glyphs, turn), turn === 2 ? width : height));
  const last = lines.at(-1);
  return {
    text: parts.filter((part) => part !== '').join('\n'),
    spare: last === undefined ? 0 : width - (last.to - last.from) - 2 * PADDING * last.size,
    first: lines[0]?.glyphs[0]?.width ?? 0,
  };
}
