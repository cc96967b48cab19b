import type { Place } from '../../../domain/annual/report.ts';
import { lettersOf } from './fold.ts';
import type { Grid } from './grid.ts';
import type { Pattern } from './patterns.ts';
import { hitAt, placeOf, type TextSource } from './text-source.ts';
import { looksLikeValue } from './value.ts';

/** A label to be met in a fixed order. */
export interface OrderedLabel {
  readonly id: string;
  readonly letters: string;
  readonly ordinal: string;
  readonly unit: string | null;
}

/** Figures printed after a label, with their place; `blank` where cells stand there without any. */
export interface OrderedRow {
  readonly id: string;
  /** `attached`: printed right after a letter, so that figures may be glued. */
  readonly figures: readonly {
    readonly text: string;
    readonly at: Place | null;
    readonly attached: boolean;
  }[];
  readonly at: Place | null;
  /** The printed label with what stands before the unit. */
  readonly label: string;
}

const WINDOW = 160;

const HEAD = /^(?:其中[：:]?)?(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|(\d)[.、])?/;

/** Label without its ordinal and 其中, for search by letters. */
export function orderedLabel(id: string, label: string, unit: string | null): OrderedLabel {
  const head = HEAD.exec(label)!;
  return { id, letters: lettersOf(label.slice(head[0].length)), ordinal: head[1] ?? '', unit };
}

const pattern = (label: OrderedLabel): Pattern => ({
  letters: label.letters,
  table: null,
  kind: 'row',
  id: label.id,
  index: 0,
  ordinal: label.ordinal,
  whole: true,
});

/** Rows of a text whose labels follow each other in the given order, from a letter on; and where they end. */
export function orderedTextRows(
  source: TextSource,
  labels: readonly OrderedLabel[],
  from: number,
): { readonly rows: readonly OrderedRow[]; readonly start: number; readonly end: number } {
  const hits: { label: OrderedLabel; start: number; end: number }[] = [];
  let cursor = from;
  for (const label of labels) {
    const at = source.letters.slice(cursor, cursor + WINDOW + label.letters.length).indexOf(label.letters);
    if (at < 0) continue;
    const hit = hitAt(source, pattern(label), cursor + at, cursor + at + label.letters.length, false);
    hits.push({ label, start: hit.start, end: hit.end });
    cursor = hit.to;
  }
  let end = hits.at(-1)?.end ?? 0;
  const rows = hits.map(({ label, start, end: labelEnd }, i) => {
    const until = hits[i + 1]?.start ?? lineEnds(source.raw, labelEnd, 4);
    const figures = figuresAfter(source, labelEnd, until, label.unit);
    for (const f of figures) end = Math.max(end, f.end);
    return {
      id: label.id,
      figures: figures.map((f) => ({
        text: f.text,
        at: placeOf(source, f.start, f.text.length),
        attached: f.start > 0 && !BOUND.test(source.raw[f.start - 1]!),
      })),
      at: placeOf(source, start, labelEnd - start),
      label: source.raw.slice(start, labelEnd).replace(/\s+/g, ''),
    };
  });
  return { rows, start: hits[0]?.start ?? 0, end };
}

/** End of the `count`-th line from a position. */
function lineEnds(raw: string, from: number, count: number): number {
  let at = from;
  for (let i = 0; i < count && at < from + 200; ) {
    const next = raw.indexOf('\n', at);
    if (next < 0) return raw.length;
    if (/[^\s|]/.test(raw.slice(at, next))) i++;
    at = next + 1;
  }
  return Math.min(at, from + 200);
}

const NOTE = /[（(][^（）()]{0,60}[）)]/g;
const FIGURE = /[+\-－]?[\d０-９][\d０-９,，.．]*/g;
const BOUND = /[\s|\t]/;

/** Figures between a label and the next one, notes in brackets left out, up to the first other text after them. */
function figuresAfter(
  source: TextSource,
  from: number,
  to: number,
  unit: string | null,
): { text: string; start: number; end: number }[] {
  const text = source.raw.slice(from, Math.min(to, from + 400)).replace(NOTE, (m) => ' '.repeat(m.length));
  const unitAt = unit === null ? -1 : text.indexOf(unit);
  const begin = unitAt < 0 ? 0 : unitAt + unit!.length;
  const out: { text: string; start: number; end: number }[] = [];
  FIGURE.lastIndex = begin;
  let last = begin;
  for (let found = FIGURE.exec(text); found !== null; found = FIGURE.exec(text)) {
    const between = text.slice(last, found.index);
    if (out.length > 0 && lettersOf(between) !== '') break;
    const before = text[found.index - 1];
    if (out.length === 0 && unitAt < 0 && before !== undefined && !BOUND.test(before)) break;
    out.push({ text: found[0], start: from + found.index, end: from + found.index + found[0].length });
    last = found.index + found[0].length;
  }
  return out;
}

const HEADS = /统计指标|指标名称|计量单位|单位|指标/g;
const ONE_COLUMN = /^(?:年度?|统计数|统计数字|数量|数值|数据|本年度?数?|当年数?)?$/;

/** How many columns of figures the head names: 2 with a running total, 1 with one, null where it does not tell. */
export function figureColumns(headLetters: string): 1 | 2 | null {
  const rest = headLetters.replace(HEADS, '');
  if (rest.includes('累计')) return 2;
  return ONE_COLUMN.test(rest) ? 1 : null;
}

/** The same for a printed grid: labels in order, the figures in the cells right of each. */
export function orderedGridRows(
  grid: Grid,
  labels: readonly OrderedLabel[],
  first = 0,
): readonly OrderedRow[] {
  const rows: OrderedRow[] = [];
  let next = first;
  for (const [index, row] of grid.rows.entries()) {
    const cell = row.find((c) => c.row === index && c.letters.length > 2);
    if (cell === undefined) continue;
    const at = labels.findIndex(
      (l, i) =>
        i >= next &&
        i < next + 12 &&
        cell.letters.includes(l.letters) &&
        cell.letters.length <= l.letters.length + 40,
    );
    if (at < 0) continue;
    next = at + 1;
    const figures = row
      .filter((c) => c.column >= cell.columnEnd && looksLikeValue(c.text, false))
      .map((c) => ({ text: c.text.trim(), at: c.at, attached: false }));
    rows.push({ id: labels[at]!.id, figures, at: cell.at, label: cell.text.replace(/\s+/g, '') });
  }
  return rows;
}
