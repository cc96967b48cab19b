import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Pairs } from './pairs.ts';

const text = fc.string({
  unit: fc.constantFrom('政', '务', '公', '开', '考', '核', 'a', '。'),
  maxLength: 40,
});
const word = fc.string({ unit: fc.constantFrom('政', '务', '考', '核', 'a'), minLength: 2, maxLength: 3 });

describe('words told by their first two characters', () => {
  it('are found wherever they stand', () => {
    fc.assert(
      fc.property(text, fc.array(word, { minLength: 1, maxLength: 4 }), fc.nat(10), (all, words, from) => {
        const first = words.map((one) => all.indexOf(one, from)).filter((at) => at >= 0);
        const at = new Pairs(words).next(all, from);
        if (first.length > 0) expect(at).toBeGreaterThanOrEqual(from);
        if (first.length > 0) expect(at).toBeLessThanOrEqual(Math.min(...first));
      }),
    );
  });

  it('are not met in other texts', () => {
    const pairs = new Pairs(['考核', '评议']);
    expect(pairs.next('全年主动公开政府信息二十条。')).toBe(-1);
    expect(pairs.next('考')).toBe(-1);
    expect(pairs.next('')).toBe(-1);
    expect(pairs.next('年度考核', 3)).toBe(-1);
    expect(pairs.next('年度考核', 2)).toBe(2);
  });
});
