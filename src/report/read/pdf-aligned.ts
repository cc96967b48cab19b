import type { Table } from '../document.ts';
import { applicationsAt } from './pdf-aligned-applications.ts';
import { disclosureAt, disputesAt } from './pdf-aligned-rows.ts';
import { type AlignedTable, GAPS, type PagedLine } from './pdf-aligned-runs.ts';
import { rounded } from './pdf-join.ts';
import { union } from './pdf-matrix.ts';

/** More lines than this that may begin a table are none of a report. */
const MOST_TRIES = 200;
/** A line with more characters is a drawing. */
const LONGEST = 1000;
const BEGINS = /^信息内容|^行政复议|申请人情况/;

/** The table that begins at a line, by the wider gap that tells it. */
function tableAt(lines: readonly PagedLine[], at: number): AlignedTable | null {
  for (const apart of GAPS) {
    const table =
      disclosureAt(lines, at, apart) ?? disputesAt(lines, at, apart) ?? applicationsAt(lines, at, apart);
    if (table !== null) return table;
  }
  return null;
}

/**
 * The statutory tables that are drawn without lines, told by their heads: only where the words of the form stand
 * over one another as its columns and every figure under one head alone. All else stays lines of text.
 */
export function alignedTables(lines: readonly PagedLine[]): AlignedTable[] {
  if (lines.some(({ line }) => line.glyphs.length > LONGEST)) return [];
  const tables: AlignedTable[] = [];
  let tries = 0;
  for (let at = 0; at < lines.length && tries < MOST_TRIES; at++) {
    if (!BEGINS.test(lines[at]!.line.text)) continue;
    tries++;
    const table = tableAt(lines, at);
    if (table === null) continue;
    tables.push(table);
    while (at + 1 < lines.length && table.lines.has(lines[at + 1]!.line)) at++;
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
