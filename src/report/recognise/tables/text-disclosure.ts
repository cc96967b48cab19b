import type { DisclosureBand } from '../../../law/forms/index.ts';
import { type Draft, keepBlank, keepText, keepUnreadable } from './draft.ts';
import { lettersOf } from './fold.ts';
import { allPatterns } from './patterns.ts';
import type { TableSpan } from './text-applications.ts';
import { readInside, readStretch, type Stretch } from './text-cells.ts';
import {
  clusters,
  findMissing,
  firstHitFrom,
  longestChain,
  printedLabel,
  wrapsFigures,
} from './text-chain.ts';
import { noteHeads } from './text-heads.ts';
import { type Hit, placeOf, type TextSource } from './text-source.ts';
import { type LineStyle, lineStyle } from './text-style.ts';
import type { HeadUnit } from './value.ts';

interface Row {
  readonly id: string;
  readonly hit: Hit;
  readonly band: DisclosureBand;
  readonly columns: readonly string[] | null;
  readonly unit: HeadUnit;
  readonly stretch: Stretch;
}

const GAP = 60;
const isAnchor = (h: Hit): boolean => h.pattern.kind === 'column' || h.pattern.kind === 'band';

/** Reads table 二 of a text into the draft; null when it is not there. */
export function readTextDisclosure(source: TextSource, draft: Draft): TableSpan | null {
  const run = mainRun(source);
  if (run === null) return null;
  const first = run.find((h) => isAnchor(h) || h.pattern.kind === 'block')!;
  const chain = longestChain(run.filter((h) => h.pattern.kind === 'row' && h.from > first.from));
  const hits = completed(source, draft, chain, first);
  if (hits.length === 0) return null;
  const style = lineStyle(source.raw, first.start, lineEnd(source.raw, hits.at(-1)!.end));
  const rows = hits
    .map((hit, i) => readRow(source, draft, hit, hits[i - 1]?.to ?? first.from, style))
    .filter((r) => r !== null);
  const withValues = new Set(rows.filter((r) => r.stretch.kind !== 'none').map((r) => r.id));
  const kept = rows.filter((r) => r.stretch.kind !== 'none' || !withValues.has(r.id));
  for (const row of kept) keepRow(source, draft, row, kept);
  noteRows(source, draft, kept);
  draft.found.disclosure = 'found';
  const end = kept.reduce(
    (e, r) => Math.max(e, r.hit.end, ...cellsOf(r.stretch).map((c) => c.start + c.text.length)),
    first.end,
  );
  return { start: first.start, end };
}

/** End of the line that holds a position. */
function lineEnd(raw: string, at: number): number {
  const next = raw.indexOf('\n', at);
  return next < 0 ? raw.length : next;
}

const cellsOf = (s: Stretch) => (s.kind === 'cells' ? s.cells : s.kind === 'tokens' ? s.tokens : []);

/** The run of labels of table 二 that has most heads and rows. */
function mainRun(source: TextSource): Hit[] | null {
  const runs = clusters(
    source.hits.filter((h) => h.pattern.table === 'disclosure'),
    GAP,
  ).filter(
    (run) =>
      run.some(isAnchor) &&
      new Set(run.filter((h) => h.pattern.kind === 'row').map((h) => h.pattern.id)).size >= 2,
  );
  const weight = (run: readonly Hit[]): number => new Set(run.map((h) => h.pattern.letters)).size;
  return runs.length === 0 ? null : runs.reduce((a, b) => (weight(b) > weight(a) ? b : a));
}

function completed(source: TextSource, draft: Draft, chain: readonly Hit[], first: Hit): Hit[] {
  const ids = new Set(draft.form.bands.flatMap((b) => b.rows.map((r) => r.id)));
  const own = chain.filter((h) => ids.has(h.pattern.id));
  const present = new Set(own.map((h) => h.pattern.id));
  const wanted = allPatterns.filter(
    (p) => p.table === 'disclosure' && p.kind === 'row' && ids.has(p.id) && !present.has(p.id),
  );
  if (wanted.length === 0) return own;
  const out: Hit[] = [];
  let from = first.to;
  let lower = -1;
  for (const hit of [...own, null]) {
    const upper = hit?.pattern.index ?? Number.POSITIVE_INFINITY;
    const gap = wanted.filter((p) => p.index > lower && p.index < upper);
    const to = hit?.from ?? Math.min(source.letters.length, from + 40, nextSection(source, from));
    if (gap.length > 0 && to > from) out.push(...findMissing(source, gap, from, to));
    if (hit === null) break;
    out.push(hit);
    from = hit.to;
    lower = hit.pattern.index;
  }
  return out;
}

