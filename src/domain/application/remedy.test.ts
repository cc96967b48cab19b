import { describe, expect, it } from 'vitest';
import type { AgencyKind } from '../../law/agency-kind.ts';
import { answers } from '../../law/answers.ts';
import { isRefusal } from '../refusal.ts';
import type { Day } from '../workday/index.ts';
import {
  type RemedyAgency,
  type RemedyRequest,
  remedyParagraphs,
  reviewOrgan,
  silenceRemedy,
  thirdPartyRemedy,
} from './remedy.ts';

const township: RemedyAgency = {
  kind: 'township',
  name: '九都镇人民政府',
  line: false,
  justice: false,
  government: null,
  above: '南安市人民政府',
  departmentAbove: null,
  court: null,
};
const request: RemedyRequest = {
  agency: township,
  addressed: 'person',
  letter: '本告知书',
  day: '2026-03-16' as Day,
  online: false,
  onlineChannel: null,
};
const told = (result: ReturnType<typeof remedyParagraphs>): readonly string[] => {
  if (isRefusal(result)) throw new Error(result.message);
  return result;
};

describe('the remedy paragraph', () => {
  it('tells review first, and no direct suit, for what is withheld (RM-7, type P)', () => {
    const [text] = told(remedyParagraphs('denied.deliberative', request));
    expect(text).toBe(
      '您对本告知书不服的，应当自收到本告知书之日起60日内先向南安市人民政府申请行政复议；对行政复议决定不服的，可以自收到行政复议决定书之日起15日内依法向人民法院提起行政诉讼。',
    );
  });
  it('tells either road for everything else (type O), and speaks to an organisation as 你单位', () => {
    const [text] = told(remedyParagraphs('granted.provided', { ...request, addressed: 'unit' }));
    expect(text).toBe(
      '你单位对本告知书不服的，可以自收到本告知书之日起60日内向南安市人民政府申请行政复议，也可以自收到本告知书之日起6个月内直接向有管辖权的人民法院提起行政诉讼。',
    );
  });
  it('tells the two parts of a partial disclosure apart', () => {
    const [withheld, rest] = told(remedyParagraphs('partial', request));
    expect(withheld).toMatch(/^您对本告知书中不予公开的内容不服的，应当.*先向/);
    expect(rest).toMatch(/^您对本告知书的其他内容不服的，可以.*也可以.*6个月内直接/);
    expect(told(remedyParagraphs('partial', request, false))).toHaveLength(1);
  });
  it('tells both roads for what was withheld before 2024, when 复议前置 did not hold (RM-8)', () => {
    const before = { ...request, day: '2023-12-29' as Day };
    for (const id of ['denied.stateSecret', 'partial'] as const)
      expect(told(remedyParagraphs(id, before))).toEqual([expect.stringContaining('也可以')]);
  });
  it('stands in every answer but the confirmation of a withdrawal', () => {
    for (const { id } of answers)
      expect(told(remedyParagraphs(id, request)).length > 0, id).toBe(id !== 'other.withdrawn');
  });
  it('names the online channel when served online, else the letter is refused (RM-6)', () => {
    const online = { ...request, online: true };
    expect(remedyParagraphs('granted.provided', online)).toMatchObject({
      code: 'remedy.online',
      article: { article: '第二十二条第二款' },
    });
    const channel = 'https://xzfy.example.gov.cn';
    expect(
      told(remedyParagraphs('granted.provided', { ...online, onlineChannel: channel })).at(-1),
    ).toContain(channel);
  });
  it('tells a third party over whose objection information is disclosed either road (TL-32.d)', () => {
    expect(told(thirdPartyRemedy({ ...request, addressed: 'unit' }))[0]).toMatch(/^你单位对.*也可以/);
  });
  it('tells an applicant who hears nothing to go to review first, since 2024', () => {
    expect(silenceRemedy(township, '2026-03-30' as Day, 'person')).toBe(
      '您的申请应当在2026年3月30日前答复。至今没有答复，您对此不服的，应当先向南安市人民政府申请行政复议；对行政复议决定不服的，可以再依法向人民法院提起行政诉讼。',
    );
    expect(silenceRemedy(township, '2023-12-29' as Day, 'person')).toContain('也可以');
  });
});

describe('the review organ (RM-5)', () => {
  const of = (kind: AgencyKind, more: Partial<RemedyAgency> = {}) =>
    reviewOrgan({
      ...township,
      kind,
      government: '本级人民政府',
      above: '上一级人民政府',
      departmentAbove: '上一级部门',
      ...more,
    });
  it.each([
    ['township', '上一级人民政府'],
    ['county', '上一级人民政府'],
    ['city', '上一级人民政府'],
    ['subdistrict', '本级人民政府'],
    ['countyDepartment', '本级人民政府'],
    ['cityDepartment', '本级人民政府'],
    ['provinceDepartment', '本级人民政府'],
    ['province', '九都镇人民政府'],
    ['ministry', '九都镇人民政府'],
  ] as const)('of a %s is %s', (kind, organ) => {
    expect(of(kind)).toBe(organ);
  });
  it('of tax and customs is the department above, of 司法局 either (第二十七条、第二十八条)', () => {
    expect(of('countyDepartment', { line: true })).toBe('上一级部门');
    expect(of('countyDepartment', { justice: true })).toBe('本级人民政府或者上一级部门');
  });
  it('must be named: a letter without it is refused', () => {
    expect(of('township', { above: null })).toMatchObject({ code: 'remedy.organ' });
  });
});
