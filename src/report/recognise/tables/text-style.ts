import { SEPARATORS, trimmed } from './figure-tokens.ts';

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

/** 2 where empty lines stand between any two lines with text (a cell and an empty line by turns), else 1. */
function linePeriod(raw: string, from: number, to: number): 1 | 2 {
  let at = from;
  let before = false;
  let filled = 0;
  while (at < to) {
    let next = raw.indexOf('\n', at);
    if (next < 0 || next > to) next = to;
    const has = trimmed(raw, at, next).text !== '';
    if (has && before) return 1;
    if (has) filled++;
    before = has;
    at = next + 1;
  }
  return filled >= 6 ? 2 : 1;
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
  if (separator !== undefined)
    for (const line of text.split('\n')) {
      const first = line.indexOf(separator);
      const last = line.lastIndexOf(separator);
      if (first < 0 || first === last) continue;
      rows++;
      if (line.split(separator).filter((part) => part.trim() !== '').length > 1) rowLines = true;
      if (line.slice(last + 1).trim() !== '') openTail = true;
      const head = line.slice(0, first).trim();
      if (head !== '') openHead = false;
      if (!/^\d{1,3}$/.test(head)) serial = false;
    }
  return {
    period: linePeriod(raw, from, to),
    openTail,
    openHead: rows > 0 && openHead,
    serial: rows > 0 && serial,
    rowLines,
  };
}
