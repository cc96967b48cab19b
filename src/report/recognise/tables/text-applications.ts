import type { AnnualForm } from '../../../law/forms/index.ts';
import { noteLabels } from './application-labels.ts';
import type { ApplicationRow } from './application-row.ts';
import { keepRows } from './application-rows.ts';
import { fromTheTop, WHOLE } from './application-runs.ts';
import { type ColumnOrder, columnOrder, standardColumns } from './columns.ts';
import type { Draft } from './draft.ts';
import { wordsOf } from './form-words.ts';
import { placedOrder } from './head-places.ts';
import { applicationIndex, type Pattern } from './patterns.ts';
import { readInside, readStretch, type Stretch } from './text-cells.ts';
import {
  clusters,
  findMissing,
  firstHitFrom,
  GAP,
  isSaid,
  longestChain,
  toldInProse,
  wholeLabel,
  wrapsFigures,
} from './text-chain.ts';
import { hasStrayFigures } from './text-order.ts';
import type { Hit, TextSource } from './text-source.ts';
import { type LineStyle, lineCounts, lineStyle } from './text-style.ts';

/** Stretch of the raw text that a table takes up. */
export interface TableSpan {
  readonly start: number;
  readonly end: number;
}

/** Reads table 三 of a text, all of them where several stand there, into the draft; returns where they stand. */
export function readTextApplications(source: TextSource, draft: Draft): readonly TableSpan[] {
  const relevant = source.hits.filter(
    (h) =>
      h.pattern.table === 'applications' &&
      (h.pattern.kind === 'row' || h.pattern.kind === 'group') &&
      !isSaid(source, h),
  );
  const runs = clusters(relevant, GAP)
    .flatMap(fromTheTop)
    .map((run) => longestChain(run))
    .filter((chain) => new Set(chain.map((h) => h.pattern.id)).size >= 4 && !toldInProse(source, chain));
  if (runs.length === 0) return [];
  const size = (chain: readonly Hit[]): number => new Set(chain.map((h) => h.pattern.id)).size;
  const most = Math.max(...runs.map(size));
  const whole = runs.filter((run) => size(run) >= Math.max(WHOLE, 0.6 * most));
  const mains = whole.length > 0 ? whole : [runs.find((run) => size(run) === most)!];
  draft.copies = Math.max(draft.copies, mains.length);
  draft.several = mains.length > 1;
  return mains.map((main) => readOne(source, draft, main));
}

function readOne(source: TextSource, draft: Draft, main: readonly Hit[]): TableSpan {
  const head = headHits(source, main[0]!);
  const hits = completed(source, draft.form, main);
  const rows = rowsOf(source, hits);
  const start = (head[0] ?? rows[0]?.hit ?? main[0]!).start;
  const span = {
    start,
    end: rows.reduce((end, r) => Math.max(end, r.hit.end, stretchEnd(r.stretch)), start),
  };
  const flow = /[|\t]/.test(source.raw.slice(start, span.end)) || isCellPerLine(source.raw, start, span.end);
  const labels = head
    .filter((h) => h.pattern.kind === 'column' || h.pattern.id === 'organisation')
    .map((h) => h.pattern.id);
  const order = placedOrder(source, head, columnOrder(labels, flow));
  const strange = strangeLetters(source, head, rows[0]?.hit.from ?? main[0]!.from);
  const columns = measure(source, rows, order, span, strange === '');
  const stray = head.length > 0 && hasStrayFigures(source.raw, head.at(-1)!.end, rows[0]?.hit.start ?? start);
  keepRows(source, draft, rows, columns, { complete: order.kind === 'order' && order.complete, stray });
  noteLabels(source, draft, rows, columns, strange);
  draft.found.applications = 'found';
  draft.copies = Math.max(draft.copies, copiesOf(rows));
  return { start, end: rows.reduce((end, r) => Math.max(end, r.hit.end, stretchEnd(r.stretch)), start) };
}

const stretchEnd = (s: Stretch): number => {
  const cells = s.kind === 'cells' ? s.cells : s.kind === 'tokens' ? s.tokens : [];
  return cells.reduce((end, c) => Math.max(end, c.start + c.text.length), 0);
};

const isCellPerLine = (raw: string, from: number, to: number): boolean => {
  const { filled, single } = lineCounts(raw, from, to);
  return filled > 60 && single > filled * 0.97;
};

