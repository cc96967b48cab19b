import { describe, expect, it } from 'vitest';
import { speaks } from '../../../test/support/speaks.ts';
import { sectionEmpty } from './section-empty.ts';

describe('a section with nothing in it', () => {
  it.each([
    ['a heading alone', 'section other:', '“六、其他需要报告的事项”下面没有内容'],
    ['an overview without a word', 'section overview:', '“一、总体情况”下面没有内容'],
    ['a section without its table', 'drop table appeals', '“四、政府信息公开行政复议、行政诉讼情况”是空的'],
    [
      'prose in the place of the table',
      'drop table disclosure\nadd disclosure: 本年公开情况良好。',
      '只有文字',
    ],
    ['a table without a figure', 'blank applications', '没有填任何数字'],
    ['blank table two of 2019', 'form 2019\nblank disclosure', '没有填任何数字'],
  ])('%s', (_, lines, words) => {
    const said = speaks(sectionEmpty, lines);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(words);
  });

  it.each([
    ['无 is an answer', 'section other: 无'],
    ['a picture is R207’s', 'picture appeals'],
    ['one figure in the table', 'blank applications\ncell applications.received.total = 0'],
    ['blank cells of one row are R201’s', 'blank disclosure.normative'],
    ['a section that is missing is R002’s', 'drop section other'],
    ['an excerpt that says so', 'section other:\nsection overview: 〔…略…〕'],
  ])('but not: %s', (_, lines) => {
    expect(speaks(sectionEmpty, lines)).toEqual([]);
  });
});
