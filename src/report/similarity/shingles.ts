/**
 * Similarity of two texts as the share of common shingles: runs of five characters, punctuation and white space
 * left out, every figure (a year, a count) the same. So a report copied from last year with new figures is a copy.
 */
const LENGTH = 5;
const BASE = 0x01000193;
/** BASE to the power LENGTH, modulo 2³². */
const LEAVING = power(BASE, LENGTH);
const FIGURE = 0x30;

function power(base: number, exponent: number): number {
  let result = 1;
  for (let i = 0; i < exponent; i++) result = Math.imul(result, base);
  return result;
}

/** Spreads a rolling hash over all 32 bits (the finaliser of MurmurHash3). */
function mixed(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** What a character counts as: 0 for none, a digit of any value as FIGURE. */
const unitOf = new Uint16Array(65536);
for (let code = 0x3400; code < 0xa000; code++) unitOf[code] = code;
for (let digit = 0; digit < 10; digit++) unitOf[0x30 + digit] = unitOf[0xff10 + digit] = FIGURE;
for (let letter = 0x61; letter <= 0x7a; letter++) unitOf[letter] = unitOf[letter - 0x20] = letter;

let hashes = new Uint32Array(8192);

/**
 * Hashes (32 bits) of all shingles of a text in order, repeated ones included; empty for fewer than five characters.
 * Valid until the next text is hashed.
 */
export function shingleHashes(text: string): Uint32Array {
  if (hashes.length < text.length) hashes = new Uint32Array(2 * text.length);
  // The last five units, the oldest first: in variables, for an array would be looked up at every character.
  let [a, b, c, d, e] = [0, 0, 0, 0, 0];
  let rolling = 0;
  let seen = 0;
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = unitOf[text.charCodeAt(i)]!;
    if (unit === 0 || (unit === FIGURE && e === FIGURE)) continue;
    rolling = (Math.imul(rolling, BASE) + unit - Math.imul(a, LEAVING)) | 0;
    a = b;
    b = c;
    c = d;
    d = e;
    e = unit;
    if (++seen >= LENGTH) hashes[count++] = mixed(rolling);
  }
  return hashes.subarray(0, count);
}

/** The set of a text's shingles: sorted, each once. */
export function shingles(text: string): Uint32Array {
  const sorted = shingleHashes(text).slice().sort();
  let count = 0;
  for (let i = 0; i < sorted.length; i++)
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[count++] = sorted[i]!;
  return sorted.subarray(0, count);
}

/** Share of common members of two sorted sets, 0 to 1; 0 when both are empty. */
export function jaccard(a: Uint32Array, b: Uint32Array): number {
  let common = 0;
  for (let i = 0, k = 0; i < a.length && k < b.length; ) {
    const difference = a[i]! - b[k]!;
    if (difference === 0) common++;
    if (difference <= 0) i++;
    if (difference >= 0) k++;
  }
  const all = a.length + b.length - common;
  return all === 0 ? 0 : common / all;
}
