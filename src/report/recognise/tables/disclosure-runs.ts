import type { Draft } from './draft.ts';
import { wordsOf } from './form-words.ts';
import { clusters, findMissing, firstHitFrom } from './text-chain.ts';
import type { Hit, TextSource } from './text-source.ts';

const GAP = 60;
/** Whether a wording heads values of table 二. */
export const isAnchor = (h: Hit): boolean => h.pattern.kind === 'column' || h.pattern.kind === 'band';

/** Rows cut where they begin again before the row above: another table, or bands in another order. */
export function rising(rows: readonly Hit[]): Hit[][] {
  const parts: Hit[][] = [];
  let last = Number.POSITIVE_INFINITY;
  for (const hit of rows) {
    if (hit.pattern.index < last) parts.push([]);
    last = hit.pattern.index;
    parts.at(-1)!.push(hit);
  }
  return parts;
}

/** Whether rows that begin again are a table: heads stand before them. */
export const isTable = (run: readonly Hit[], before: readonly Hit[], chain: readonly Hit[]): boolean =>
  run.some((h) => isAnchor(h) && h.from > before.at(-1)!.from && h.from < chain[0]!.from);

const hasTable = (run: readonly Hit[]): boolean =>
  run.some(isAnchor) &&
  new Set(run.filter((h) => h.pattern.kind === 'row').map((h) => h.pattern.id)).size >= 2;

/** What stands under the section's heading: prose right above it may speak of 现行有效件数 too, but prints no table. */
function underHeading({ hits }: TextSource, run: readonly Hit[]): readonly Hit[] {
  const [first] = run;
  const table = run.find((h) => h.pattern.kind === 'band' || h.pattern.kind === 'block');
  const heading = hits.find(
    ({ from, pattern }) => pattern.kind === 'section' && pattern.id === 'disclosure' && from > first!.from,
  );
  return table && heading && heading.from < table.from ? run.filter((h) => h.from > heading.from) : run;
}

/** The runs of labels of table 二 that have most heads and rows. */
export function mainRuns(source: TextSource): (readonly Hit[])[] {
  const runs = clusters(
    source.hits.filter((h) => h.pattern.table === 'disclosure'),
    GAP,
  )
    .map((run) => underHeading(source, run))
    .filter(hasTable);
  const weight = (run: readonly Hit[]): number => new Set(run.map((h) => h.pattern.letters)).size;
  const most = Math.max(...runs.map(weight));
  return runs.filter((run) => weight(run) === most || weight(run) > 0.75 * most);
}

/** The rows found, with damaged labels in their gaps. */
export function completed(source: TextSource, draft: Draft, chain: readonly Hit[], first: Hit): Hit[] {
  const { disclosureRows, disclosureLabels } = wordsOf(draft.form);
  const own = chain.filter((h) => disclosureRows.has(h.pattern.id));
  const present = new Set(own.map((h) => h.pattern.id));
  const wanted = disclosureLabels.filter((p) => !present.has(p.id));
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
