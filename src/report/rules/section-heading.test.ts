import { describe, expect, it } from 'vitest';
import { directReading } from '../../../test/support/direct-reading.ts';
import { sampleOf } from '../../../test/support/sample.ts';
import { speaks } from '../../../test/support/speaks.ts';
import { sectionHeading } from './section-heading.ts';

describe('headings of the sections', () => {
  it.each([
    ['problems', '五、工作存在的主要问题和改进措施'],
    ['problems', '五、政府信息公开工作存在的主要问题及改进情况'],
    ['problems', '五、存在的主要问题及改正情况'],
    ['overview', '一、概述'],
    ['appeals', '四、政府信息公开行政复议和行政诉讼情况'],
    ['other', '六、其它需要报告的事项'],
  ])('%s may not be called %s', (id, heading) => {
    const said = speaks(sectionHeading, `heading ${id}: ${heading}`);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(heading);
  });

  it.each([
    ['appeals', '四、 政府信息公开行政复议，行政诉讼情况'],
    ['appeals', '四.政府信息公开行政复议、行政诉讼情况：'],
    ['overview', '## 一、总体情况'],
    ['overview', '一、總體情況'],
    ['overview', '总体情况'],
    ['applications', '三、收到和处理政府信息公开申请情况（单位：件）'],
    ['other', '第六部分 其他需要报告的事项'],
  ])('of %s, marks, blanks and characters of %s do not matter', (id, heading) => {
    expect(speaks(sectionHeading, `heading ${id}: ${heading}`)).toEqual([]);
  });

  it('a numbered section that the form does not have', () => {
    expect(speaks(sectionHeading, 'insert overview: 二、组织领导情况 | 镇里调整了分工。')[0]).toContain(
      '二、组织领导情况',
    );
  });

  it('an appendix without a number is no extra section', () => {
    expect(speaks(sectionHeading, 'insert other: 附件 名词解释 | 公开指南。')).toEqual([]);
  });

  it('sections out of order are told once, where the order breaks', () => {
    const reading = directReading(sampleOf('').report);
    const [first, second, ...rest] = reading.sections;
    const said = speaks(sectionHeading, '', { sections: [second!, first!, ...rest] });
    expect(said).toEqual([expect.stringContaining('“一、总体情况”的位置不对')]);
  });

  it('a section that stands twice', () => {
    const reading = directReading(sampleOf('').report);
    const said = speaks(sectionHeading, '', { sections: [...reading.sections, reading.sections[5]!] });
    expect(said).toEqual([expect.stringContaining('重复')]);
  });
});
