import type { ReportAgency } from '../../domain/annual/report.ts';
import { nearPairs } from './pairs.ts';
import { jaccard, shingles } from './shingles.ts';
import { nearDuplicateThreshold } from './threshold.ts';

/** What a batch keeps of each of its reports: 128 numbers and whose it is. */
export interface Sketched {
  readonly agency: ReportAgency | null;
  readonly year: number | null;
  readonly sketch: Uint32Array;
}

/** The report that another resembles most. */
export interface Resemblance {
  /** Positions in the batch. */
  readonly of: number;
  readonly to: number;
  /** Share of common shingles, 0 to 1. */
  readonly share: number;
  /** How many further reports of the batch it resembles. */
  readonly others: number;
}

/**
 * For each report of a batch the most alike report of another agency, where they are near-duplicates. `narrativeAt`
 * gives a report's prose again if it can (see narrative.ts): then the share is exact, else it is estimated.
 */
export function resemblances(
  batch: readonly Sketched[],
  narrativeAt: (position: number) => string | null = () => null,
  threshold: number = nearDuplicateThreshold.value,
): Resemblance[] {
  const best = new Map<number, { to: number; share: number; others: number }>();
  const note = (of: number, to: number, share: number): void => {
    const known = best.get(of);
    if (known === undefined) best.set(of, { to, share, others: 0 });
    else
      best.set(
        of,
        share > known.share
          ? { to, share, others: known.others + 1 }
          : { ...known, others: known.others + 1 },
      );
  };
  const sketches = batch.map((entry) => entry.sketch);
  for (const { a, b, similarity } of nearPairs(sketches, threshold - MARGIN)) {
    if (sameAgency(batch[a]!, batch[b]!)) continue;
    const share = exactShare(narrativeAt(a), narrativeAt(b)) ?? similarity;
    if (share < threshold) continue;
    note(a, b, share);
    note(b, a, share);
  }
  return [...best].map(([of, rest]) => ({ of, ...rest })).sort((x, y) => x.of - y.of);
}

/** An estimate may lie this much below the exact share (two standard errors of a sketch). */
const MARGIN = 0.08;

function sameAgency({ agency: a }: Sketched, { agency: b }: Sketched): boolean {
  if (a === null || b === null) return false;
  return a.code !== null && b.code !== null ? a.code === b.code : a.name === b.name;
}

function exactShare(a: string | null, b: string | null): number | null {
  return a === null || b === null ? null : jaccard(shingles(a), shingles(b));
}
