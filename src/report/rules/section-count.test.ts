import { describe, expect, it } from 'vitest';
import { speaks } from '../../../test/support/speaks.ts';
import { sectionCount } from './section-count.ts';

const six =
  '总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况';

describe('what the preamble says of the parts', () => {
  it.each([
    [
      'five announced, six listed',
      `本报告包括${six}、其他需要报告的事项等五个部分。`,
      ['列出的是6项', '正文有6个部分'],
    ],
    ['seven parts announced', '本报告共分七个部分。', ['正文有6个部分']],
    ['an annex the body lacks', `报告主要包括${six}及附表等六个方面的内容。`, ['正文没有“附表”']],
    ['five listed', `本报告由${six}六个部分组成。`, ['列出的是5项']],
  ])('is wrong: %s', (_, preamble, words) => {
    const said = speaks(sectionCount, `preamble: ${preamble}`);
    expect(said).toHaveLength(1);
    for (const word of words) expect(said[0]).toContain(word);
  });

  it.each([
    `本报告包括${six}、其他需要报告的事项等六个部分。`,
    `本报告由${six}和其他需要报告的事项六部分组成。`,
    `全文包括：${six.replace('复议、', '复议和')}，以及其他需要报告的事项，共6个部分。`,
    '本报告所列数据的统计期限自2022年1月1日起至2022年12月31日止。',
    `本报告由总体情况、主动公开政府信息情况等六个部分组成。`,
    `报告包括${six}、其他需要报告的事项共计6部分。`,
    '镇里从三个方面推进公开工作。',
  ])('is right: %s', (preamble) => {
    expect(speaks(sectionCount, `preamble: ${preamble}`)).toEqual([]);
  });

  it('a section inserted or lost makes the right preamble wrong', () => {
    expect(speaks(sectionCount, 'insert overview: 二、组织领导情况 | 分工已调整。')[0]).toContain(
      '正文有7个部分',
    );
    expect(speaks(sectionCount, 'drop section other')[0]).toContain('正文没有“其他需要报告的事项”');
  });
});