function nextSection(source: TextSource, letter: number): number {
  for (let i = firstHitFrom(source.hits, letter); i < source.hits.length; i++)
    if (source.hits[i]!.pattern.kind === 'section') return source.hits[i]!.from;
  return source.letters.length;
}

interface Head {
  readonly columns: readonly string[] | null;
  readonly unit: HeadUnit;
  /** Whether the head names every column of the form. */
  readonly whole: boolean;
}

/** Letters of a band's head that are none of its labels. */
function strangeHead(source: TextSource, band: DisclosureBand, from: number, to: number): string {
  let text = source.letters.slice(from, to);
  for (const row of band.rows) text = text.replace(lettersOf(row.label), '');
  text = text.replace(lettersOf(band.title), '').replace('信息内容', '');
  for (const column of band.columns) text = text.replace(lettersOf(column.label.replace(/（.*$/, '')), '');
  return text.replace(/单位|亿|万|元|序号|备注/g, '');
}

/** Column order of a band from the head labels between the row above and the first row of the band. */
function headOf(source: TextSource, band: DisclosureBand, from: number, to: number): Head {
  const own = band.columns.map((c) => c.id);
  const seen: Hit[] = [];
  for (let i = firstHitFrom(source.hits, from); i < source.hits.length && source.hits[i]!.from < to; i++) {
    const hit = source.hits[i]!;
    if (hit.pattern.kind === 'column' && own.includes(hit.pattern.id)) seen.push(hit);
  }
  const ids = [...new Set(seen.map((h) => h.pattern.id))];
  const money = seen.find((h) => h.pattern.id === 'amount' || h.pattern.id === 'amountWan');
  const unit = money ? unitAfter(source, money) : null;
  const places = ids.map((id) => own.indexOf(id));
  const clear = strangeHead(source, band, from, to) === '';
  if (places.every((p, i) => i === 0 || places[i - 1]! < p))
    return {
      columns: ids.length > 0 && ids.length < own.length && clear ? ids : own,
      unit,
      whole: ids.length === own.length,
    };
  const raw = source.raw.slice(seen[0]!.start, seen.at(-1)!.end);
  const flow = !raw.includes('\n') || /[|\t]/.test(raw);
  return { columns: ids.length === own.length && flow ? ids : null, unit, whole: true };
}

function unitAfter(source: TextSource, hit: Hit): HeadUnit {
  const next = source.hits[firstHitFrom(source.hits, hit.to)];
  const text = source.raw.slice(hit.end, Math.min(hit.end + 14, next?.start ?? source.raw.length));
  const found = /^[\s（(【[]*(?:单位)?[:：\s]*(亿元|万元|元)[\s）)】\]]/.exec(text.replace(/\s+/g, ' '));
  return found ? (found[1] as HeadUnit) : null;
}

function readRow(source: TextSource, draft: Draft, hit: Hit, from: number, style: LineStyle): Row | null {
  const band = draft.form.bands.find((b) => b.rows.some((r) => r.id === hit.pattern.id));
  if (band === undefined) return null;
  const following = source.hits[firstHitFrom(source.hits, hit.to)];
  const until = Math.max(hit.end, following?.start ?? source.raw.length);
  const head = headOf(source, band, Math.min(from, bandStart(source, band, hit)), hit.from);
  const slots = head.columns?.length ?? band.columns.length;
  const stretch = wrapsFigures(source, hit)
    ? readInside(source.raw, source.origin[hit.from]!, until, slots)
    : readStretch(source.raw, hit.end, until, slots, style);
  const partly =
    !head.whole &&
    slots === band.columns.length &&
    slots > 1 &&
    cellsOf(stretch).filter((c) => c.text !== '').length < slots;
  return {
    id: hit.pattern.id,
    hit,
    band,
    columns: partly && headed(source, band, hit) ? null : head.columns,
    unit: head.unit,
    stretch,
  };
}

