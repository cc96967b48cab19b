import { type Run, UNKNOWN } from './pdf-aligned-runs.ts';

/** Extent of a column's head, or of figures that stand in one column. */
export interface Extent {
  readonly from: number;
  readonly to: number;
}

/** What a row prints in a column: null for nothing; in doubt its text ends in the sign for unknown. */
export type Figures = (Run | null)[];

/** Figures whose middle is off that of their head by this part of the type size stand to one side of it. */
const LEAN = 0.3;
/** Overlap in points that is none: side bearings touch. */
const TOUCH = 0.3;
const overlaps = (a: Extent, b: Extent): boolean => a.from < b.to - TOUCH && a.to > b.from + TOUCH;

/** Figures that share a stretch across the page: they stand in one column. */
interface Strand {
  from: number;
  to: number;
  readonly size: number;
  /** Columns whose heads it overlaps. */
  readonly under: number[];
  readonly rows: Set<number>;
  /** Columns it can stand in. */
  may: number[];
}

/** The side of their heads on which a table's figures stand: 1 right, −1 left, 0 not told. */
export type Side = -1 | 0 | 1;

/** Rows of figures under heads, before their columns are told. */
export class Columns {
  readonly #heads: readonly Extent[];
  readonly #rows: readonly (readonly Run[])[];
  readonly #across: ReadonlySet<Run>;
  readonly #strands: readonly Strand[];

