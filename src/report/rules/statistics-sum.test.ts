import { describe, expect, it } from 'vitest';
import { ruled } from '../../../test/support/rule-tester.ts';
import { statisticsSum } from './statistics-sum.ts';

describe('统计表: parts that make up their whole', () => {
  it('are added up and shown', () => {
    const { reports, at } = ruled(statisticsSum, 'stat S5 = 87\nstat S5.3 = 1');
    expect(reports).toMatchObject([
      {
        message: '统计表“查阅点接待人数”填 87，各子栏目合计 0 + 0 + 1 = 1，相差 86。请核对总数与各子栏目。',
        cells: ['S5', 'S5.1', 'S5.2', 'S5.3'],
        at: at('S5'),
      },
    ]);
  });

  it.each(['S3', 'S4', 'S5', 'S6.2'])('are those of %s', (whole) => {
    expect(ruled(statisticsSum, `stat ${whole} = 99`).reports.map((r) => r.cells?.[0])).toEqual([whole]);
  });

  it.each(['', 'stat S5 =', 'stat S1.2.1 = 400'])('say nothing of: %s', (lines) => {
    expect(ruled(statisticsSum, lines).reports).toEqual([]);
  });
});
