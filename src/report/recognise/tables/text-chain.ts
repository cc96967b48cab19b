import { coreOfLabel } from './form-words.ts';
import { nearest, type Pattern, tolerance } from './patterns.ts';
import { type Hit, hitAt, type TextSource } from './text-source.ts';

/** Letters between two labels of one table at most. */
export const GAP = 260;
const MAX_HITS = 400;

/** Runs of hits with no more than `gap` letters between neighbours. */
export function clusters(hits: readonly Hit[], gap: number): Hit[][] {
  const runs: Hit[][] = [];
  let run: Hit[] = [];
  for (const hit of hits) {
    const before = run.at(-1);
    if (before !== undefined && hit.from - before.to > gap) {
      runs.push(run);
      run = [];
    }
    run.push(hit);
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

/** The longest run of hits in the order of the form, repetitions allowed. */
export function longestChain(all: readonly Hit[]): Hit[] {
  const hits = all.slice(0, MAX_HITS);
  if (isRising(hits)) return hits;
  const length = new Int32Array(hits.length);
  const before = new Int32Array(hits.length).fill(-1);
  let best = -1;
  for (let i = 0; i < hits.length; i++) {
    length[i] = 1;
    for (let j = 0; j < i; j++)
      if (hits[j]!.pattern.index <= hits[i]!.pattern.index && length[j]! + 1 > length[i]!) {
        length[i] = length[j]! + 1;
        before[i] = j;
      }
    if (best < 0 || length[i]! >= length[best]!) best = i;
  }
  const chain: Hit[] = [];
  for (let i = best; i >= 0; i = before[i]!) chain.unshift(hits[i]!);
  return chain;
}

/** Whether hits stand in the order of the form already, as in nearly every table. */
function isRising(hits: readonly Hit[]): boolean {
  for (let i = 1; i < hits.length; i++) if (hits[i - 1]!.pattern.index > hits[i]!.pattern.index) return false;
  return true;
}

/** A hit on the first letters of a longer wording, stretched over the whole of it as far as it is there. */
export function wholeLabel(source: TextSource, hit: Hit, label: string): Hit {
  if (hit.pattern.whole) return hit;
  const core = coreOfLabel(label);
  if (core.length <= hit.to - hit.from) return hit;
  const window = source.letters.slice(hit.from, hit.from + core.length + 12);
  const found = nearest(window, core, Math.max(2, Math.floor(core.length / 4)));
  if (found === null || hit.from + found.end <= hit.to) return hit;
  return { ...hit, to: hit.from + found.end, end: source.origin[hit.from + found.end - 1]! + 1, fuzzy: true };
}

/**
 * Looks for missing labels, in their order, among the letters from `from` to `to`, with as many wrong letters as
 * leave no doubt. A stretch that is another label of the form is never taken.
 */
export function findMissing(source: TextSource, wanted: readonly Pattern[], from: number, to: number): Hit[] {
  const found: Hit[] = [];
  let cursor = from;
  const limit = Math.min(to, from + 600);
  for (const pattern of wanted) {
    const hay = source.letters.slice(cursor, limit);
    const allowed = tolerance(pattern.letters.length);
    if (hay.length + allowed < pattern.letters.length || allowed === 0) continue;
    const match = nearest(hay, pattern.letters, allowed);
    if (match === null || match.end - match.start < 2) continue;
    const start = cursor + match.start;
    const end = cursor + match.end;
    if (overlapsOther(source, pattern, start, end)) continue;
    found.push(hitAt(source, pattern, start, end, match.distance > 0));
    cursor = end;
  }
  return found;
}

function overlapsOther(source: TextSource, pattern: Pattern, from: number, to: number): boolean {
  const at = firstHitFrom(source.hits, from);
  for (let i = Math.max(0, at - 1); i < source.hits.length; i++) {
    const hit = source.hits[i]!;
    if (hit.from >= to) return false;
    if (hit.to > from && hit.pattern.id !== pattern.id && hit.pattern.kind !== 'column') return true;
  }
  return false;
}

/** Index of the first hit that begins at or after a letter. */
export function firstHitFrom(hits: readonly Hit[], letter: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hits[middle]!.from < letter) low = middle + 1;
    else high = middle;
  }
  return low;
}

const DIGIT = /[\d０-９]/;

/** Whether figures stand inside the label (it is wrapped around its own values). */
export function wrapsFigures(source: TextSource, hit: Hit): boolean {
  return DIGIT.test(source.raw.slice(source.origin[hit.from]!, hit.end));
}

/** A figure right after a word, with what only a sentence puts after it: its noun of count or a stop. */
const COUNTED = /^[ \u3000为共计有]*[\d０-９]+[余多]?[ \u3000]*(?:件|份|条|起|宗|次|个|[，；。、）;])/;

/** A label with its count and the comma or stop of a sentence: 予以公开2件，. No cell of a table is followed so. */
const SENTENCE = /^[”"）)为共计有]*[\d０-９]+(?:件|份|条|起|宗|次|个)[，；。、,;（(]/;

/** Whether a label is a word of a sentence that tells the outcomes. */
export const isSaid = (source: TextSource, { end }: Hit): boolean =>
  SENTENCE.test(source.raw.slice(end, end + 24));

/** Whether labels are words of a sentence that tells the outcomes, not cells of a table. */
export function toldInProse(source: TextSource, hits: readonly Hit[]): boolean {
  const told = hits.filter((hit) => COUNTED.test(source.raw.slice(hit.end, hit.end + 24))).length;
  return told * 2 >= hits.length;
}

/** The label as printed, white space run together. */
export function printedLabel(source: TextSource, hit: Hit): string {
  return source.raw
    .slice(hit.start, hit.end)
    .replace(/[\s|]+/g, ' ')
    .trim()
    .slice(0, 80);
}