  constructor(heads: readonly Extent[], rows: readonly (readonly Run[])[]) {
    this.#heads = heads;
    this.#rows = rows;
    const isAcross = (run: Run): boolean => heads.filter((head) => overlaps(head, run)).length > 1;
    this.#across = new Set(rows.flat().filter(isAcross));
    this.#strands = strandsOf(heads, rows, this.#across);
    for (const strand of this.#strands)
      strand.may = strand.under.length > 0 ? strand.under : besides(heads, strand);
    settle(this.#strands);
  }

  /** How many strands whose column is told stand left and right of the middle of its head. */
  leaning(): readonly [left: number, right: number] {
    let [left, right] = [0, 0];
    for (const { may, from, to, size } of this.#strands) {
      if (may.length !== 1) continue;
      const head = this.#heads[may[0]!]!;
      const lean = (from + to - head.from - head.to) / 2;
      if (lean > LEAN * size) right++;
      else if (lean < -LEAN * size) left++;
    }
    return [left, right];
  }

  /**
   * The columns of every row's figures. Columns are stretches across the page that do not overlap, so figures that
   * overlap one another stand in one, and with the head that they overlap. Figures under no head stand in the column
   * to the left or to the right of them: which is told only where the other is taken, or by the side of their heads
   * on which the table's other figures stand. What is not told is in doubt in every column it may stand in. Null
   * where several rows have two figures in what is then one column: the heads are not those of the columns.
   */
  told(side: Side): Figures[] | null {
    const strands = this.#strands;
    if (side !== 0) lean(strands, side);
    const broken = brokenRows(strands);
    if (broken.size > 1) return null;
    const out = this.#rows.map((): Figures => this.#heads.map(() => null));
    this.#rows.forEach((runs, row) => {
      for (const run of runs) {
        const across = this.#across.has(run);
        const may = across
          ? reached(this.#heads, strands, run)
          : strands.find((strand) => overlaps(strand, run))!.may;
        for (const column of may) put(out[row]!, column, run, may.length === 1 && !across);
      }
    });
    for (const [row, columns] of broken) doubtBeside(out[row]!, columns);
    return out;
  }
}

/** Rows in which two figures stand in what is told as one column, and those columns. */
function brokenRows(strands: readonly Strand[]): Map<number, number[]> {
  const rows = new Map<number, number[]>();
  strands.forEach((a, i) => {
    for (const b of strands.slice(i + 1)) {
      const [column] = a.may;
      if (a.may.length !== 1 || !isAlone(b, column!)) continue;
      for (const row of a.rows) if (b.rows.has(row)) rows.set(row, [...(rows.get(row) ?? []), column!]);
    }
  });
  return rows;
}

/** One of two figures under one head may be the next column's: nothing is then known to be blank beside them. */
function doubtBeside(row: Figures, columns: readonly number[]): void {
  for (const column of columns)
    for (const next of [column - 1, column + 1])
      if (row[next] === null) row[next] = { ...row[column]!, text: UNKNOWN };
}

/** The side told by parts of one table together: two strands at least stand on it, and none on the other. */
export function sideOf(parts: readonly Columns[]): Side {
  let [left, right] = [0, 0];
  for (const part of parts) {
    const [l, r] = part.leaning();
    left += l;
    right += r;
  }
  if (right > 1 && left === 0) return 1;
  return left > 1 && right === 0 ? -1 : 0;
}

/** The columns of a table of one part. */
export function figuresIn(heads: readonly Extent[], rows: readonly (readonly Run[])[]): Figures[] | null {
  const columns = new Columns(heads, rows);
  return columns.told(sideOf([columns]));
}

/** Columns that a run over several heads may stand in. */
function reached(heads: readonly Extent[], strands: readonly Strand[], run: Run): number[] {
  const columns = new Set(heads.flatMap((head, i) => (overlaps(head, run) ? [i] : [])));
  for (const strand of strands)
    if (overlaps(strand, run)) for (const column of strand.may) columns.add(column);
  return [...columns];
}

function put(row: Figures, column: number, run: Run, certain: boolean): void {
  const before = row[column];
  if (before === null && certain) row[column] = run;
  else row[column] = { ...run, text: `${before?.text ?? ''}${run.text}${UNKNOWN}` };
}

function strandsOf(
  heads: readonly Extent[],
  rows: readonly (readonly Run[])[],
  across: ReadonlySet<Run>,
): Strand[] {
  const placed = rows.flatMap((runs, row) =>
    runs.filter((run) => !across.has(run)).map((run) => ({ run, row })),
  );
  const strands: Strand[] = [];
  for (const { run, row } of placed.sort((a, b) => a.run.from - b.run.from)) {
    const last = strands.at(-1);
    if (last !== undefined && overlaps(last, run)) {
      last.to = Math.max(last.to, run.to);
      last.rows.add(row);
    } else
      strands.push({ from: run.from, to: run.to, size: run.size, under: [], rows: new Set([row]), may: [] });
  }
  for (const strand of strands)
    heads.forEach((head, i) => {
      if (overlaps(head, strand)) strand.under.push(i);
    });
  return strands;
}

/** The columns on either side of what stands under no head. */
const besides = (heads: readonly Extent[], strand: Strand): number[] => {
  const right = heads.findIndex((head) => head.from > strand.from);
  if (right < 0) return [heads.length - 1];
  return right === 0 ? [0] : [right - 1, right];
};

/** Leaves strands under no head the column that has its head on the other side of them, where no row forbids it. */
function lean(strands: readonly Strand[], side: Side): void {
  for (const strand of strands) {
    if (strand.under.length > 0 || strand.may.length !== 2) continue;
    const kept = side > 0 ? strand.may[0]! : strand.may[1]!;
    if (!strands.some((other) => other !== strand && isAlone(other, kept) && conflict(other, strand)))
      strand.may = [kept];
  }
  settle(strands);
}

const isAlone = (strand: Strand, column: number): boolean =>
  strand.may.length === 1 && strand.may[0] === column;

/** Whether two strands cannot be one column: some row has both. */
const conflict = (a: Strand, b: Strand): boolean => [...a.rows].some((row) => b.rows.has(row));

/** Takes away columns that another strand holds, in order from left to right, until nothing changes. */
function settle(strands: readonly Strand[]): void {
  for (let changed = true; changed; ) {
    changed = false;
    for (const strand of strands) {
      if (strand.may.length < 2 || strand.under.length > 0) continue;
      const left = strand.may.filter(
        (column) =>
          !strands.some((other) => other !== strand && isAlone(other, column) && conflict(other, strand)),
      );
      if (left.length === 0 || left.length === strand.may.length) continue;
      strand.may = left;
      changed = true;
    }
  }
}
