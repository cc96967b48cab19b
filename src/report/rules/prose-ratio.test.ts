import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proseMessages } from '../../../test/support/prose-rules.ts';
import { proseRatio } from './prose-ratio.ts';

const said = (sentence: string) => proseMessages(proseRatio, `add overview: ${sentence}`);

describe('shares recompute', () => {
  it.each([
    ['公开信息83条，其中财政信息44条，占55%。', '44条占 83条 的比例应为 53.01%，不是 55%'],
    ['公开信息83条，其中财政信息44条，占53.2%。', '应为 53.01%'],
    ['公开信息83条。其中财政信息44条，占53%；救助信息9条，占比12%。', '9条占 83条 的比例应为 10.84%'],
    ['公开信息100条，其中财政信息44条，约占60%。', '应为 44.00%'],
  ])('%s', (sentence, message) => {
    expect(said(sentence)).toHaveLength(1);
    expect(said(sentence)[0]).toContain(message);
  });

  it.each([
    '公开信息83条，其中财政信息44条，占53%；救助信息9条，占11%。',
    '公开信息83条，其中救助信息9条，占10%。',
    '公开信息81条，其中财政信息42条，占51.85%。',
    '公开信息100条，其中财政信息44条，约占45%。',
    '收到申请13件，办结率100%。',
    '公开信息83条，同比增长20%。',
    '公开信息80余条，其中财政信息44条，占99%。',
    '政务新媒体抽查合格率占90%。',
  ])('hold: %s', (sentence) => {
    expect(said(sentence)).toEqual([]);
  });

  it('every share rounded to any digit holds; one that is a point off does not', () => {
    const figures = fc.tuple(fc.integer({ min: 2, max: 5000 }), fc.integer({ min: 0, max: 2 }));
    fc.assert(
      fc.property(figures, fc.double({ min: 0.05, max: 0.95, noNaN: true }), ([whole, digits], ratio) => {
        const part = Math.max(1, Math.round(whole * ratio));
        const exact = (part / whole) * 100;
        const sentence = (share: number) => `公开信息${whole}条，其中财政信息${part}条，占${share}%。`;
        fc.pre(part < whole);
        expect(said(sentence(Number(exact.toFixed(digits))))).toEqual([]);
        expect(said(sentence(Number((exact + 2).toFixed(digits))))).toHaveLength(1);
      }),
      { numRuns: 25 },
    );
  });
});
