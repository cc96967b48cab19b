import { estimate } from './sketch.ts';

/** Two texts of a batch, by their positions (a < b), and the estimated share of common shingles. */
export interface NearPair {
  readonly a: number;
  readonly b: number;
  readonly similarity: number;
}

/** Up to here every text is compared with every other; above, only those that agree in some band. */
const COMPARED_WHOLE = 1000;
/** 21 bands of 6 values: two texts alike to 0.7 agree in one band with probability 0.93, to 0.8 with 0.998. */
const BAND = 6;
const BANDS = 21;
/** How many earlier members of a band's bucket a text is compared with: a thousand copies give no million pairs. */
const NEIGHBOURS = 4;

/**
 * Pairs of sketches alike to at least `threshold` (0 to 1), most alike first. Empty sketches pair with none. Above
 * 1,000 texts by locality-sensitive hashing: linear in the number of texts, and of many mutual copies each is
 * paired with a few others only.
 */
export function nearPairs(sketches: readonly Uint32Array[], threshold: number): NearPair[] {
  const found = new Map<number, NearPair>();
  const compare = (a: number, b: number): void => {
    if (!mayReach(sketches[a]!, sketches[b]!, threshold)) return;
    const similarity = estimate(sketches[a]!, sketches[b]!);
    if (similarity >= threshold) found.set(a * sketches.length + b, { a, b, similarity });
  };
  if (sketches.length <= COMPARED_WHOLE) {
    for (let b = 1; b < sketches.length; b++) for (let a = 0; a < b; a++) compare(a, b);
  } else {
    const keys = new Float64Array(sketches.length);
    for (let band = 0; band < BANDS; band++) compareBand(sketches, band, keys, compare);
  }
  return [...found.values()].sort((x, y) => y.similarity - x.similarity || x.a - y.a || x.b - y.b);
}

/** Whether two sketches agree in as many values as `threshold` asks; most pairs differ too often early on. */
function mayReach(a: Uint32Array, b: Uint32Array, threshold: number): boolean {
  const most = (1 - threshold) * a.length + 1e-9;
  let differing = 0;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i] && ++differing > most) return false;
  return true;
}

/** Sorts the texts by the hash of one band; equal hashes lie together, each with its position in the low bits. */
function compareBand(
  sketches: readonly Uint32Array[],
  band: number,
  keys: Float64Array,
  compare: (a: number, b: number) => void,
): void {
  const positions = 2 ** 21;
  for (let i = 0; i < sketches.length; i++) keys[i] = bandHash(sketches[i]!, band) * positions + i;
  keys.sort();
  let first = 0;
  for (let i = 1; i < keys.length; i++) {
    const hash = Math.floor(keys[i]! / positions);
    if (hash !== Math.floor(keys[first]! / positions)) first = i;
    else if (hash !== 0)
      for (let k = first; k < Math.min(i, first + NEIGHBOURS); k++)
        compare(keys[k]! % positions, keys[i]! % positions);
  }
}

/** Hash of a band's values, 1 to 2³² − 1; 0 for an empty sketch. */
function bandHash(values: Uint32Array, band: number): number {
  if (values.length === 0) return 0;
  let hash = 0x811c9dc5;
  for (let i = band * BAND; i < (band + 1) * BAND; i++) hash = Math.imul(hash ^ values[i]!, 0x01000193);
  return hash >>> 0 || 1;
}