/** Whether anything that may be a damaged head stands over the band. */
const headed = (source: TextSource, band: DisclosureBand, hit: Hit): boolean =>
  strangeHead(source, band, bandStart(source, band, hit), hit.from).length > 2;

/** Letter from which the heads of a band may stand: its title row, or the first row's end before it. */
function bandStart(source: TextSource, band: DisclosureBand, hit: Hit): number {
  const title = lettersOf(band.title);
  for (let i = firstHitFrom(source.hits, hit.from) - 1; i >= 0; i--) {
    const before = source.hits[i]!;
    if (hit.from - before.to > 120) break;
    if (before.pattern.kind === 'band' && before.pattern.letters === title) return before.from;
  }
  return hit.from;
}

function keepRow(source: TextSource, draft: Draft, row: Row, rows: readonly Row[]): void {
  const { stretch, band } = row;
  draft.rows.add(`disclosure.${row.id}`);
  const ids = (row.columns ?? band.columns.map((c) => c.id)).map((c) => `disclosure.${row.id}.${c}`);
  const at = placeOf(source, row.hit.start, row.hit.end - row.hit.start);
  if (stretch.kind === 'tokens') {
    draft.uneven = true;
    const first = stretch.tokens[0]!;
    const last = stretch.tokens.at(-1)!;
    const place = placeOf(source, first.start, last.start + last.text.length - first.start);
    for (const id of ids) keepUnreadable(draft, id, stretch.tokens.map((t) => t.text).join(' '), place);
    draft.glued.push({ table: 'disclosure', cells: ids, impossible: [] });
    return;
  }
  const cells = cellsOf(stretch);
  if (cells.every((c) => c.text === '')) {
    for (const id of ids) keepBlank(draft, id, at, stretch.kind === 'none' && !stretch.firm);
    return;
  }
  const run =
    rows.some((r) => r.stretch.kind === 'tokens') && !rows.some((r) => r.id === nextRow(draft, row.id));
  const offset = run ? null : stretch.kind === 'cells' ? chooseOffset(stretch, ids.length, rows) : null;
  ids.forEach((id, i) => {
    const cell = offset === null || row.columns === null ? undefined : cells[offset + i];
    if (cell === undefined) keepUnreadable(draft, id, cells.map((c) => c.text).join(' '), at);
    else keepText(draft, id, cell.text, placeOf(source, cell.start, cell.text.length), row.unit);
  });
}

/** The row that follows in the form; the row itself for the last one. */
function nextRow(draft: Draft, id: string): string {
  const ids = draft.form.bands.flatMap((b) => b.rows.map((r) => r.id));
  return ids[ids.indexOf(id) + 1] ?? id;
}

/** Where the values begin: the only place, or where they begin in every certain row of as many columns. */
function chooseOffset(
  stretch: Stretch & { kind: 'cells' },
  slots: number,
  rows: readonly Row[],
): number | null {
  if (stretch.offsets.length === 1) return stretch.offsets[0]!;
  const others = new Set(
    rows.flatMap((r) =>
      r.stretch.kind === 'cells' && r.band.columns.length === slots && r.stretch.offsets.length === 1
        ? [r.stretch.offsets[0]!]
        : [],
    ),
  );
  const [only] = others;
  return others.size === 1 && only !== undefined && stretch.offsets.includes(only) ? only : null;
}

function noteRows(source: TextSource, draft: Draft, rows: readonly Row[]): void {
  for (const band of draft.form.bands) {
    for (const row of band.rows) {
      const found = rows.find((r) => r.id === row.id);
      const base = { table: 'disclosure', kind: 'row', id: row.id, expected: row.label } as const;
      if (!found) draft.labels.push({ ...base, found: null, at: null });
      else if (found.hit.fuzzy || found.hit.pattern.letters !== lettersOf(row.label))
        draft.labels.push({
          ...base,
          found: printedLabel(source, found.hit),
          at: placeOf(source, found.hit.start, found.hit.end - found.hit.start),
        });
    }
    const first = rows.find((r) => band.rows.some((b) => b.id === r.id));
    if (first) noteHeads(source, draft, band, bandStart(source, band, first.hit), first.hit.from);
  }
}
