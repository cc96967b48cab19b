import { describe, expect, it } from 'vitest';
import { table } from '../../../test/support/cases.ts';
import { ended } from '../../../test/support/endings.ts';
import type { AnswerId } from '../../law/answers.ts';
import { doubtfulStatutes } from '../../law/statute-names.ts';
import type { Day } from '../workday/index.ts';
import { checkAnswer, checkForm } from './answer-check.ts';
import { type Disclosed, emptyDraft } from './answer-draft.ts';
import { answerWarnings } from './answer-warnings.ts';

const on = '2026-03-20' as Day;
const stateOf = (answer: AnswerId) => ended('naturalPerson', answer, '2026-03-02' as Day, on);
const item = (more: Partial<Disclosed> = {}): Disclosed => ({
  title: '2025年度农村公路养护计划',
  form: 'electronic',
  way: 'email',
  when: null,
  pages: 3,
  ...more,
});
const giving = (...disclosed: readonly Disclosed[]) => ({ ...emptyDraft('granted.provided'), disclosed });

describe('information that is provided tells 方式、途径和时间 (第三十六条第（二）项)', () => {
  const state = stateOf('granted.provided');
  const check = (...disclosed: readonly Disclosed[]) => checkAnswer(state, giving(...disclosed), on, table);
  it.each([
    ['is fetched', item({ form: 'paper', way: 'pickUp' })],
    ['is looked at where the office says', item({ form: 'inspection', way: 'onSite' })],
    ['is copied by hand', item({ form: 'transcription', way: 'pickUp', when: ' ' })],
  ])('with a time where it %s', (_, one) => {
    expect(check(one)).toMatchObject({
      code: 'application.provisionTime',
      article: { article: '第三十六条第（二）项' },
    });
    expect(check(item(), one)).toMatchObject({ code: 'application.provisionTime' });
    expect(check({ ...one, when: '2026年3月23日至27日工作时间' })).toBeUndefined();
  });
  it.each(['post', 'email', 'portal'] as const)(
    'without one where it goes out with the letter (%s)',
    (way) => {
      expect(check(item({ form: 'paper', way }))).toBeUndefined();
    },
  );
});

describe('the form that was asked for (第四十条)', () => {
  it('is kept to, or the draft says why not', () => {
    expect(checkForm(giving(item()), { form: 'electronic' })).toBeUndefined();
    const other = giving(item(), item({ form: 'inspection', way: 'onSite', when: '工作日上午' }));
    expect(checkForm(other, { form: 'electronic' })).toMatchObject({
      code: 'application.otherForm',
      message: expect.stringContaining('申请人要求以电子数据的形式提供，拟稿为查阅'),
      article: { article: '第四十条' },
    });
    expect(checkForm({ ...other, otherForm: '原件易损' }, { form: 'electronic' })).toBeUndefined();
  });
  it('binds nothing where nothing is given, or where no form was asked for', () => {
    expect(checkForm(emptyDraft('denied.stateSecret'), { form: 'paper' })).toBeUndefined();
    expect(checkForm(giving(item()), { form: '' as never })).toBeUndefined();
  });
});

describe('what forbids disclosure is a 法律 or 行政法规 (第十四条)', () => {
  it.each([
    ['《山东省档案条例》第九条', '地方性法规'],
    ['《济宁市国有土地上房屋征收与补偿办法》', '地方性法规'],
    ['《汶上县政府投资项目管理规定》第三条', '地方性法规'],
    ['《不动产登记暂行条例实施细则》第九十七条', '规章或者规范性文件'],
    ['《国土资源行政处罚办法》第三十九条', '可能是规章'],
    ['《关于做好政务公开工作的通知》', '规范性文件'],
  ])('%s is doubted by its name', (text, words) => {
    expect(doubtfulStatutes(text)).toEqual([
      expect.objectContaining({ words: expect.stringContaining(words) }),
    ]);
  });
  it.each([
    '《中华人民共和国统计法》第二十五条',
    '《不动产登记暂行条例》第二十七条',
    '《城市房地产开发经营管理条例》',
    '《市场主体登记管理条例》第三十六条',
    '《证券市场监督管理条例》',
    '《信访工作条例》',
    '《中华人民共和国政府信息公开条例》第十四条',
    '统计法第二十五条',
  ])('%s is not', (text) => {
    expect(doubtfulStatutes(text)).toEqual([]);
  });
  it('is told as a warning with its article, and refuses nothing', () => {
    const state = stateOf('denied.forbiddenByLaw');
    const draft = { ...state.draft!, statute: '《山东省档案条例》第九条' };
    expect(checkAnswer(state, draft, on, table)).toBeUndefined();
    expect(answerWarnings({ ...state, draft })).toEqual([
      expect.objectContaining({
        code: 'answer.statuteRank',
        basis: expect.objectContaining({ article: '第十四条' }),
      }),
    ]);
    expect(answerWarnings(state)).toEqual([]);
  });
});

describe('withheld for a third party whose objection was found unsound (第三十二条)', () => {
  const answers = ['denied.thirdParty', 'partial'] as const;
  const saying = (answer: AnswerId, reasonable: boolean | null, view: 'objects' | null = 'objects') => {
    const state = stateOf(answer);
    const opinions = state.opinions.map((each) => ({ ...each, view, reasonable }));
    return answerWarnings({ ...state, opinions }).map(({ code }) => code);
  };
  it.each(answers)('%s gives pause', (answer) => {
    expect(saying(answer, false)).toEqual(['answer.unsoundObjection']);
  });
  it.each(answers)('%s gives none where the reasons are sound, or he kept silent', (answer) => {
    expect(saying(answer, true)).toEqual([]);
    expect(saying(answer, null, null)).toEqual([]);
  });
  it('gives none where another third party objected with reason', () => {
    const state = stateOf('denied.thirdParty');
    const [first] = state.opinions;
    const opinions = [first!, { ...first!, ref: '乙', reasonable: false }];
    expect(answerWarnings({ ...state, opinions })).toEqual([]);
  });
});
