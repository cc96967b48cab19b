import { describe, expect, it } from 'vitest';
import { adviseOnSubject, type SubjectWord } from './subject-advice.ts';

const agency = (word: string, name: string, more: Partial<SubjectWord> = {}): SubjectWord => ({
  word,
  holder: 'agency',
  name,
  contact: '0537-1234567',
  slug: null,
  ...more,
});
const kinds = (text: string, words: readonly SubjectWord[] = []) =>
  adviseOnSubject(text, words).map(({ kind }) => kind);

describe('before an application is sent', () => {
  it('it is told whose the subject is, with how to reach them, and may be sent all the same', () => {
    expect(
      adviseOnSubject('2025年婚姻登记数量', [agency('婚姻登记', '县民政局', { slug: '990901' })]),
    ).toEqual([
      {
        kind: 'otherAgency',
        message:
          '“婚姻登记”方面的信息由县民政局负责公开，可以向该机关申请（联系方式：0537-1234567）；仍要向本机关申请的，可以继续提交。',
        basis: { instrument: 'tiaoli2019', article: '第三十六条第（五）项' },
        cases: [],
        turnTo: '990901',
      },
    ]);
  });
  it('it is told of the public enterprise by name (第五十五条), and not of its sector besides', () => {
    const [one, ...more] = adviseOnSubject('自来水公司水质检测报告', [
      agency('水质', '云岫县自来水公司', { holder: 'enterprise', contact: null }),
    ]);
    expect(more).toEqual([]);
    expect(one).toMatchObject({ kind: 'publicEnterprise', basis: { article: '第五十五条第一款' } });
    expect(one!.message).toContain('公共企事业单位云岫县自来水公司制作、获取');
    expect(one!.message).not.toContain('联系方式');
  });
  it.each([
    ['县人民医院2025年收费明细', ['publicEnterprise']],
    ['某某供水公司管网改造', ['publicEnterprise']],
    ['学校规划审批文件', []],
    ['农村公路养护计划', []],
  ])('%s is known by its sector, or not: %j', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });
  it.each([
    ['要求查处某某违法建房', ['petition']],
    ['投诉村干部', ['petition']],
    ['2025年信访事项办理情况统计', []],
    ['举报奖励办法', ['petition']],
    ['违法建设查处决定书', []],
  ])('%s is told apart from asking for something to be done (第三十九条): %j', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });
  it('it is told nothing of others where the agency says the subject is its own', () => {
    const own = agency('农村公路养护', '本镇', { holder: 'own' });
    expect(kinds('农村公路养护计划', [own, agency('农村公路', '县交通运输局')])).toEqual([]);
    expect(kinds('县人民医院旁农村公路养护', [own])).toEqual([]);
    expect(kinds('农村公路养护计划', [{ ...own, word: '公路' }, agency('农村公路', '县交通运输局')])).toEqual(
      ['otherAgency'],
    );
  });
  it('each holder is told once, by the longest word, and not too many of them', () => {
    const words = [
      agency('公路', '县交通运输局'),
      agency('农村公路', '县交通运输局'),
      ...['甲', '乙', '丙', '丁', '戊'].map((name) => agency('养护', `${name}局`)),
    ];
    const told = adviseOnSubject('农村公路养护', words);
    expect(told).toHaveLength(4);
    expect(told[0]!.message).toContain('“农村公路”方面的信息由县交通运输局');
  });
});
