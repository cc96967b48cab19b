import { isSpace, SEPARATORS } from './figure-tokens.ts';

/** How the lines of a table are set. */
export interface LineStyle {
  /** 2 where an empty line stands between any two cells. */
  readonly period: 1 | 2;
  /** Rows end without a separator, so that what follows the last separator of a line is a cell, blank or not. */
  readonly openTail: boolean;
  /** Every row begins with a separator. */
  readonly openHead: boolean;
  /** Every row begins with a number of its own. */
  readonly serial: boolean;
  /** Lines hold whole rows. */
  readonly rowLines: boolean;
}

/** Whether only white space stands between two positions. */
function isBlank(raw: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!isSpace(raw.charCodeAt(i))) return false;
  return true;
}

/** 2 where empty lines stand between any two lines with text (a cell and an empty line by turns), else 1. */
function linePeriod(raw: string, from: number, to: number): 1 | 2 {
  let at = from;
  let before = false;
  let filled = 0;
  while (at < to) {
    let next = raw.indexOf('\n', at);
    if (next < 0 || next > to) next = to;
    const has = !isBlank(raw, at, next);
    if (has && before) return 1;
    if (has) filled++;
    before = has;
    at = next + 1;
  }
  return filled >= 6 ? 2 : 1;
}

/** The white space of JavaScript: what \s matches. */
const isWhite = (code: number): boolean =>
  code < 0x1680
    ? code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0
    : code === 0x3000 ||
      code === 0x1680 ||
      code === 0xfeff ||
      (code >= 0x2000 && code <= 0x200a) ||
      code === 0x2028 ||
      code === 0x2029 ||
      code === 0x202f ||
      code === 0x205f;

/** How many lines hold anything, and how many of these one piece without white space in it. */
export function lineCounts(
  raw: string,
  from: number,
  to: number,
): { readonly filled: number; readonly single: number } {
  let filled = 0;
  let single = 0;
  let pieces = 0;
  let inside = false;
  for (let i = from; i <= to; i++) {
    const code = i < to ? raw.charCodeAt(i) : LF;
    const white = isWhite(code);
    if (!white && !inside) pieces++;
    inside = !white;
    if (code !== LF) continue;
    if (pieces > 0) filled++;
    if (pieces === 1) single++;
    pieces = 0;
  }
  return { filled, single };
}

const LF = 0x0a;
const SERIAL = /^\s*\d{1,3}\s*$/;

/** What a line with separators tells of the style. */
interface LineCells {
  readonly separators: number;
  readonly first: number;
  /** How many of its cells hold anything. */
  readonly filled: number;
  readonly headFilled: boolean;
  readonly tailFilled: boolean;
}

function lineCells(raw: string, from: number, to: number, separator: number): LineCells {
  let separators = 0;
  let first = -1;
  let filled = 0;
  let headFilled = false;
  let cellFilled = false;
  for (let i = from; i < to; i++) {
    const code = raw.charCodeAt(i);
    if (code !== separator) {
      cellFilled ||= !isWhite(code);
      continue;
    }
    if (separators === 0) {
      first = i;
      headFilled = cellFilled;
    }
    separators++;
    if (cellFilled) filled++;
    cellFilled = false;
  }
  return { separators, first, filled: cellFilled ? filled + 1 : filled, headFilled, tailFilled: cellFilled };
}

/** The style of the lines from `from` to `to` of a table. */
export function lineStyle(raw: string, from: number, to: number): LineStyle {
  const start = raw.lastIndexOf('\n', from - 1) + 1;
  const text = raw.slice(start, to);
  const separator = SEPARATORS.find((s) => text.includes(s));
  let openTail = false;
  let openHead = true;
  let serial = true;
  let rows = 0;
  let rowLines = false;
  for (let at = start; separator !== undefined && at < to; ) {
    const next = raw.indexOf('\n', at);
    const end = next < 0 || next > to ? to : next;
    const line = lineCells(raw, at, end, separator.charCodeAt(0));
    if (line.separators > 1) {
      rows++;
      if (line.filled > 1) rowLines = true;
      if (line.tailFilled) openTail = true;
      if (line.headFilled) openHead = false;
      if (!line.headFilled || !SERIAL.test(raw.slice(at, line.first))) serial = false;
    }
    at = end + 1;
  }
  return {
    period: linePeriod(raw, from, to),
    openTail,
    openHead: rows > 0 && openHead,
    serial: rows > 0 && serial,
    rowLines,
  };
}
