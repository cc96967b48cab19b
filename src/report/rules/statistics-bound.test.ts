import { describe, expect, it } from 'vitest';
import { ruled } from '../../../test/support/rule-tester.ts';
import { statisticsBound } from './statistics-bound.ts';

describe('统计表: bounds', () => {
  it.each([
    ['stat S1.1.1 = 59', 'S1.1.1', '“主动公开规范性文件数”填 59，多于“主动公开政府信息数” 58'],
    [
      'stat S2.2.1.1 = 1',
      'S2.2.1.1',
      '“主要负责同志参加新闻发布会次数”填 1，多于“参加或举办新闻发布会总次数” 0',
    ],
    ['stat S2.2.2.1 = 2', 'S2.2.2.1', '填 2，多于“政府网站在线访谈次数” 1'],
    ['stat S1.1 = 57', 'S1.1', '应不少于最多的一个渠道 58、不多于各渠道之和 79'],
    [
      'stat S1.1 = 80',
      'S1.1',
      '填 80，各渠道合计 79（政府网站公开政府信息数 58、政务微信公开政府信息数 21）',
    ],
    ['stat S2.1 = 4', 'S2.1', '不同渠道的同一事件计一次，总数应不多于各渠道之和 3，请核对。'],
  ])('%s', (lines, id, message) => {
    const { reports, at } = ruled(statisticsBound, lines);
    expect(reports).toMatchObject([{ at: at(id) }]);
    expect(reports[0]?.message).toContain(message);
  });

  it.each([
    'statistics',
    'stat S1.1 = 79',
    'stat S2.1 = 0',
    'stat S1.1.1 = 50',
    'stat S1.2.5 =\nstat S1.1 = 400',
    '',
  ])('hold: %s', (lines) => {
    expect(ruled(statisticsBound, lines).reports).toEqual([]);
  });
});