/** Head labels before the first row, the note included. */
function headHits(source: TextSource, first: Hit): Hit[] {
  const at = firstHitFrom(source.hits, first.from);
  const head: Hit[] = [];
  let from = first.from;
  for (let i = at - 1; i >= 0; i--) {
    const hit = source.hits[i]!;
    if (from - hit.to > 130 || hit.pattern.table === null || hit.pattern.table === 'appeals') break;
    if (isSaid(source, hit)) break;
    if (hit.pattern.table === 'applications') head.unshift(hit);
    else break;
    from = hit.from;
  }
  return head;
}

/** The labels of the form that a table with these rows lacks. */
function missingLabels(form: AnnualForm, hits: readonly Hit[]): readonly Pattern[] {
  const present = new Set(hits.map((h) => h.pattern.id));
  return wordsOf(form).applicationLabels.filter((p) => !present.has(p.id));
}

/** The chain with damaged labels, 3.其他 and （七）总计 found in its gaps. */
function completed(source: TextSource, form: AnnualForm, chain: readonly Hit[]): Hit[] {
  const { applicationRows } = wordsOf(form);
  const hits = chain.map((h) => {
    const row = h.pattern.whole ? undefined : applicationRows.get(h.pattern.id);
    return row ? wholeLabel(source, h, row.label) : h;
  });
  const wanted = missingLabels(form, hits);
  if (wanted.length === 0) return withShortLabels(source, form, hits);
  const out: Hit[] = [];
  const first = hits[0]!;
  const before = wanted.filter((p) => p.index < first.pattern.index);
  if (before.length > 0) out.push(...findMissing(source, before, Math.max(0, first.from - 120), first.from));
  hits.forEach((hit, i) => {
    out.push(hit);
    const next = hits.find((h, k) => k > i && h.pattern.index > hit.pattern.index);
    const until = next ? next.from : tailEnd(source, hit);
    const upper = next ? next.pattern.index : Number.POSITIVE_INFINITY;
    const last = hits[i + 1]?.pattern.index !== hit.pattern.index;
    const repeated = hits.some((h, k) => k < i && h.pattern.index === hit.pattern.index);
    const gap = repeated && last ? [] : wanted.filter((p) => p.index > hit.pattern.index && p.index < upper);
    if (gap.length > 0 && until > hit.to) out.push(...findMissing(source, gap, hit.to, until));
  });
  return withShortLabels(source, form, out);
}

/** Letter where a table that ends with this hit must be over. */
function tailEnd(source: TextSource, hit: Hit): number {
  const next = source.hits[firstHitFrom(source.hits, hit.to)];
  const limit = Math.min(source.letters.length, hit.to + 80);
  return next && next.pattern.kind === 'section' ? Math.min(limit, next.from) : limit;
}

/** 其他 and 总计 head columns too; as rows they stand right where the form has them. */
function withShortLabels(source: TextSource, form: AnnualForm, hits: readonly Hit[]): Hit[] {
  const out = [...hits];
  const short: readonly (readonly [string, string, string])[] = [
    ['other.misc', 'otherOrg', '3'],
    ['other', 'otherOrg', '六'],
    ['concluded', 'total', '七'],
  ];
  for (const [id, column, ordinal] of short) {
    if (!wordsOf(form).applicationRows.has(id) || out.some((h) => h.pattern.id === id)) continue;
    const index = applicationIndex(id);
    const group = out.find((h) => h.pattern.id === 'other' && h.pattern.kind === 'group');
    if (id === 'other' && group) {
      out[out.indexOf(group)] = { ...group, pattern: { ...group.pattern, kind: 'row', index } };
      continue;
    }
    const before = out.findLast((h) => h.pattern.index < index);
    const after = out.find((h) => h.pattern.index > index);
    if (!before) continue;
    const from = firstHitFrom(source.hits, before.to);
    for (let i = from; i < source.hits.length; i++) {
      const hit = source.hits[i]!;
      if ((after && hit.from >= after.from) || hit.from - before.to > 80) break;
      if (hit.pattern.id !== column || hit.pattern.kind !== 'column') continue;
      if (!standsAlone(source, hit)) continue;
      const pattern = { ...hit.pattern, kind: 'row' as const, id, index, ordinal, whole: true };
      const made: Hit = {
        ...hit,
        pattern,
        fuzzy: id === 'other',
      };
      const place = after ? out.indexOf(after) : out.length;
      out.splice(place, 0, made);
      break;
    }
  }
  return out;
}

