import type { DisclosureBand } from '../../../law/forms/index.ts';
import { cellId, rowId } from './cell-ids.ts';
import { bandStart, headOf, sinceHead, strangeHead, YEARS } from './disclosure-heads.ts';
import { completed, isAnchor, isTable, mainRuns, rising } from './disclosure-runs.ts';
import { type Draft, keepBlank, keepText, keepUnreadable } from './draft.ts';
import { wordsOf, wordsOfBand } from './form-words.ts';
import type { TableSpan } from './text-applications.ts';
import { readInside, readStretch, type Stretch } from './text-cells.ts';
import { firstHitFrom, longestChain, printedLabel, wrapsFigures } from './text-chain.ts';
import { noteHeads } from './text-heads.ts';
import { hasStrayFigures, inOrder } from './text-order.ts';
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

/** Reads table 二 of a text, all of them where several stand there, into the draft; returns where they stand. */
export function readTextDisclosure(source: TextSource, draft: Draft): readonly TableSpan[] {
  const runs = mainRuns(source);
  draft.several = runs.length > 1;
  return runs.map((run) => readOne(source, draft, run)).filter((span) => span !== null);
}

function readOne(source: TextSource, draft: Draft, run: readonly Hit[]): TableSpan | null {
  const first = run.find((h) => isAnchor(h) || h.pattern.kind === 'block')!;
  const parts = rising(run.filter((h) => h.pattern.kind === 'row' && h.from > first.from));
  const chains = parts.map(longestChain).filter((chain, i) => i === 0 || isTable(run, parts[i - 1]!, chain));
  const hits = chains.length === 1 ? completed(source, draft, chains[0]!, first) : chains.flat();
  if (hits.length === 0) return null;
  const style = lineStyle(source.raw, first.start, lineEnd(source.raw, hits.at(-1)!.end));
  const rows = hits
    .filter((hit) => !YEARS.test(sinceHead(source, hit.from)) && !isEnclosed(source.raw, hit.start))
    .map((hit, i) => readRow(source, draft, hit, hits[i - 1]?.to ?? first.from, style))
    .filter((r) => r !== null);
  if (rows.length === 0) return null;
  const withValues = new Set(rows.filter((r) => r.stretch.kind !== 'none').map((r) => r.id));
  const kept = rows.filter((r) => r.stretch.kind !== 'none' || !withValues.has(r.id));
  const sure = inOrder(
    draft,
    kept.map((r) => ({ stretch: r.stretch, slots: r.columns?.length ?? r.band.columns.length })),
    kept.some((r) => isLoose(source, r)),
  );
  kept.forEach((row, i) => {
    keepRow(source, draft, sure[i] ? row : { ...row, columns: null }, kept);
  });
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

/** Whether figures stand right before a row's label, after the heads over it. */
function isLoose(source: TextSource, row: Row): boolean {
  const head = source.hits[firstHitFrom(source.hits, row.hit.from) - 1];
  return head !== undefined && isAnchor(head) && hasStrayFigures(source.raw, head.end, row.hit.start);
}

/** Whether a wording stands within brackets of its cell: 其他主动公开文件（除规范性文件以外的…）. */
const isEnclosed = (raw: string, at: number): boolean =>
  /[(（][^()（）|\t\n]*$/.test(raw.slice(Math.max(0, at - 60), at));

/** End of what explains a row in brackets behind its label: （含行政确认、行政处罚、行政强制…）. */
function remarkEnd(raw: string, from: number): number {
  if (!'(（'.includes(raw[from] ?? ' ')) return from;
  const found = REMARK.exec(raw.slice(from, from + 300));
  return found === null ? from : from + found[0].length;
}
const REMARK = /^[(（](?:[^()（）|\t]|[(（][^()（）|\t]*[)）]){8,}[)）]/;

function readRow(source: TextSource, draft: Draft, hit: Hit, from: number, style: LineStyle): Row | null {
  const band = wordsOf(draft.form).disclosureRows.get(hit.pattern.id);
  if (band === undefined) return null;
  const labelEnd = remarkEnd(source.raw, hit.end);
  const next = firstHitFrom(source.hits, hit.to);
  const following =
    labelEnd === hit.end
      ? source.hits[next]
      : source.hits.slice(next, next + 20).find((h) => h.start >= labelEnd);
  const until = Math.max(labelEnd, following?.start ?? source.raw.length);
  const head = headOf(source, band, Math.min(from, bandStart(source, band, hit)), hit.from);
  const slots = head.columns?.length ?? band.columns.length;
  const stretch = wrapsFigures(source, hit)
    ? readInside(source.raw, source.origin[hit.from]!, until, slots)
    : readStretch(source.raw, labelEnd, until, slots, style);
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

function keepRow(source: TextSource, draft: Draft, row: Row, rows: readonly Row[]): void {
  const { stretch, band } = row;
  draft.rows.add(rowId('disclosure', row.id));
  const columns = row.columns ?? band.columns.map((c) => c.id);
  const ids = columns.map((column) => cellId('disclosure', row.id, column));
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
    for (const id of ids) {
      if (stretch.kind === 'none') draft.floating.add(id);
      keepBlank(draft, id, at, stretch.kind === 'none' && !stretch.firm);
    }
    return;
  }
  const run =
    rows.some((r) => r.stretch.kind === 'tokens') && !rows.some((r) => r.id === nextRow(draft, row.id));
  const offset = run ? null : stretch.kind === 'cells' ? chooseOffset(stretch, ids.length, rows) : null;
  ids.forEach((id, i) => {
    if (stretch.kind === 'cells' && stretch.below) draft.floating.add(id);
    const cell = offset === null || row.columns === null ? undefined : cells[offset + i];
    if (cell === undefined) keepUnreadable(draft, id, cells.map((c) => c.text).join(' '), at);
    else keepText(draft, id, cell.text, placeOf(source, cell.start, cell.text.length), row.unit);
  });
}

/** The row that follows in the form; the row itself for the last one. */
function nextRow(draft: Draft, id: string): string {
  const ids = [...wordsOf(draft.form).disclosureRows.keys()];
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
    for (const [i, row] of band.rows.entries()) {
      const found = rows.find((r) => r.id === row.id);
      const base = { table: 'disclosure', kind: 'row', id: row.id, expected: row.label } as const;
      if (!found) draft.labels.push({ ...base, found: null, at: null });
      else if (found.hit.fuzzy || found.hit.pattern.letters !== wordsOfBand(band).rows[i])
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
