import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearPairs } from './pairs.ts';
import { jaccard, shingles } from './shingles.ts';
import { estimate, SKETCH_LENGTH, sketch } from './sketch.ts';

const letters = Array.from({ length: 400 }, (_, i) => String.fromCharCode(0x4e00 + i * 7));
const words = fc.array(fc.constantFrom(...letters), { minLength: 400, maxLength: 900 });
const textOf = (parts: readonly string[]): string => parts.join('');

/** A text of its own for every number, 1,200 characters. */
function madeText(seed: number): string {
  let state = seed * 2654435761 + 1;
  let text = '';
  for (let i = 0; i < 1200; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    text += letters[(state >>> 8) % letters.length];
  }
  return text;
}

describe('shingles', () => {
  it('figures and punctuation make no difference: last year’s text with new figures is the same text', () => {
    const last = shingles('2022年，全镇主动公开政府信息132条，其中网站发布97条。');
    const now = shingles('2023年全镇主动公开政府信息88条，其中网站发布8条');
    expect(jaccard(last, now)).toBe(1);
  });

  it('fewer than five characters have no shingle', () => {
    expect(shingles('公开信息').length).toBe(0);
    expect(jaccard(shingles(''), shingles('无'))).toBe(0);
  });

  it('texts without a common run of five share nothing', () => {
    expect(jaccard(shingles('甲乙丙丁戊己庚辛'), shingles('辛庚己戊丁丙乙甲'))).toBe(0);
  });

  it('is symmetric, one with itself, and never outside 0 to 1', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [x, y] = [shingles(textOf(a)), shingles(textOf(b))];
        const share = jaccard(x, y);
        expect(share).toBe(jaccard(y, x));
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        expect(jaccard(x, x)).toBe(1);
      }),
      { numRuns: 30 },
    );
  });
});

describe('sketch', () => {
  it('estimates the exact share within five standard errors', () => {
    fc.assert(
      fc.property(words, words, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, kept) => {
        const start = a.slice(0, Math.round(a.length * kept));
        const one = textOf(a);
        const other = textOf([...start, ...b.slice(start.length)]);
        const exact = jaccard(shingles(one), shingles(other));
        expect(Math.abs(estimate(sketch(one), sketch(other)) - exact)).toBeLessThan(0.22);
      }),
      { numRuns: 200 },
    );
  });

  it('is on average right: the mean error over many texts is small', () => {
    let sum = 0;
    for (let i = 0; i < 100; i++) {
      const a = madeText(i);
      const b = a.slice(0, i * 12) + madeText(i + 1000).slice(i * 12);
      sum += estimate(sketch(a), sketch(b)) - jaccard(shingles(a), shingles(b));
    }
    expect(Math.abs(sum / 100)).toBeLessThan(0.02);
  });

  it('a text too short to be a copy has an empty sketch, which resembles nothing', () => {
    expect(sketch('无').length).toBe(0);
    expect(estimate(sketch('无'), sketch('无'))).toBe(0);
    expect(sketch(madeText(1)).length).toBe(SKETCH_LENGTH);
  });
});

describe('near pairs of a batch', () => {
  const copies = new Map([
    [17, 3],
    [150, 60],
    [199, 198],
  ]);
  const batch = (size: number): Uint32Array[] =>
    Array.from({ length: size }, (_, i) => {
      const source = copies.get(i);
      return sketch(
        source === undefined ? madeText(i) : `${madeText(source).slice(0, 1150)}${madeText(i).slice(0, 50)}`,
      );
    });

  it.each([200, 1500])('of %i reports exactly the copies are paired', (size) => {
    const pairs = nearPairs(batch(size), 0.7).map((pair) => [pair.a, pair.b]);
    expect(pairs.sort((x, y) => x[1]! - y[1]!)).toEqual([...copies].map(([copy, source]) => [source, copy]));
  });

  it('most alike first, empty sketches never', () => {
    const one = madeText(5);
    const pairs = nearPairs(
      [sketch(one), sketch(''), sketch(''), sketch(one), sketch(one.slice(0, 1050))],
      0.7,
    );
    expect(pairs[0]).toEqual({ a: 0, b: 3, similarity: 1 });
    expect(pairs.every((pair) => pair.a !== 1 && pair.b !== 2 && pair.a !== 2 && pair.b !== 1)).toBe(true);
  });

  it('two thousand copies of one text do not give two million pairs, and each is found', () => {
    const same = sketch(madeText(1));
    const pairs = nearPairs(new Array(2000).fill(same), 0.7);
    expect(pairs.length).toBeLessThan(2000 * 4);
    expect(new Set(pairs.flatMap((pair) => [pair.a, pair.b])).size).toBe(2000);
  });
});
