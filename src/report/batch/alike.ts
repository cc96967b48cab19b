import type { Finding } from '../../domain/annual/report.ts';
import { basisOf } from '../rules/index.ts';
import { nearDuplicate, resemblance } from '../rules/near-duplicate.ts';
import { nearPairs } from '../similarity/pairs.ts';
import { nearDuplicateThreshold } from '../similarity/threshold.ts';
import type { Digest } from './digest.ts';

const sameAgency = (a: Digest, b: Digest): boolean =>
  a.identity === null || b.identity === null ? a.agency.name === b.agency.name : a.identity === b.identity;

const nothing = new Uint32Array(0);

/** Findings (R014) on reports of different agencies that read alike, by position; both sides get one. */
export function alike(digests: readonly (Digest | null)[]): Map<number, Finding[]> {
  const near = new Map<number, { index: number; similarity: number }[]>();
  const note = (index: number, other: number, similarity: number): void => {
    const others = near.get(index);
    if (others === undefined) near.set(index, [{ index: other, similarity }]);
    else others.push({ index: other, similarity });
  };
  const pairs = nearPairs(
    digests.map((digest) => digest?.sketch ?? nothing),
    nearDuplicateThreshold.value,
  );
  for (const { a, b, similarity } of pairs) {
    const [one, two] = [digests[a], digests[b]];
    if (!one || !two || sameAgency(one, two)) continue;
    note(a, b, similarity);
    note(b, a, similarity);
  }
  const found = new Map<number, Finding[]>();
  for (const [index, others] of near) {
    const most = others.reduce((best, one) => (one.similarity > best.similarity ? one : best));
    const { message } = resemblance(digests[most.index]!, most.similarity, others.length - 1);
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
