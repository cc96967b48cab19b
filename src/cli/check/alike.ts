import type { Finding } from '../../domain/annual/report.ts';
import { basisOf } from '../../report/rules/index.ts';
import { nearDuplicate, resemblance } from '../../report/rules/near-duplicate.ts';
import { nearPairs } from '../../report/similarity/pairs.ts';
import { nearDuplicateThreshold } from '../../report/similarity/threshold.ts';
import { type Digest, unreadableReport } from './analyse.ts';

const sameAgency = (a: Digest, b: Digest): boolean =>
  a.identity === null || b.identity === null ? a.agency.name === b.agency.name : a.identity === b.identity;

/** Findings on reports of different agencies that read alike, by file; both sides get one. */
export function alike(digests: readonly (Digest | null)[], paths: readonly string[]): Map<number, Finding[]> {
  const found = new Map<number, Finding[]>();
  const near = new Map<number, { index: number; similarity: number }[]>();
  const note = (index: number, other: number, similarity: number): void => {
    const others = near.get(index);
    if (others === undefined) near.set(index, [{ index: other, similarity }]);
    else others.push({ index: other, similarity });
  };
  const none = new Uint32Array(0);
  const pairs = nearPairs(
    digests.map((digest) => digest?.sketch ?? none),
    nearDuplicateThreshold.value,
  );
  for (const { a, b, similarity } of pairs) {
    const [one, two] = [digests[a], digests[b]];
    if (!one || !two || sameAgency(one, two)) continue;
    note(a, b, similarity);
    note(b, a, similarity);
  }
  for (const [index, others] of near) {
    const [first] = others;
    const digest = first && digests[first.index];
    if (!first || !digest) continue;
    const other = {
      ...unreadableReport(paths[first.index] ?? '', ''),
      agency: digest.agency,
      year: digest.year,
    };
    const { message } = resemblance(other, first.similarity, others.length - 1);
    found.set(index, [
      {
        rule: nearDuplicate.id,
        code: nearDuplicate.code,
        severity: nearDuplicate.severity,
        message,
        cells: [],
        at: null,
        related: [],
        basis: nearDuplicate.basis.map(basisOf),
        fix: null,
        suggestions: [],
      },
    ]);
  }
  return found;
}
