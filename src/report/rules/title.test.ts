import { describe, expect, it } from 'vitest';
import { speaks } from '../../../test/support/speaks.ts';
import { title } from './title.ts';

describe('the title', () => {
  it.each([
    ['', '没有找到报告标题'],
    ['青石镇人民政府政府信息公开工作年度报告', '没有写明年份'],
    ['青石镇2022年度政务公开工作年度报告', '写成了“政务公开”'],
    ['青石镇人民政府2022年政府信息公开年度报告', '少了“工作”二字'],
    ['青石镇人民政府2022年信息公开报告', '不是条例规定的名称'],
  ])('“%s” is wrong', (words, why) => {
    expect(speaks(title, `title ${words}`)).toEqual([expect.stringContaining(why)]);
  });

  it.each([
    '青石镇人民政府2022年政府信息公开工作年度报告',
    '青石镇人民政府 2022年度 政府信息公开工作年度报告',
    '青石镇人民政府二〇二二年政府信息公开工作年度报告',
    '2022年政府信息公开工作年度报告',
  ])('“%s” is right', (words) => {
    expect(speaks(title, `title ${words}`)).toEqual([]);
  });

  it('a wrong title is one finding, however much is wrong with it', () => {
    expect(speaks(title, 'title 政务公开年报')).toEqual([expect.stringMatching(/政务公开.*没有写明年份/)]);
  });
});
