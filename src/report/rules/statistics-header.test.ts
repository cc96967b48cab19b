import { describe, expect, it } from 'vitest';
import { ruled } from '../../../test/support/rule-tester.ts';
import { statisticsHeader } from './statistics-header.ts';

describe('统计表: a heading with a figure', () => {
  it('is told with its name, its figure and its place', () => {
    const { reports, reading } = ruled(statisticsHeader, 'stat S1.2 = 0\nstat S7 = 3');
    expect(reports).toMatchObject([
      {
        cells: ['S1.2'],
        message:
          '统计表“通过不同渠道和方式公开政府信息的情况”是标题栏，不填数字，现填“0”。请删去，数字填在其下各栏。',
      },
      { cells: ['S7'], at: reading.statisticsHeaders[1]?.at },
    ]);
  });

  it('is none in the form as it should be', () => {
    expect(ruled(statisticsHeader, 'statistics').reports).toEqual([]);
  });
});
