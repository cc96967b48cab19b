import type { Run } from './pdf-aligned-runs.ts';
import { joinLines } from './pdf-lines.ts';
import { type Box, union } from './pdf-matrix.ts';

/** Depth of a label by its number: 一、 then （一） then 1. */
export type Depth = 0 | 1 | 2;

/** A label in the stub of a table, over all of its lines. */
export interface Label {
  readonly depth: Depth;
  readonly number: number;
  text: string;
  readonly from: number;
  readonly page: number;
  box: Box;
  readonly runs: Run[];
}

const ORDINALS = [/^([一二三四])、/, /^[（(]([一二三四五六七])/, /^(\d)[.．、](?!\d)/] as const;
/** Lines of one label follow one another within this many type sizes. */
const FOLLOWS = 2;
/** Lines of one label begin at one place within this part of the type size. */
const SAME_START = 0.35;

/** The label a run begins, or null. */
export function labelOf(run: Run): Label | null {
  for (const depth of [0, 1, 2] as const) {
    const sign = ORDINALS[depth].exec(run.text)?.[1];
    if (sign === undefined) continue;
    const number = depth === 2 ? Number(sign) : '一二三四五六七'.indexOf(sign) + 1;
    const { text, from, page, box } = run;
    return { depth, number, text, from, page, box, runs: [run] };
  }
  return null;
}

/** Labels of a stub while its lines are met from the top. */
export class Stub {
  readonly labels: Label[] = [];
  readonly #open: (Label | null)[] = [null, null, null];

  /** Adds a run: false where it begins no label and goes on with none, or with two. */
  add(run: Run): boolean {
    const begun = labelOf(run);
    if (begun !== null) {
      this.#open[begun.depth] = begun;
      this.labels.push(begun);
      return true;
    }
    const over = this.#open.filter((label) => label !== null && goesOn(label, run)) as Label[];
    if (over.length !== 1) return false;
    const label = over[0]!;
    label.text = joinLines(label.text, run.text);
    if (label.page === run.page) label.box = union(label.box, run.box);
    label.runs.push(run);
    return true;
  }
}

function goesOn(label: Label, run: Run): boolean {
  const last = label.runs.at(-1)!;
  if (Math.abs(run.from - label.from) > SAME_START * run.size) return false;
  return last.page !== run.page || run.base - last.base < FOLLOWS * run.size;
}

/** Whether a height on a page lies between the first and the last line of a label. */
export function isBeside(label: Label, page: number, base: number): boolean {
  const lines = label.runs.filter((run) => run.page === page);
  const slack = 0.6 * label.runs[0]!.size;
  return lines.length > 0 && base > lines[0]!.base - slack && base < lines.at(-1)!.base + slack;
}

/** A row of the table's body: its own label, and how it is grouped. */
export interface Leaf {
  readonly label: Label;
  readonly group: Label | null;
}

/**
 * The rows of the statutory third table: 一、二、 then （一） to （七） under 三、 of which those from （三） on are
 * groups as often as the items begin anew at 1, then 四、. Null where the labels are not these in this order.
 */
export function leavesOf(labels: readonly Label[]): Leaf[] | null {
  const [parts, results, items] = ([0, 1, 2] as const).map((depth) =>
    labels.filter((one) => one.depth === depth),
  );
  const isSeries = (list: readonly Label[], count: number): boolean =>
    list.length === count && list.every((label, i) => label.number === i + 1);
  if (!isSeries(parts!, 4) || !isSeries(results!, 7)) return null;
  const leaves: Leaf[] = [parts![0]!, parts![1]!, results![0]!, results![1]!].map((label) => ({
    label,
    group: null,
  }));
  let at = 1;
  let number = 0;
  for (const label of items!) {
    if (label.number === 1) {
      at++;
      number = 0;
    }
    const group = results![at];
    if (label.number !== ++number || at < 2 || at > 5 || group === undefined) return null;
    leaves.push({ label, group });
  }
  for (const label of results!.slice(at + 1)) leaves.push({ label, group: null });
  leaves.push({ label: parts![3]!, group: null });
  return at < 2 ? null : leaves;
}
