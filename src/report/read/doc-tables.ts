import type { ParagraphProperties } from './doc-properties.ts';
import { LIMITS } from './limits.ts';
import type { RawBlock, RawCell, RawTable } from './tree.ts';

/** A row as it stands in the file: what its cells hold, and the properties of the mark that ends it. */
export interface DocRow {
  readonly cells: readonly RawBlock[][];
  readonly properties: ParagraphProperties;
}

/** Edges of cells nearer to each other than this are drawn as one line (twentieths of a point). */
const SAME_EDGE = 40;

/** Places of the lines of a table, from left to right. */
function linesOf(rows: readonly DocRow[]): number[] {
  const all = rows.flatMap(({ properties }) => properties.edges ?? []).sort((a, b) => a - b);
  const lines: number[] = [];
  for (const edge of all) if (lines.length === 0 || edge - lines.at(-1)! > SAME_EDGE) lines.push(edge);
  return lines;
}

/** Number of the line that an edge lies on: the last that is not right of it. */
function lineAt(lines: readonly number[], edge: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle]! <= edge) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

const GOES_ON = 1;
const FROM_THE_LEFT = 2;

/**
 * A table with its merges: cells reach from line to line by their edges, and down as far as the rows say that
 * they go on. A row whose edges do not fit its cells is set out one cell a column.
 */
export function tableOf(rows: readonly DocRow[]): RawTable {
  const lines = linesOf(rows);
  const out: RawCell[][] = [];
  let above = new Map<number, RawCell>();
  for (const { cells, properties } of rows.slice(0, LIMITS.rows)) {
    const { edges, vertical, horizontal } = properties;
    const fits = edges !== null && edges.length === cells.length + 1;
    const row: RawCell[] = [];
    const open = new Map<number, RawCell>();
    let column = 0;
    for (const [i, content] of cells.slice(0, LIMITS.columns).entries()) {
      const from = fits ? lineAt(lines, edges[i]!) : column;
      const to = fits ? Math.max(from + 1, lineAt(lines, edges[i + 1]!)) : column + 1;
      const left = row.at(-1);
      const upper = vertical[i] === GOES_ON ? above.get(from) : undefined;
      if (horizontal[i] === FROM_THE_LEFT && left !== undefined) left.colSpan += to - from;
      else if (upper !== undefined) {
        upper.rowSpan++;
        open.set(from, upper);
      } else {
        const cell: RawCell = { content, colSpan: to - from, rowSpan: 1, skip: Math.max(0, from - column) };
        row.push(cell);
        if ((vertical[i] ?? 0) !== 0) open.set(from, cell);
      }
      column = to;
    }
    above = open;
    out.push(row);
  }
  return { kind: 'table', rows: out };
}
