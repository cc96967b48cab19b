import { cellId } from './cell-ids.ts';
import { type Draft, keepBlank, keepText, keepUnreadable } from './draft.ts';
import { solveAppeals } from './glued-tables.ts';
import type { TableSpan } from './text-applications.ts';
import { readRowLine, readStretch, type Stretch } from './text-cells.ts';
import { type Hit, placeOf, type TextSource } from './text-source.ts';
import { lineStyle } from './text-style.ts';

const RESULTS = ['upheld', 'corrected', 'otherResult', 'pending', 'total'] as const;
const BLOCKS = ['review', 'suitDirect', 'suitAfterReview'] as const;

/** Heads of table 四 that follow each other without figures between them. */
interface HeadRun {
  readonly hits: readonly Hit[];
  readonly until: number;
}

const GAP = 40;
/** With so many heads of results it is the table, whatever is damaged. */
const MANY = 10;
const DIGIT = /[\d０-９]/;
const isHead = (h: Hit): boolean =>
  h.pattern.table === 'appeals' || (h.pattern.id === 'total' && h.pattern.kind === 'column');

/** Runs of heads; prose that names results has figures between them and makes short runs only. */
function headRuns(source: TextSource): HeadRun[] {
  const runs: HeadRun[] = [];
  let run: Hit[] = [];
  const close = (until: number): void => {
    const columns = run.filter((h) => h.pattern.kind === 'column').length;
    const suits =
      run.some((h) => h.pattern.id === 'suitDirect') && run.some((h) => h.pattern.id === 'suitAfterReview');
    if (columns >= 4 || (suits && run.length >= 4)) runs.push({ hits: run, until });
    run = [];
  };
  for (const hit of source.hits) {
    if (hit.pattern.id === 'otherOrg' && run.length > 0) continue;
    const before = run.at(-1);
    if (before !== undefined) {
      const between = source.raw.slice(before.end, hit.start);
      if (!isHead(hit) || hit.from - before.to > GAP || DIGIT.test(between)) close(hit.start);
    }
    if (isHead(hit)) run.push(hit);
  }
  close(source.raw.length);
  return runs;
}

/** Reads table 四 of a text, all of them where several stand there, into the draft; returns where they stand. */
export function readTextAppeals(source: TextSource, draft: Draft): readonly TableSpan[] {
  const runs = headRuns(source);
  if (runs.length === 0) return [];
  const shards = runs.slice(-3);
  if (shards.length === 3 && shards.every((r) => resultsOf(r).length === 5))
    return [readShards(source, draft, shards)];
  const whole = runs.filter((run) => resultsOf(run).length >= MANY);
  draft.several = whole.length > 1;
  if (whole.length > 1) return whole.map((run) => readOne(source, draft, run));
  return [
    readOne(
      source,
      draft,
      runs.reduce((a, b) => (b.hits.length >= a.hits.length ? b : a)),
    ),
  ];
}

function readOne(source: TextSource, draft: Draft, run: HeadRun): TableSpan {
  const start = run.hits[0]!.start;
  const last = run.hits.at(-1)!;
  const style = lineStyle(source.raw, start, run.until);
  const stretch =
    readRowLine(source.raw, last.end, run.until, 15, style) ??
    readStretch(source.raw, last.end, run.until, 15, style);
  const order = orderOf(run);
  const ids = order ?? STANDARD;
  draft.found.appeals = 'found';
  noteColumns(source, draft, run);
  keepCells(source, draft, ids, stretch, last, order !== null);
  return { start, end: endOf(stretch, last.end) };
}

const STANDARD: readonly string[] = BLOCKS.flatMap((b) => RESULTS.map((r) => cellId('appeals', b, r)));
const resultsOf = (run: HeadRun): Hit[] => run.hits.filter((h) => h.pattern.kind === 'column');
const endOf = (s: Stretch, start: number): number =>
  (s.kind === 'cells' ? s.cells : s.kind === 'tokens' ? s.tokens : []).reduce(
    (end, c) => Math.max(end, c.start + c.text.length),
    start,
  );

