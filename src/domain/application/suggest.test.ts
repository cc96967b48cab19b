import { describe, expect, it } from 'vitest';
import { annualReport2021 } from '../../law/forms/annual-report-2021.ts';
import { suggestFor } from './suggest.ts';

const of = (text: string) => {
  const { years, report, figures, pages, terms } = suggestFor(text);
  return { years, report, figures: figures.map(({ label }) => label), pages, terms };
};

describe('what is public already and may be meant', () => {
  it.each([
    ['2024年度政府信息公开工作年度报告', { report: true, years: [2024] }],
    ['贵镇2023年、2024年依申请公开的申请数量', { figures: ['新收政府信息公开申请'], years: [2024, 2023] }],
    ['2022年行政处罚案件数量', { figures: ['行政处罚处理决定'] }],
    ['某某公司的行政处罚决定书', { figures: [], report: false }],
    ['2021年低保申请数量', { figures: [] }],
    ['现行有效的规范性文件有多少', { figures: ['现行有效的行政规范性文件'] }],
    ['政府信息公开指南', { pages: ['contacts'] }],
    ['政府信息公开工作机构的联系电话', { pages: ['contacts'] }],
    ['申请的答复期限怎么算', { pages: ['deadline'] }],
    ['中华人民共和国政府信息公开条例全文', { pages: ['law'] }],
    ['全县各乡镇历年政府信息公开年度报告', { pages: ['statistics'], report: true }],
    ['河口村道路养护合同', { pages: [], figures: [], report: false, years: [] }],
  ] as const)('%s', (text, expected) => {
    expect(of(text)).toMatchObject(expected);
  });
  it('looks for the words that tell something, the longest first', () => {
    expect(of('关于2025年河口村道路养护合同的有关文件').terms).toEqual(['河口村道路养护合同']);
    expect(of('农村危房改造、低保的有关情况').terms).toEqual(['农村危房改造']);
    expect(of('2024年全部文件').terms).toEqual([]);
  });
  it('names only figures that the form has', () => {
    const cells = new Set(annualReport2021.cells.map(({ id }) => id));
    const named = suggestFor(
      '政府信息公开 申请 予以公开 规章 规范性文件 行政许可 行政处罚 行政强制 行政事业性收费 复议 数量',
    );
    expect(named.figures).toHaveLength(9);
    expect(named.figures.filter(({ cell }) => !cells.has(cell))).toEqual([]);
  });
});
