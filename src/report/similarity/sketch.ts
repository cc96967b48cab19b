import { shingleHashes } from './shingles.ts';

/** Values in a sketch. The standard error of an estimate is at most 1 / (2·√128) ≈ 0.044. */
export const SKETCH_LENGTH = 128;
const SHIFT = 25;
const LOW = (1 << SHIFT) - 1;
const EMPTY = 0xffffffff;
/** Added for each bin a value is borrowed over, so that borrowed values agree only when the gaps do. */
const BORROWED = 1 << SHIFT;
/** Shingles below which a text is too short to be called a copy of another. */
const FEWEST = 100;

/**
 * One-permutation minhash of a text's shingles: 128 values by which `estimate` tells the similarity of two texts
 * without either. Empty (length 0) for a text of fewer than about 100 characters.
 */
export function sketch(text: string): Uint32Array {
  const hashes = shingleHashes(text);
  if (hashes.length < FEWEST) return new Uint32Array(0);
  const bins = new Uint32Array(SKETCH_LENGTH).fill(EMPTY);
  for (let i = 0; i < hashes.length; i++) {
    const bin = hashes[i]! >>> SHIFT;
    const value = hashes[i]! & LOW;
    if (value < bins[bin]!) bins[bin] = value;
  }
  return densified(bins);
}

/** Empty bins borrow from the next full one, round the circle (Shrivastava and Li 2014). */
function densified(bins: Uint32Array): Uint32Array {
  const full = bins.slice();
  for (let i = 0; i < bins.length; i++) {
    if (bins[i] !== EMPTY) continue;
    let distance = 1;
    while (bins[(i + distance) % bins.length] === EMPTY && distance < bins.length) distance++;
    full[i] = (bins[(i + distance) % bins.length]! + Math.imul(distance, BORROWED)) >>> 0;
  }
  return full;
}

/** Estimated share of common shingles of two texts, 0 to 1; 0 where either sketch is empty. */
export function estimate(a: Uint32Array, b: Uint32Array): number {
  if (a.length === 0 || b.length === 0) return 0;
  let same = 0;
  for (let i = 0; i < a.length; i++) if (a[i] === b[i]) same++;
  return same / a.length;
}
