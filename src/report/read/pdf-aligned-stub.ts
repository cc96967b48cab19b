import { annualForms } from '../../law/forms/index.ts';
import { lettersIn, type Run } from './pdf-aligned-runs.ts';
import { joinLines } from './pdf-lines.ts';
import { type Box, union } from './pdf-matrix.ts';

/** Depth of a label by its number: 一、 then （一） then 1. */
export type Depth = 0 | 1 | 2;

/** A label in the stub of a table, over all of its lines. */
export interface Label {
  readonly depth: Depth;
  readonly number: number;
  text: string;
  readonly page: number;
  box: Box;
  readonly runs: Run[];
}

const ORDINALS = [/^([一二三四])、/, /^[（(]([一二三四五六七])/, /^(\d)[.．、](?!\d)/] as const;
/** Where another label begins within a run: cells so close that no gap parts them. */
const NEXT = /(?<=.)(?=[（(][一二三四五六七][）)]|\d[.．、]\D)/;
/** Lines of one label follow one another within this many type sizes. */
const FOLLOWS = 2.6;
/** What goes on with a label on its line comes within this many type sizes. */
const BESIDE = 1.2;

/** Labels of the form's rows by depth and number, letters only. */
const known = new Map<string, string[]>();
for (const { applicationRows } of Object.values(annualForms))
  for (const label of [
    '三、本年度办理结果',
    ...applicationRows.flatMap((row) => [row.label, row.group ?? '']),
  ])
    ORDINALS.forEach((ordinal, depth) => {
      const sign = ordinal.exec(label)?.[1];
      if (sign === undefined) return;
      const key = `${depth} ${numberOf(sign)}`;
      known.set(key, [...(known.get(key) ?? []), lettersIn(label)]);
    });

function numberOf(sign: string): number {
  return /\d/.test(sign) ? Number(sign) : '一二三四五六七'.indexOf(sign) + 1;
}

/** The label a run begins, or null. */
export function labelOf(run: Run): Label | null {
  for (const depth of [0, 1, 2] as const) {
    const sign = ORDINALS[depth].exec(run.text)?.[1];
    if (sign === undefined) continue;
    const { text, page, box } = run;
    return { depth, number: numberOf(sign), text, page, box, runs: [run] };
  }
  return null;
}

/** The parts of a run in which labels follow one another without a gap; their places are by the share of characters. */
function partsOf(run: Run): Run[] {
  const texts = run.text.split(NEXT);
  if (texts.length === 1) return [run];
  const each = (run.to - run.from) / run.text.length;
  let at = run.from;
  return texts.map((text) => {
    const [from, to] = [at, at + each * text.length];
    at = to;
    return { ...run, text, from, to, box: [from, run.box[1], to, run.box[3]] };
  });
}

/** Whether label and run together begin a label of the form with that number. */
function isKnown(label: Label, run: Run): boolean {
  const letters = lettersIn(label.text) + lettersIn(run.text);
  return known.get(`${label.depth} ${label.number}`)?.some((text) => text.startsWith(letters)) === true;
}

/** Whether a label says all that the form has of it. */
const isWhole = (label: Label): boolean =>
  known.get(`${label.depth} ${label.number}`)?.includes(lettersIn(label.text)) === true;

/** How near a run is to the end of a label that it may go on with; infinite where it cannot. */
function distance(label: Label, run: Run): number {
  const last = label.runs.at(-1)!;
  if (last.page !== run.page)
    return overlapsAny(label, run) && !isWhole(label) ? 0.5 : Number.POSITIVE_INFINITY;
  const down = (run.base - last.base) / run.size;
  const beside = (run.from - last.to) / run.size;
  if (Math.abs(down) < 0.15) return beside > -0.2 && beside < BESIDE ? beside : Number.POSITIVE_INFINITY;
  return down > 0 && down < FOLLOWS && overlapsAny(label, run) ? down : Number.POSITIVE_INFINITY;
}

const overlapsAny = (label: Label, run: Run): boolean =>
  label.runs.some((one) => one.from < run.to && one.to > run.from);

/** Labels of a stub while its runs are met from the top. */
export class Stub {
  readonly labels: Label[] = [];
  readonly #open: (Label | null)[] = [null, null, null];

  /** Adds a run: false where it begins no label and goes on with none, or with two. */
  add(run: Run): boolean {
    return partsOf(run).every((part) => this.#add(part));
  }

  #add(run: Run): boolean {
    const begun = labelOf(run);
    if (begun !== null) {
      this.#open[begun.depth] = begun;
      this.labels.push(begun);
      return true;
    }
    const label = this.#continued(run);
    if (label === null) return false;
    label.text = joinLines(label.text, run.text);
    if (label.page === run.page) label.box = union(label.box, run.box);
    label.runs.push(run);
    return true;
  }

  #continued(run: Run): Label | null {
    const near = this.#open
      .filter((label) => label !== null)
      .map((label) => ({ label, by: distance(label, run) }))
      .filter(({ by }) => Number.isFinite(by));
    const told = near.filter(({ label }) => isKnown(label, run));
    const [first, second] = (told.length > 0 ? told : near).sort((a, b) => a.by - b.by);
    if (first === undefined || (second !== undefined && second.by - first.by < 0.3)) return null;
    return first.label;
  }
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
  if (!isSeries(inSeries(parts!), 4) || !isSeries(results!, 7)) return null;
  const outer = inSeries(parts!);
  const leaves: Leaf[] = [outer[0]!, outer[1]!, results![0]!, results![1]!].map((label) => ({
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
  leaves.push({ label: outer[3]!, group: null });
  return at < 2 ? null : leaves;
}

/** 三、 stands beside all rows of its part, wherever in their height. */
const inSeries = (parts: readonly Label[]): Label[] => [...parts].sort((a, b) => a.number - b.number);
