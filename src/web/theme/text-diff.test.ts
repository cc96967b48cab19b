import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DiffRun, diffTexts, diffWords } from './text-diff.ts';

const side = (runs: readonly DiffRun[], without: 'removed' | 'added') =>
  runs
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('');
const short = (runs: readonly DiffRun[]) =>
  runs
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}]` : `[+${text}]`))
    .join('');
const texts = fc.string({
  unit: fc.constantFrom('公', '开', '政', '府', '1', '2', 'a', ' ', '\n'),
  maxLength: 60,
});

describe('the difference of two versions', () => {
  it.each([
    ['现行有效 14 件', '现行有效 15 件', '现行有效 [-14][+15] 件'],
    ['坪政发(2026)5号', '坪政发〔2026〕5号', '坪政发[-(][+〔]2026[-)][+〕]5号'],
    ['', '新增一段', '[+新增一段]'],
    ['删去', '', '[-删去]'],
    ['不变', '不变', '不变'],
  ])('%s → %s is %s', (before, after, shown) => {
    expect(short(diffWords(before, after))).toBe(shown);
  });

  it('loses nothing of either version', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const runs = diffWords(before, after);
        expect(side(runs, 'added')).toBe(before);
        expect(side(runs, 'removed')).toBe(after);
      }),
    );
  });

  it('compares paragraph by paragraph and keeps those that stayed', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const paragraphs = diffTexts(before, after);
        const rest = (without: 'removed' | 'added') =>
          paragraphs.map(({ runs }) => side(runs, without)).filter((text) => text !== '');
        const lines = (text: string) => text.split('\n').filter((line) => line !== '');
        expect(rest('added')).toEqual(lines(before));
        expect(rest('removed')).toEqual(lines(after));
      }),
    );
    const moved = diffTexts('一\n二\n三', '一\n三');
    expect(moved.map(({ kind }) => kind)).toEqual(['same', 'changed', 'same']);
  });

  it('tells two texts with nothing in common as one change, and soon', () => {
    const [before, after] = ['甲'.repeat(20_000), '乙'.repeat(20_000)];
    const start = process.cpuUsage().user;
    expect(diffWords(before, after).map(({ kind }) => kind)).toEqual(['removed', 'added']);
    expect(process.cpuUsage().user - start).toBeLessThan(2_000_000);
  });
});