/** The fifteen cells in printed order; null where the heads contradict the form. Broken heads tell nothing. */
function orderOf(run: HeadRun): readonly string[] | null {
  const results = resultsOf(run).map((h) => h.pattern.id);
  const blocks = run.hits
    .map((h) => h.pattern.id)
    .filter((id) => id === 'suitDirect' || id === 'suitAfterReview');
  const reversed = blocks[0] === 'suitAfterReview' && blocks[1] === 'suitDirect';
  if (results.length !== 15) return reversed ? null : STANDARD;
  const order = reversed ? (['review', 'suitAfterReview', 'suitDirect'] as const) : BLOCKS;
  const ids = results.map((result, i) => cellId('appeals', order[Math.floor(i / 5)]!, result));
  if (ids.every((id, i) => id === STANDARD[i])) return STANDARD;
  if (new Set(ids).size === 15) return ids;
  const counts = RESULTS.map((r) => results.filter((id) => id === r).length);
  return counts.every((n) => n === 3) && !reversed ? STANDARD : null;
}

function keepCells(
  source: TextSource,
  draft: Draft,
  ids: readonly string[],
  stretch: Stretch,
  head: Hit,
  certain: boolean,
): void {
  const at = placeOf(source, head.start, head.end - head.start);
  if (stretch.kind === 'none') {
    for (const id of ids) keepBlank(draft, id, at, !stretch.firm);
    return;
  }
  if (stretch.kind === 'tokens') {
    draft.uneven = true;
    if (certain && ids.length === 15 && ids.every((id, i) => id === STANDARD[i]))
      solveAppeals(source, draft, stretch.tokens, RESULTS);
    else for (const id of ids) keepUnreadable(draft, id, stretch.tokens.map((t) => t.text).join(' '), at);
    return;
  }
  const { cells, offsets } = stretch;
  if (stretch.below && (stretch.rest ?? 0) > 0) draft.broken = true;
  const blank = cells.every((c) => c.text === '');
  ids.forEach((id, i) => {
    if (stretch.below) draft.floating.add(id);
    const cell = offsets.length === 1 && certain ? cells[offsets[0]! + i] : undefined;
    if (blank) keepBlank(draft, id, at);
    else if (cell === undefined) keepUnreadable(draft, id, cells.map((c) => c.text).join(' '), at);
    else keepText(draft, id, cell.text, placeOf(source, cell.start, cell.text.length));
  });
}

/** Three small tables, one a block. */
function readShards(source: TextSource, draft: Draft, runs: readonly HeadRun[]): TableSpan {
  const named = runs.map((run) => {
    const ids = run.hits.map((h) => h.pattern.id);
    return ids.includes('suitAfterReview')
      ? 'suitAfterReview'
      : ids.includes('suitDirect')
        ? 'suitDirect'
        : ids.includes('review') && !ids.includes('suit')
          ? 'review'
          : null;
  });
  const certain = new Set(named.filter((n) => n !== null)).size === named.filter((n) => n !== null).length;
  const blocks = named.map((n, i) => n ?? BLOCKS[i]!);
  let end = 0;
  runs.forEach((run, i) => {
    const results = resultsOf(run).map((h) => h.pattern.id);
    const complete = new Set(results).size === 5;
    const last = run.hits.at(-1)!;
    const style = lineStyle(source.raw, run.hits[0]!.start, run.until);
    const stretch =
      readRowLine(source.raw, last.end, run.until, 5, style) ??
      readStretch(source.raw, last.end, run.until, 5, style);
    const ids = (complete ? results : RESULTS).map((r) => `appeals.${blocks[i]}.${r}`);
    keepCells(source, draft, ids, stretch, last, certain && complete && new Set(blocks).size === 3);
    end = endOf(stretch, last.end);
  });
  draft.found.appeals = 'found';
  return { start: runs[0]!.hits[0]!.start, end };
}

/** Heads of table 四 whose wording is not the form's. */
function noteColumns(source: TextSource, draft: Draft, run: HeadRun): void {
  for (const hit of run.hits) {
    if (hit.pattern.kind !== 'column' || hit.pattern.whole) continue;
    const place = placeOf(source, hit.start, hit.end - hit.start);
    const found = source.raw.slice(hit.start, hit.end).replace(/\s+/g, '');
    draft.labels.push({
      table: 'appeals',
      kind: 'column',
      id: hit.pattern.id,
      expected: '尚未审结',
      found,
      at: place,
    });
  }
}
