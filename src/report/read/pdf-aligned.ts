import type { Table } from '../document.ts';
import { appealsAt } from './pdf-aligned-appeals.ts';
import { applicationsAt } from './pdf-aligned-applications.ts';
import { disclosureAt } from './pdf-aligned-disclosure.ts';
import type { AlignedTable, PagedLine } from './pdf-aligned-runs.ts';
import { rounded } from './pdf-join.ts';
import { union } from './pdf-matrix.ts';
import type { Glyph } from './pdf-page.ts';

/** More lines than this that may begin a table are none of a report. */
const MOST_TRIES = 200;
/** A line with more characters is a drawing. */
const LONGEST = 1000;
const BEGINS = /^第二十条第|^行政复议|申\s*请\s*人\s*情\s*况/;

/**
 * The statutory tables that are drawn without lines, told by their heads: only where the words of the form stand
 * over one another as its columns. A figure whose column is not told is in doubt. All else stays lines of text.
 * `turnedOn` gives a page's characters that do not run from left to right.
 */
export function alignedTables(
  lines: readonly PagedLine[],
  turnedOn: (page: number) => readonly Glyph[],
): AlignedTable[] {
  if (lines.some(({ line }) => line.glyphs.length > LONGEST)) return [];
  const tables: AlignedTable[] = [];
  const used = new Set<unknown>();
  let tries = 0;
  for (let at = 0; at < lines.length && tries < MOST_TRIES; at++) {
    const { line } = lines[at]!;
    if (used.has(line) || !BEGINS.test(line.text)) continue;
    tries++;
    const found = [
      ...disclosureAt(lines, at),
      appealsAt(lines, at, turnedOn),
      applicationsAt(lines, at, turnedOn),
    ].filter((table) => table !== null);
    tables.push(...found);
    for (const table of found) for (const one of table.lines) used.add(one);
  }
  return tables;
}

/** Such a table with its places. */
export function alignedBlock({ rows, columns, cells, first }: AlignedTable, number: number): Table {
  const own = cells.filter((cell) => cell.page === first.page);
  const box = own.reduce((whole, cell) => union(whole, cell.box), first.line.box);
  return {
    kind: 'table',
    number,
    rows,
    columns,
    cells: cells
      .map((cell) => ({
        text: cell.text,
        row: cell.row,
        column: cell.column,
        rowSpan: cell.rowSpan,
        colSpan: cell.colSpan,
        at: { page: cell.page, box: rounded(cell.box) },
        images: 0,
        nested: [],
      }))
      .sort((a, b) => a.row - b.row || a.column - b.column),
    at: { page: first.page, box: rounded(box) },
  };
}
