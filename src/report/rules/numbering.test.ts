import { describe, expect, it } from 'vitest';
import { speaks } from '../../../test/support/speaks.ts';
import { numbering } from './numbering.ts';

const problems = (...paragraphs: string[]): string => `section problems: ${paragraphs.join(' | ')}`;

describe('ordinals', () => {
  it.each([
    [
      '（一）（二）(3)（四）',
      ['（一）甲事；', '（二）乙事；', '（3）丙事；', '（四）丁事。'],
      '“（3）”、“（四）”',
    ],
    ['a gap', ['1.甲事。', '2.乙事。', '4.丙事。'], '第2条之后是“4.”'],
    ['one twice', ['（一）甲事。', '（二）乙事。', '（二）丙事。'], '重复或倒退'],
    ['一是 without 二是', ['四是加强保障。一是健全机制。', '五是细化要点。'], '后面没有“二是”'],
    ['一是, 三是', ['一是健全机制；三是细化要点。'], '中间缺一条'],
    [
      'two lists named side by side',
      ['原因：一是人少，二是事多。', '对策：1、增人。', '2、分工。'],
      '编号写法',
    ],
  ])('are broken: %s', (_, paragraphs, words) => {
    const said = speaks(numbering, problems(...paragraphs));
    expect(said.join()).toContain(words);
    expect(said).toHaveLength(1);
  });

  it.each([
    ['levels', ['（一）问题', '1.甲事。', '2.乙事。', '（二）改进', '1.丙事。', '2.丁事。']],
    ['a second list', ['1、甲事。', '2、乙事。', '改进：', '1、丙事。', '2、丁事。', '3、戊事。']],
    ['一是 lists one after the other', ['一是甲，二是乙，三是丙。', '一是丁，二是戊。']],
    ['一是 nested and whole', ['一是甲。一是子，二是丑。', '二是乙。']],
    ['all in one paragraph', ['问题有：（一）甲；（二）乙；', '（三）丙。']],
    ['figures at the head', ['2022年共三件。', '2.5万元已经拨付。']],
    ['an ordinal before a year', ['1.甲事。', '2.2022年，乙事。', '3.丙事。']],
    ['items of an article', ['第二十条第', '（五）项规定的内容已经公开。']],
    ['words that only look so', ['统一是关键，三是三，四是四。']],
    ['一是 with 其次', ['一是人少，其次事多。']],
  ])('are whole: %s', (_, paragraphs) => {
    expect(speaks(numbering, problems(...paragraphs))).toEqual([]);
  });

  it('the sections themselves go on counting', () => {
    expect(speaks(numbering, 'heading problems: 四、存在的主要问题及改进情况')[0]).toContain('没有接着');
  });

  it('an excerpt may leave items out', () => {
    expect(speaks(numbering, problems('〔…略…〕', '1.甲事。', '4.乙事。一是子。'))).toEqual([]);
  });

  it('thousands of ordinals are read in linear time', () => {
    const many = problems(...Array.from({ length: 4000 }, (_, i) => `一是甲${i}。`));
    const before = performance.now();
    speaks(numbering, many);
    expect(performance.now() - before).toBeLessThan(1500);
  });
});
