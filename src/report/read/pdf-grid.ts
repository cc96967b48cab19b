import { LIMITS } from './limits.ts';
import type { Box } from './pdf-matrix.ts';
import type { Rule } from './pdf-page.ts';
import { clustered, type Ruling } from './pdf-rules.ts';

/** A cell of a ruled table; rows and columns count from 0, ends are excluded. */
export interface RuledCell {
  readonly row: number;
  readonly rowEnd: number;
  readonly column: number;
  readonly columnEnd: number;
  /** No line is drawn above it, or below: a page's end has cut it. */
  readonly openAbove: boolean;
  readonly openBelow: boolean;
}

/** A ruled table: the coordinates of its lines and the cells between them. */
export interface RuledGrid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly RuledCell[];
}

/** Part of a side that must be drawn for it to part two cells. */
const DRAWN = 0.5;

/** How much of each interval of `cuts` is covered by the lines nearest to each coordinate of `lines`. */
function coverage(rules: readonly Rule[], lines: readonly number[], cuts: readonly number[]): Float64Array {
  const steps = cuts.length - 1;
  const out = new Float64Array(lines.length * steps);
  for (const rule of rules) {
    const line = nearest(lines, rule.at);
    for (let i = Math.max(0, nearest(cuts, rule.from) - 1); i < steps && cuts[i]! < rule.to; i++) {
      const covered = Math.min(rule.to, cuts[i + 1]!) - Math.max(rule.from, cuts[i]!);
      if (covered > 0) out[line * steps + i]! += covered;
    }
  }
  for (let line = 0; line < lines.length; line++)
    for (let i = 0; i < steps; i++) out[line * steps + i]! /= cuts[i + 1]! - cuts[i]!;
  return out;
}

/** Index of the value nearest to `value`; the values ascend. */
export function nearest(values: readonly number[], value: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low > 0 && value - values[low - 1]! <= values[low]! - value ? low - 1 : low;
}

/** The interval that holds a value: −1 before the first, the last index past the end. */
export function intervalOf(cuts: readonly number[], value: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cuts[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Where lines end that reach past the outermost line across, at either side: sides of a table drawn open. */
function openEnds(
  rules: readonly Rule[],
  lines: readonly number[],
  reach: number,
): { readonly before: number | null; readonly after: number | null } {
  const [first, last] = [lines[0]!, lines.at(-1)!];
  const before = rules.filter((rule) => rule.from < first - 1.5 * reach).map((rule) => rule.from);
  const after = rules.filter((rule) => rule.to > last + 1.5 * reach).map((rule) => rule.to);
  return {
    before: before.length >= 2 ? Math.min(...before) : null,
    after: after.length >= 2 ? Math.max(...after) : null,
  };
}

const withEnds = (
  lines: readonly number[],
  ends: { readonly before: number | null; readonly after: number | null },
): number[] => [
  ...(ends.before === null ? [] : [ends.before]),
  ...lines,
  ...(ends.after === null ? [] : [ends.after]),
];

/** The table that lines which touch one another rule, null where they make no cells side by side. */
export function gridOfRules(ruling: Ruling, reach: number): RuledGrid | null {
  const { level, upright } = ruling;
  if (level.length < 2 || upright.length === 0) return null;
  let xs: number[] = clustered(
    upright.map((rule) => rule.at),
    reach,
  );
  let ys = clustered(
    level.map((rule) => rule.at),
    reach,
  );
  xs = withEnds(xs, openEnds(level, xs, reach));
  ys = withEnds(ys, openEnds(upright, ys, reach));
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  if (columns < 1 || rows < 1 || columns > LIMITS.columns || rows > LIMITS.rows) return null;
  if (columns * rows > LIMITS.blocks) return null;
  const cells = cellsOf(coverage(upright, xs, ys), coverage(level, ys, xs), rows, columns);
  return { xs, ys, cells };
}

/** Elementary cells with no line between them are one; what is then no rectangle falls back into its rows. */
function cellsOf(uprights: Float64Array, levels: Float64Array, rows: number, columns: number): RuledCell[] {
  const owner = new Int32Array(rows * columns).fill(-1);
  const cells: RuledCell[] = [];
  const wallRight = (row: number, column: number) => uprights[(column + 1) * rows + row]! >= DRAWN;
  const wallBelow = (row: number, column: number) => levels[(row + 1) * columns + column]! >= DRAWN;
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      if (owner[row * columns + column]! >= 0) continue;
      let columnEnd = column + 1;
      while (columnEnd < columns && owner[row * columns + columnEnd]! < 0 && !wallRight(row, columnEnd - 1))
        columnEnd++;
      let rowEnd = row + 1;
      while (rowEnd < rows && opensBelow(rowEnd, column, columnEnd)) rowEnd++;
      for (let r = row; r < rowEnd; r++)
        owner.fill(cells.length, r * columns + column, r * columns + columnEnd);
      const openAbove = isOpen(row, column, columnEnd);
      cells.push({ row, rowEnd, column, columnEnd, openAbove, openBelow: isOpen(rowEnd, column, columnEnd) });
    }
  return cells;

  /** Whether less than half of a level side is drawn. */
  function isOpen(line: number, column: number, columnEnd: number): boolean {
    let drawn = 0;
    for (let c = column; c < columnEnd; c++) drawn += levels[line * columns + c]! >= DRAWN ? 1 : 0;
    return drawn * 2 < columnEnd - column;
  }

  /** Whether the row goes on with the cell above it: no line between, none within, and its ends agree. */
  function opensBelow(row: number, column: number, columnEnd: number): boolean {
    for (let c = column; c < columnEnd; c++) {
      if (owner[row * columns + c]! >= 0 || wallBelow(row - 1, c)) return false;
      if (c + 1 < columnEnd && wallRight(row, c)) return false;
    }
    const left = column === 0 || wallRight(row, column - 1);
    const right = columnEnd === columns || wallRight(row, columnEnd - 1);
    return left && right;
  }
}

/** The box of a cell on the page. */
export const cellBox = (grid: RuledGrid, cell: RuledCell): Box => [
  grid.xs[cell.column]!,
  grid.ys[cell.row]!,
  grid.xs[cell.columnEnd]!,
  grid.ys[cell.rowEnd]!,
];
