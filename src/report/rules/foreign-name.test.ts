import { describe, expect, it } from 'vitest';
import { speaks } from '../../../test/support/speaks.ts';
import { loadPlaces } from '../places/load.ts';
import { foreignName } from './foreign-name.ts';

const places = await loadPlaces();
const fangshan = 'agency 曲阜市防山镇人民政府\n';
const says = (lines: string): string[] => speaks(foreignName, lines, {}, places);

describe('a superior’s act as one’s own', () => {
  it.each([
    '健全机制，及时调整全省政务公开领导小组，加强力量。',
    '成立了全市政府信息公开工作领导小组。',
    '紧密结合省委、省政府中心工作，制发《2022年山东省政务公开工作要点》，落实任务。',
    '制定《济宁市2022年政务公开工作要点》。',
    '受理公民、法人和其他组织向市政府及市政府办公室提出的政府信息公开申请，均已答复。',
  ])('%s', (words) => {
    expect(says(`${fangshan}add overview: ${words}`)).toHaveLength(1);
  });

  it.each([
    '按照《山东省行政程序规定》要求，办事结果及时公开。',
    '认真落实省政府印发的《2022年山东省政务公开工作要点》。',
    '市政府调整全市政务公开领导小组后，镇里相应明确了分工。',
    '市政府高度重视，印发《曲阜市政务公开工作要点》，镇里照此分解任务。',
    '转发《济宁市2022年政务公开工作要点》。',
    '受理公民向镇政府提交的政府信息公开申请，均已答复。',
    '受理群众向防山镇人民政府提出的申请。',
    '参加全市政府信息公开培训，成立全国文明城市创建领导小组。',
    '制定《曲阜市防山镇政务公开工作方案》，成立全镇政务公开领导小组。',
    '参照国家政务公开领导小组架构，调整镇政务公开领导小组。',
  ])('lawful: %s', (words) => {
    expect(says(`${fangshan}add overview: ${words}`)).toEqual([]);
  });

  it('a city may adjust its own group and issue its own points', () => {
    const city = 'kind city\nagency 济宁市人民政府\n';
    expect(says(`${city}add overview: 调整全市政务公开领导小组，制发《济宁市政务公开工作要点》。`)).toEqual(
      [],
    );
    expect(says(`${city}add overview: 调整全省政务公开领导小组。`)).toHaveLength(1);
  });

  it('the name of a province is known without the division data', () => {
    const lines = `${fangshan}add overview: 制发《山东省政务公开工作要点》。`;
    expect(speaks(foreignName, lines)).toHaveLength(1);
  });
});

describe('another agency speaking', () => {
  it.each([
    ['agency 防山镇人民政府', '我局'],
    ['agency 防山镇人民政府', '我乡'],
    ['kind county\nagency 曲阜市人民政府', '我镇'],
    ['kind countyDepartment\nagency 曲阜市财政局', '我街道'],
  ])('in a report of %j nobody says %s', (agency, self) => {
    expect(says(`${agency}\nadd overview: 一年来，${self}认真推进公开。`)).toHaveLength(1);
  });

  it.each([
    ['agency 防山镇人民政府', '我镇'],
    ['agency 防山镇人民政府', '我县'],
    ['kind countyDepartment\nagency 曲阜市财政局', '我局'],
  ])('in a report of %j one may say %s', (agency, self) => {
    expect(says(`${agency}\nadd overview: 一年来，${self}认真推进公开。`)).toEqual([]);
  });

  it('我局限 and 自我乡土 are other words', () => {
    expect(says(`${fangshan}add overview: 破除自我局限，讲述我乡村振兴故事。`)).toEqual([]);
  });
});

describe('another place acting', () => {
  it.each([
    '2022年，小孟镇高度重视政府信息公开工作。',
    '一是小孟镇人民政府成立了政务公开领导小组。',
    '制定小孟镇政务公开工作方案。',
    '公众通过以上栏目可以查阅小孟镇主动公开的政府信息。',
    '群众对小孟镇政务公开工作总体满意。',
  ])('%s', (words) => {
    expect(says(`${fangshan}add overview: ${words}`)).toEqual([expect.stringContaining('“小孟镇”')]);
  });

  it.each([
    '防山镇高度重视政府信息公开工作。',
    '曲阜市高度重视，济宁市人民政府统一部署。',
    '赴小孟镇学习政务公开经验，小孟镇高度重视交流。',
    '与小孟镇联合开展培训。',
    '在小孟镇政务公开现场会上发言。',
    '与小孟镇政务公开办公室结对。',
    '推广小孟镇政务公开经验。',
    '工作人员家住小孟镇。',
    '小孟镇至防山镇公路的征地信息及时公开。',
    '新城镇建设信息全面公开。',
  ])('lawful: %s', (words) => {
    expect(says(`${fangshan}add overview: ${words}`)).toEqual([]);
  });

  it('a county names its own townships, not those of others', () => {
    const county = 'kind county\ncode 370881\nagency 曲阜市人民政府\n';
    expect(says(`${county}add overview: 防山镇认真落实要求。`)).toEqual([]);
    expect(says(`${county}add overview: 小孟镇认真落实要求。`)).toHaveLength(1);
  });

  it('a name that exists several times is foreign only where none of them is one’s own', () => {
    const county = 'kind county\nagency 南安市人民政府\n';
    expect(says(`${county}add overview: 九都镇认真落实要求。`)).toEqual([]);
  });

  it('a township renamed or merged keeps its stem', () => {
    expect(says('agency 济宁市兖州区小孟乡人民政府\nadd overview: 小孟镇认真落实要求。')).toEqual([]);
  });

  it('a zone’s place is not told by its kind: nothing is said', () => {
    expect(says('kind zone\nagency 平潭综合实验区\nadd overview: 小孟镇认真落实要求。')).toEqual([]);
  });
});
