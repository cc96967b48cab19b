import { describe, expect, it } from 'vitest';
import { speaks } from '../../../test/support/speaks.ts';
import { frontMatter } from './front-matter.ts';

describe('period, contact, signature and date', () => {
  it.each([
    ['period', { period: null }, '数据的统计期限'],
    ['contact', { contact: null }, '联系方式'],
    ['signing agency', { signedBy: null }, '落款的机关名称'],
    ['date', { signedOn: null }, '落款日期'],
  ])('a missing %s is named', (_, more, words) => {
    expect(speaks(frontMatter, '', more)).toEqual([expect.stringContaining(`没有写${words}`)]);
  });

  it('all that is missing is named in one finding', () => {
    const said = speaks(frontMatter, '', { period: null, contact: null, signedBy: null, signedOn: null });
    expect(said).toEqual([expect.stringMatching(/统计期限、联系方式.*、落款的机关名称、落款日期/)]);
  });

  it('the day of publication on the page stands for the date', () => {
    const publishedOn = { day: '2023-01-20', at: { line: 1, column: 1 } };
    expect(speaks(frontMatter, '', { signedOn: null, publishedOn })).toEqual([]);
  });

  it.each([
    ['2021-01-01', '2021-12-31'],
    ['2022-01-01', '2022-11-30'],
    ['2022-02-01', '2022-12-31'],
  ])('the period %s to %s is not the year', (from, to) => {
    const period = { from, to, at: { line: 3, column: 1 } };
    expect(speaks(frontMatter, '', { period })).toEqual([
      expect.stringContaining('2022年1月1日至2022年12月31日'),
    ]);
  });

  it('is whole in the clean sample, and not asked of an excerpt', () => {
    expect(speaks(frontMatter, '')).toEqual([]);
    expect(speaks(frontMatter, 'preamble: 〔…略…〕', { contact: null, period: null })).toEqual([]);
  });
});
