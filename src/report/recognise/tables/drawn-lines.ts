import { isSpace } from './figure-tokens.ts';

/** A line made of rules only (|---|---|, +----+): drawing, no cells. */
const RULE = /^[\s|+:=\u2500-\u257f-]*$/;
const isRule = (line: string): boolean =>
  line.length > 2 && RULE.test(line) && /(?:-{3,}|[─━═]{2,}|={3,}|:-+)/.test(line);

/** A page number on a line of its own: -4-, - 4 -, 第4页. */
const PAGE =
  /^\s*(?:[-—–－·]\s*\d{1,4}\s*[-—–－·]|第\s*\d{1,4}\s*页(?:\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{2,4})\s*$/;

const MAX_LINE = 40;

/** Whether a line may be a page number, by its first character and what a figure of it must hold. */
export function mayBePageNumber(line: string): boolean {
  if (line.length > MAX_LINE || line.length < 2) return false;
  const head = line.charCodeAt(0);
  if (head >= 0x4e00 && head <= 0x9fff && head !== FIRST_OF_PAGE) return false;
  let i = 0;
  while (isSpace(line.charCodeAt(i)) || isRareSpace(line.charCodeAt(i))) i++;
  const first = line.charCodeAt(i);
  if (first >= 0x30 && first <= 0x39) return line.length > 3 && line.includes('/');
  return PAGE_STARTS.includes(line.charAt(i)) && PAGE.test(line);
}
const isRareSpace = (code: number): boolean => code === 0x1680 || (code >= 0x2028 && code <= 0x205f);
const PAGE_STARTS = '-—–－·第';
const FIRST_OF_PAGE = 0x7b2c;

function clean(line: string): string {
  const first = line.charCodeAt(0);
  if (line.length <= MAX_LINE && line.length > 1 && PAGE.test(line)) return ' '.repeat(line.length);
  if (
    (first === 0x7c || first === 0x2b || first === 0x20 || first >= 0x2500 || first === 0x2d) &&
    isRule(line)
  )
    return ' '.repeat(line.length);
  if (line.includes('---') || line.includes('──') || line.includes('━━') || line.includes('══'))
    return line.replace(PIECE, (piece) => `${piece[0]}${' '.repeat(piece.length - 1)}`);
  if (line.includes('"') && QUOTED.test(line)) return line.replaceAll('"', ' ');
  if (line.includes(';') && !line.includes('|') && SEMICOLONS.test(line)) return line.replaceAll(';', '|');
  return line;
}
const BOXES = /[│┃｜¦║├┤┝┥┠┨╞╡╟╢╠╣]/g;
/** A piece of a rule beside a cell: the rest of the line is text. */
const PIECE =
  /[|+│┃├┤┼┬┴╪╫╬+](?:[-=]{3,}|[─━═]{2,})(?:[|+│┃├┤┼┬┴╪╫╬](?:[-=]{3,}|[─━═]{2,}))*(?=[|+│┃├┤┼┬┴╪╫╬\s]|$)/g;
/** A line of cells each in quotation marks. */
const QUOTED = /^\s*"[^"]*"(?:\s*[,;\t]\s*"(?:[^"]|"")*")+\s*$/;
/** A line of cells that semicolons separate. */
const SEMICOLONS = /^[^;]*(?:;[^;]{0,60}){3,}$/;

/** Lines in which something is drawn that is no text, or cells are set off by other means than pipes and tabs. */
const DRAWN = /[|"\u2500-\u257f｜¦;]/;

/**
 * Lines of a text with their drawing taken out: rules become white space, box lines pipes, page numbers go. In a
 * table with a rule under every row the lines of one row are brought together, cell by cell, on its first line.
 */
export function cleanLines(lines: readonly string[]): readonly string[] {
  const out = new Array<string>(lines.length);
  let rules = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const cleaned = clean(line);
    out[i] = DRAWN.test(cleaned) ? cleaned.replace(BOXES, '|') : cleaned;
    if (cleaned !== line && isDivider(line)) rules++;
  }
  if (rules >= MANY_RULES) joinRows(lines, out);
  return out;
}

/** A table drawn with fewer rules has none between its rows. */
const MANY_RULES = 6;
const isDivider = (line: string): boolean => /-{3,}|[─━═]{2,}/.test(line) && /[|+\u2500-\u257f]/.test(line);

/** Joins the lines between two rules where all have the same columns. */
function joinRows(lines: readonly string[], out: string[]): void {
  let from = -1;
  for (let i = 0; i <= lines.length; i++) {
    const line = lines[i];
    const ends = line === undefined || isDivider(line) || !out[i]!.includes('|');
    if (!ends) {
      if (from < 0) from = i;
      continue;
    }
    const framed = line !== undefined && isDivider(line) && from > 0 && isDivider(lines[from - 1]!);
    if (framed && i - from > 1 && i - from <= MAX_ROW_LINES) joinRow(out, from, i);
    from = -1;
  }
}

const MAX_ROW_LINES = 12;

/** Columns that a text takes up in print, Chinese characters counted double. */
export function widthOf(text: string): number {
  let width = text.length;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x2e7f) width++;
  return width;
}

function joinRow(out: string[], from: number, to: number): void {
  const rows = out.slice(from, to).map((line) => line.split('|'));
  const width = rows[0]!.length;
  if (rows.some((cells) => cells.length !== width)) return;
  const joined = rows[0]!.map((_, c) => rows.map((cells) => cells[c]!.trim()).join(''));
  const figures = joined.filter(
    (cell, c) => /\d/.test(cell) && rows.filter((cells) => /\d/.test(cells[c]!)).length > 1,
  );
  if (figures.some((cell) => /^\d+$/.test(cell))) return;
  out[from] = joined
    .map((cell, c) => cell + ' '.repeat(Math.max(1, widthOf(rows[0]![c]!) - widthOf(cell))))
    .join('|');
  for (let i = from + 1; i < to; i++) out[i] = '';
}
