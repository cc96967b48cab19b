import type { Rule } from './pdf-page.ts';

/** Rules that touch one another: the lines of one table. */
export interface Ruling {
  readonly level: readonly Rule[];
  readonly upright: readonly Rule[];
}

/** More lines than this on a page are a drawing. */
const MOST_RULES = 60_000;
/** After joining, more crossings to look at than this are a drawing. */
const MOST_CROSSINGS = 1_500_000;
/** Lines drawn in pieces or dots this far apart are one. */
const GAP = 2.2;
/** Joined lines shorter than this rule nothing. */
const SHORTEST = 4;
/** Pieces of one line lie on one coordinate within this. */
const SAME = 0.4;

/** Pieces of lines on one coordinate joined where they touch or overlap. */
function joined(rules: Rule[]): Rule[] {
  rules.sort((a, b) => a.at - b.at);
  const out: Rule[] = [];
  for (let i = 0; i < rules.length; ) {
    const start = i;
    while (i < rules.length && rules[i]!.at - rules[start]!.at <= SAME) i++;
    const group = rules.slice(start, i).sort((a, b) => a.from - b.from);
    let open: { level: boolean; at: number; from: number; to: number } | null = null;
    for (const rule of group) {
      if (open !== null && rule.from <= open.to + GAP) open.to = Math.max(open.to, rule.to);
      else {
        if (open !== null) out.push(open);
        open = { ...rule };
      }
    }
    if (open !== null) out.push(open);
  }
  return out.filter((rule) => rule.to - rule.from >= SHORTEST);
}

class Sets {
  readonly #parent: Int32Array;
  constructor(size: number) {
    this.#parent = Int32Array.from({ length: size }, (_, i) => i);
  }
  of(i: number): number {
    while (this.#parent[i] !== i) {
      this.#parent[i] = this.#parent[this.#parent[i]!]!;
      i = this.#parent[i]!;
    }
    return i;
  }
  join(a: number, b: number): void {
    this.#parent[this.of(a)] = this.of(b);
  }
}

/**
 * The lines of a page in groups that touch, within `reach` points. Groups of level lines only come too: a table
 * may be ruled between its rows alone.
 */
export function rulingsOf(rules: readonly Rule[], reach: number): Ruling[] {
  if (rules.length > MOST_RULES) return [];
  const level = joined(rules.filter((rule) => rule.level));
  const upright = joined(rules.filter((rule) => !rule.level));
  if (level.length * upright.length > MOST_CROSSINGS) return [];
  const sets = new Sets(level.length + upright.length);
  level.forEach((row, i) => {
    upright.forEach((column, j) => {
      const touches =
        column.at >= row.from - reach &&
        column.at <= row.to + reach &&
        row.at >= column.from - reach &&
        row.at <= column.to + reach;
      if (touches) sets.join(i, level.length + j);
    });
  });
  const groups = new Map<number, { level: Rule[]; upright: Rule[] }>();
  const groupOf = (i: number) => {
    const root = sets.of(i);
    const group = groups.get(root) ?? { level: [], upright: [] };
    groups.set(root, group);
    return group;
  };
  level.forEach((rule, i) => {
    groupOf(i).level.push(rule);
  });
  upright.forEach((rule, j) => {
    groupOf(level.length + j).upright.push(rule);
  });
  return [...groups.values()];
}

/** Coordinates closer than `reach` taken as one, in ascending order. */
export function clustered(values: readonly number[], reach: number): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const out: number[] = [];
  let sum = 0;
  let count = 0;
  let first = 0;
  for (const value of sorted) {
    if (count > 0 && value - first > reach) {
      out.push(sum / count);
      sum = count = 0;
    }
    if (count === 0) first = value;
    sum += value;
    count++;
  }
  if (count > 0) out.push(sum / count);
  return out;
}