/** Whether the label ends where its letters do: white space, a separator or a figure follows. */
function standsAlone(source: TextSource, hit: Hit): boolean {
  return (source.origin[hit.to] ?? source.raw.length) > hit.end;
}

function rowsOf(source: TextSource, hits: readonly Hit[]): ApplicationRow[] {
  const rows: ApplicationRow[] = [];
  hits.forEach((hit, i) => {
    if (hit.pattern.id === 'results') return;
    const following = source.hits[firstHitFrom(source.hits, hit.to)];
    const next = hits[i + 1];
    const until = Math.min(following?.start ?? source.raw.length, next?.start ?? source.raw.length);
    rows.push({
      id: hit.pattern.id,
      hit,
      until: Math.max(until, hit.end),
      stretch: { kind: 'none', firm: false },
    });
  });
  return rows;
}

function readAll(
  source: TextSource,
  rows: readonly ApplicationRow[],
  slots: number,
  style: LineStyle,
): number {
  let full = 0;
  for (const row of rows) {
    const inside = wrapsFigures(source, row.hit);
    row.stretch = inside
      ? readInside(source.raw, source.origin[row.hit.from]!, row.until, slots)
      : readStretch(source.raw, row.hit.end, row.until, slots, style);
    if (row.stretch.kind === 'cells' && row.stretch.cells.some((c) => c.text !== '')) full++;
  }
  return full;
}

/** Words that a head may hold beside the form's labels and the printed note. */
const BESIDE = /为第一项加第二项之和等于第三项加第四项之和|类别|项目|序号|备注|内容|单位|件|数量|表格|表/g;

/** Letters of the head that belong to none of its labels. */
function strangeLetters(source: TextSource, head: readonly Hit[], to: number): string {
  const first = head[0];
  if (first === undefined) return '';
  let at = first.from;
  const parts: string[] = [];
  for (const hit of head) {
    parts.push(source.letters.slice(at, Math.max(at, hit.from)));
    at = hit.to;
  }
  parts.push(source.letters.slice(at, to).replace(/[一三]$/, ''));
  return parts.join(' ').replace(BESIDE, '').trim();
}

/** The most figures that any row holds. */
const mostFigures = (rows: readonly ApplicationRow[]): number =>
  rows.reduce((most, { stretch }) => {
    const cells = stretch.kind === 'cells' ? stretch.cells : stretch.kind === 'tokens' ? stretch.tokens : [];
    return Math.max(most, cells.filter((c) => c.text !== '').length);
  }, 0);

/**
 * Reads the rows with as many slots as head and rows agree on; returns the columns, null where they disagree. With
 * a head that is not whole, seven filled cells in some row tell that all columns are there; fewer may mean a
 * missing column or blank cells, which only a head without damage decides.
 */
function measure(
  source: TextSource,
  rows: readonly ApplicationRow[],
  order: ColumnOrder,
  span: TableSpan,
  clear: boolean,
): readonly string[] | null {
  const style = lineStyle(source.raw, span.start, rows.at(-1)?.until ?? span.end);
  const all = standardColumns.length;
  readAll(source, rows, all, style);
  if (order.kind === 'contradictory') return null;
  if (order.kind === 'order' && order.complete) return order.columns;
  const most = mostFigures(rows);
  if (most === 0 || most === all || (most === 1 && order.columns.length === 0)) return standardColumns;
  const fewer = order.columns;
  const whole = fewer.includes('naturalPerson') && fewer.includes('total') && clear;
  if (!whole || fewer.length < 3 || most > fewer.length) return null;
  readAll(source, rows, fewer.length, style);
  return fewer;
}

/** How many times the table stands in the text: rows told more than once with cells. */
function copiesOf(rows: readonly ApplicationRow[]): number {
  const times = new Map<string, number>();
  for (const row of rows)
    if (row.stretch.kind !== 'none' && row.hit.pattern.kind === 'row')
      times.set(row.id, (times.get(row.id) ?? 0) + 1);
  const repeated = [...times.values()].filter((n) => n > 1).length;
  return times.size === 0 ? 0 : repeated * 2 > times.size ? 2 : 1;
}
