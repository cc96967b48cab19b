import { type Run, UNKNOWN } from './pdf-aligned-runs.ts';
import type { Label, Leaf } from './pdf-aligned-stub.ts';

/** Figures on one height. */
export interface Row {
  readonly page: number;
  readonly base: number;
  readonly size: number;
  readonly runs: Run[];
}

/** Figures by their height, from the top. */
export function rowsOf(figures: readonly Run[]): Row[] {
  const rows: Row[] = [];
  for (const run of figures) {
    const last = rows.at(-1);
    if (last?.page === run.page && run.base - last.base < 0.35 * last.size) last.runs.push(run);
    else rows.push({ page: run.page, base: run.base, size: run.size, runs: [run] });
  }
  return rows;
}

/** How far a height is from the lines of a label in type sizes. */
function awayFrom(label: Label, row: Row): number {
  const bases = label.runs.filter((run) => run.page === row.page).map((run) => run.base);
  if (bases.length === 0) return Number.POSITIVE_INFINITY;
  return Math.max(0, Math.min(...bases) - row.base, row.base - Math.max(...bases)) / row.size;
}

/** A row of figures stands at most so many type sizes off its label, and the next label so many farther. */
const OFF = 0.8;
const FARTHER = 0.3;

/**
 * The leaves each row of figures can belong to: the one it stands beside, else those it stands between, as a figure
 * broken into two lines does. Null where it can belong to none.
 */
export function beside(rows: readonly Row[], leaves: readonly Leaf[]): number[][] | null {
  const near = rows.map((row) => nearest(row, leaves));
  if (rows.length === leaves.length && near.includes(-1) && rows.every((row, i) => isBetween(row, leaves, i)))
    return rows.map((_, i) => [i]);
  const may = rows.map((row, i) => {
    if (near[i]! >= 0) return [near[i]!];
    const between = [...leaves.keys()].filter((leaf) => isBetween(row, leaves, leaf));
    const free = between.filter((leaf) => !near.includes(leaf));
    return free.length === 1 && standsApart(rows, i) ? free : between;
  });
  return may.every((list) => list.length > 0) ? may : null;
}

/** A broken figure goes on within this many type sizes. */
const GOES_ON = 2.2;

/** Whether a row of several figures stands too far from those above and below it to hold the rest of theirs. */
function standsApart(rows: readonly Row[], i: number): boolean {
  const row = rows[i]!;
  const isFar = (other: Row | undefined): boolean =>
    other === undefined || other.page !== row.page || Math.abs(other.base - row.base) > GOES_ON * row.size;
  return row.runs.length > 1 && isFar(rows[i - 1]) && isFar(rows[i + 1]);
}

/** Index of the leaf that a row stands beside, −1 for none. */
function nearest(row: Row, leaves: readonly Leaf[]): number {
  const [first, second] = leaves
    .map(({ label }, index) => ({ index, by: awayFrom(label, row) }))
    .sort((a, b) => a.by - b.by);
  return first!.by < OFF && second!.by - first!.by > FARTHER ? first!.index : -1;
}

/** The figures of each leaf: in doubt where they may be another's. */
export const figuresByLeaf = (
  leaves: readonly Leaf[],
  rows: readonly Row[],
  may: readonly number[][],
): Run[][] =>
  leaves.map((_, leaf) =>
    rows.flatMap((row, i) => {
      if (!may[i]!.includes(leaf)) return [];
      return may[i]!.length === 1 ? row.runs : row.runs.map((run) => ({ ...run, text: run.text + UNKNOWN }));
    }),
  );

/** Whether a row stands below the label before its own and above the one after it. */
function isBetween(row: Row, leaves: readonly Leaf[], i: number): boolean {
  const { page, base, size } = row;
  const before = leaves[i - 1]?.label.runs.at(-1);
  const after = leaves[i + 1]?.label.runs[0];
  const isBelow = (run: Run | undefined) =>
    run === undefined || run.page < page || (run.page === page && run.base < base + FARTHER * size);
  const isAbove = (run: Run | undefined) =>
    run === undefined || run.page > page || (run.page === page && run.base > base - FARTHER * size);
  return isBelow(before) && isAbove(after);
}
