/**
 * Figures printed without borders, told apart only where the printed identities leave one possibility. A number has
 * no leading zero; a gap in print is a border; every cell of the row is taken to be filled.
 */

/** Rows longer than this are left alone: the ways to split them grow beyond use. */
const MAX_DIGITS = 26;
const MAX_WAYS = 64;
const WORK = 400_000;

/** Steps left for one table, so that hostile rows cannot take long. */
export interface Budget {
  left: number;
}
export const newBudget = (): Budget => ({ left: WORK });

const DIGITS = /^\d+$/;

/**
 * Every way to read `tokens` as `slots` numbers whose cell `totalAt` is the sum of the others (any numbers where
 * `totalAt` is null); null when there are too many to tell or the tokens hold anything but digits.
 */
export function splitRow(
  tokens: readonly string[],
  slots: number,
  totalAt: number | null,
  budget: Budget,
): readonly (readonly number[])[] | null {
  const text = tokens.join('');
  if (!tokens.every((t) => DIGITS.test(t)) || text.length > MAX_DIGITS) return null;
  const borders = new Set<number>();
  let at = 0;
  for (const token of tokens) {
    at += token.length;
    borders.add(at);
  }
  const ways: number[][] = [];
  const numbers: number[] = [];
  const walk = (from: number): boolean => {
    if (--budget.left < 0) return false;
    const need = slots - numbers.length;
    if (need === 0) {
      if (from === text.length && balanced(numbers, totalAt)) ways.push([...numbers]);
      return ways.length <= MAX_WAYS;
    }
    const longest = text.length - from - (need - 1);
    for (let length = need === 1 ? longest : 1; length <= longest; length++) {
      if (length > 1 && text.charCodeAt(from) === 48) break;
      if (length > 12 || crosses(borders, from, length)) break;
      numbers.push(Number(text.slice(from, from + length)));
      const go = walk(from + length);
      numbers.pop();
      if (!go) return false;
    }
    return true;
  };
  return walk(0) ? ways : null;
}

function crosses(borders: ReadonlySet<number>, from: number, length: number): boolean {
  for (let i = from + 1; i < from + length; i++) if (borders.has(i)) return true;
  return false;
}

function balanced(numbers: readonly number[], totalAt: number | null): boolean {
  if (totalAt === null) return true;
  let sum = 0;
  for (const n of numbers) sum += n;
  return sum === 2 * numbers[totalAt]!;
}

/** A row of table 三: what it may read, and its part in the identities over rows. */
export interface OpenRow {
  readonly id: string;
  readonly ways: readonly (readonly number[])[];
  /** Factor in 新收 + 结转 − 总计 − 结转下年度. */
  readonly balance: number;
  /** Factor in the sum of outcomes − 总计. */
  readonly outcome: number;
}

export interface Solved {
  /** By row the one way it can be read in every solution, null where several remain. */
  readonly rows: ReadonlyMap<string, readonly number[] | null>;
  readonly solutions: number;
  /** Columns (by position) in which no choice satisfies the identity. */
  readonly impossible: readonly { readonly rule: 'balance' | 'outcome-sum'; readonly column: number }[];
}

/** Chooses among the ways of the rows by the identities of each column; null when there are too many choices. */
export function solveRows(rows: readonly OpenRow[], columns: number, budget: Budget): Solved | null {
  const impossible: { rule: 'balance' | 'outcome-sum'; column: number }[] = [];
  for (let c = 0; c < columns; c++) {
    if (!reachable(rows, c, (r) => r.balance)) impossible.push({ rule: 'balance', column: c });
    if (!reachable(rows, c, (r) => r.outcome)) impossible.push({ rule: 'outcome-sum', column: c });
  }
  if (impossible.length > 0) return { rows: new Map(), solutions: 0, impossible };
  const order = [...rows].sort((a, b) => a.ways.length - b.ways.length);
  const sums = new Float64Array(columns * 2);
  const chosen: (readonly number[])[] = [];
  const kept = new Map<string, readonly number[] | null>();
  let solutions = 0;
  const walk = (k: number): boolean => {
    if (--budget.left < 0) return false;
    const row = order[k];
    if (row === undefined) {
      if (sums.some((s) => s !== 0)) return true;
      solutions++;
      order.forEach((r, i) => {
        const before = kept.get(r.id);
        const same = before === undefined || before?.every((v, c) => v === chosen[i]![c]) === true;
        kept.set(r.id, same ? chosen[i]! : null);
      });
      return true;
    }
    for (const way of row.ways) {
      add(sums, row, way, 1);
      chosen.push(way);
      const go = walk(k + 1);
      chosen.pop();
      add(sums, row, way, -1);
      if (!go) return false;
    }
    return true;
  };
  return walk(0) ? { rows: kept, solutions, impossible } : null;
}

function add(sums: Float64Array, row: OpenRow, way: readonly number[], sign: 1 | -1): void {
  for (let c = 0; c < way.length; c++) {
    sums[2 * c] = sums[2 * c]! + sign * row.balance * way[c]!;
    sums[2 * c + 1] = sums[2 * c + 1]! + sign * row.outcome * way[c]!;
  }
}

const MAX_SUMS = 4096;

/** Whether some choice makes the weighted sum of one column zero; true when there are too many sums to follow. */
function reachable(rows: readonly OpenRow[], column: number, weight: (row: OpenRow) => number): boolean {
  let sums = new Set<number>([0]);
  for (const row of rows) {
    const w = weight(row);
    if (w === 0) continue;
    const next = new Set<number>();
    for (const value of new Set(row.ways.map((way) => way[column]!)))
      for (const sum of sums) next.add(sum + w * value);
    if (next.size > MAX_SUMS) return true;
    sums = next;
  }
  return sums.has(0);
}

/**
 * Every way to read the figures of table 四 as three blocks of five, each summing up to its last; null when too
 * many. `any`: whether some way ignores the sums.
 */
export function splitBlocks(
  tokens: readonly string[],
  blocks: number,
  budget: Budget,
): readonly (readonly number[])[] | null {
  const text = tokens.join('');
  if (!tokens.every((t) => DIGITS.test(t)) || text.length > MAX_DIGITS * 3) return null;
  const borders = new Set<number>();
  let at = 0;
  for (const token of tokens) {
    at += token.length;
    borders.add(at);
  }
  const ways: number[][] = [];
  const dead = new Set<number>();
  const numbers: number[] = [];
  const walk = (from: number, k: number, sum: number): boolean => {
    if (--budget.left < 0) throw TOO_MUCH;
    if (k === blocks * 5) {
      if (from !== text.length) return false;
      ways.push([...numbers]);
      return true;
    }
    const key = k % 5 === 0 ? from * 64 + k : -1;
    if (key >= 0 && dead.has(key)) return false;
    const last = k % 5 === 4;
    let found = false;
    const longest = Math.min(9, text.length - from - (blocks * 5 - 1 - k));
    for (let length = 1; length <= longest; length++) {
      if (length > 1 && text.charCodeAt(from) === 48) break;
      if (crosses(borders, from, length)) break;
      const value = Number(text.slice(from, from + length));
      if (last && value > sum) break;
      if (last && value !== sum) continue;
      numbers.push(value);
      if (walk(from + length, k + 1, last ? 0 : sum + value)) found = true;
      numbers.pop();
      if (ways.length > MAX_WAYS) throw TOO_MUCH;
    }
    if (!found && key >= 0) dead.add(key);
    return found;
  };
  try {
    walk(0, 0, 0);
  } catch (error) {
    if (error === TOO_MUCH) return null;
    throw error;
  }
  return ways;
}

const TOO_MUCH = Symbol('too many ways');
