import { describe, expect, it } from 'vitest';
import { proseMessages, proseReports } from '../../../test/support/prose-rules.ts';
import { statisticsReport } from './statistics-report.ts';

const said = (...lines: string[]) => proseMessages(statisticsReport, ['statistics', ...lines].join('\n'));

describe('统计表 against the report', () => {
  it.each([
    ['add overview: 在政府网站公开政府信息59条。', '“政府网站公开政府信息数”的 58'],
    ['add overview: 微信公众号发布信息30条。', '“政务微信公开政府信息数”的 21'],
    ['add overview: 全年主动公开政府信息79条。', '“主动公开政府信息数”的 58'],
    ['add overview: 举办业务培训4次。', '“举办各类培训班数”的 2'],
    ['add overview: 培训人员50余人次。', '“接受培训人员数”的 45'],
    ['stat S1.1.2 = 4', '表二“行政规范性文件”行“本年制发件数”列为 3，两表不一致'],
    [
      'add overview: 政务公开机构设组长1名，工作人员3名。\nadd problems: 镇党政办共5人。',
      '都不同于统计表“从事政府信息公开工作人员数”的 3',
    ],
  ])('%s', (lines, message) => {
    expect(said(lines)).toHaveLength(1);
    expect(said(lines)[0]).toContain(message);
  });

  it.each([
    'add overview: 在政府网站公开政府信息58条，举办业务培训2次，培训人员40余人次。',
    'add overview: 在政府网站公开政府信息58条，其中文件类17条。',
    'add overview: 2021年在政府网站公开政府信息20条。',
    'add overview: 政务公开机构设组长1名，工作人员2名。',
    'stat S1.1.2 =',
  ])('agrees: %s', (lines) => {
    expect(said(lines)).toEqual([]);
  });

  it('says nothing where no such form is attached', () => {
    expect(proseReports(statisticsReport, 'add overview: 在政府网站公开政府信息59条。')).toEqual([]);
  });
});
