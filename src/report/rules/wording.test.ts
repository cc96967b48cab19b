import { describe, expect, it } from 'vitest';
import { reportsOf, speaks } from '../../../test/support/speaks.ts';
import { wrongWords } from '../narrative/wrong-words.ts';
import { wording } from './wording.ts';

const said = (words: string, lines = ''): string[] => speaks(wording, `${lines}add overview: ${words}`);

describe('every entry of the list', () => {
  it('is found alone or with what must follow it, at its place', () => {
    for (const entry of wrongWords) {
      if (entry.next !== undefined || entry.not?.test(entry.wrong)) continue;
      expect(said(`甲事，${entry.wrong}乙事。`).join(), entry.wrong).toContain(`“${entry.wrong}”`);
    }
  });

  it('has another word for it, and a reason', () => {
    for (const { wrong, right, why } of wrongWords) {
      expect(right).not.toBe(wrong);
      expect(why).not.toBe('');
    }
    expect(new Set(wrongWords.map((entry) => entry.wrong)).size).toBe(wrongWords.length);
    expect(wrongWords.length).toBeGreaterThanOrEqual(40);
  });
});

describe('words that are wrong', () => {
  it.each([
    ['按照“公开为原则，不公开为例外”的要求', '公开为常态'],
    ['截止2022年12月31日，目录已更新', '截至'],
    ['截止目前，共三件', '截至'],
    ['2022年来，镇里改进了公开', '年以来'],
    ['在微信工作号发布信息', '微信公众号'],
    ['上级来检査时', '查'],
    ['有测重地开展培训', '侧重'],
    ['面对社会宣传力度不够', '面向社会'],
    ['设有“政府公开”镇街栏目', '政府信息公开'],
    ['末收到政府信息公开申请', '未收到'],
    ['对其中一件申请不予受理', '不予处理'],
    ['促进法治政府建设提供了有力保障', '句式杂糅'],
    ['今年以来，公开栏换了三次', '2022年'],
  ])('%s', (words, mended) => {
    expect(said(words)).toEqual([expect.stringContaining(mended)]);
  });

  it('once each, with all their places', () => {
    const [report] = reportsOf(wording, 'add overview: 公示拦已换。\nadd problems: 公示拦破旧。');
    expect(report?.message).toContain('共2处');
    expect(report?.related).toHaveLength(1);
    expect(report?.at).toMatchObject({ column: 1, length: 3 });
  });
});

describe('a short title', () => {
  it('that is never explained', () => {
    expect(said('依照《条例》《办法》和有关文件，《办法》第三条')).toEqual([
      expect.stringContaining('《办法》'),
    ]);
  });

  it.each([
    '依照《政府信息公开信息处理费管理办法》（以下简称《办法》）收费，《办法》已经公布',
    '依照《政府信息公开信息处理费管理办法》（以下简称“办法”）收费，《办法》已经公布',
    '依照《条例》公开',
    '制定《政务公开工作办法》',
  ])('is no fault in %s', (words) => {
    expect(said(words)).toEqual([]);
  });
});

describe('words that only look so', () => {
  it.each([
    '以公开为常态、不公开为例外',
    '截至2022年12月31日',
    '报名截止日期已经公布，申请期限截止2022年12月31日',
    '近年来，5年来，十年来，2022年以来',
    '年末收到的申请转入次年',
    '复议机关不予受理',
    '自己公开承诺',
    '不再公开工作秘密',
    '县政府公开栏目标明电话',
    '为法治建设提供了保障，促进了公平',
    '为促进法治政府建设提供了保障',
    '的的确确方便了群众',
    '及时公开，对及时性进行考核',
  ])('%s', (words) => {
    expect(said(words)).toEqual([]);
  });

  it('in 2018 the old formula was the formula', () => {
    expect(said('坚持公开为原则', 'year 2018\n')).toEqual([]);
  });

  it('査 in a text of traditional characters is no fault', () => {
    expect(said('政府信息公開工作接受檢査')).toEqual([]);
  });
});
