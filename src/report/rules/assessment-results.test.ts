import { describe, expect, it } from 'vitest';
import { speaks } from '../../../test/support/speaks.ts';
import { assessmentResults } from './assessment-results.ts';

const overview = (words: string): string => `section overview: ${words}`;

describe('results of assessment, public review and accountability', () => {
  it.each([
    ['nothing of them', '主动公开惠农补贴信息。', '工作考核、社会评议、责任追究'],
    [
      'systems only',
      '制定政务公开工作考核制度，建立社会评议、责任追究等制度。',
      '工作考核、社会评议、责任追究',
    ],
    ['首问负责制、责任追究制 only', '制定首问负责制、责任追究制等配套制度，考核合格，评议满意。', '责任追究'],
    ['no review', '年度考核为良好，没有发生责任追究的情形。', '社会评议'],
  ])('missing: %s', (_, words, missing) => {
    const said = speaks(assessmentResults, overview(words));
    expect(said).toEqual([expect.stringContaining(`没有写${missing}的结果`)]);
  });

  it('what the section on problems intends is no result', () => {
    const said = speaks(
      assessmentResults,
      `${overview('平台建设良好。')}\nsection problems: 下一步将加大考核力度，开展社会评议，严格责任追究。`,
    );
    expect(said).toHaveLength(1);
  });

  it.each([
    ['all three', '考核结果良好，社会评议满意度较高，没有发生责任追究。'],
    ['in other words', '第三方评估得分居前，问卷显示群众满意，未有人员被问责。'],
  ])('told: %s', (_, words) => {
    expect(speaks(assessmentResults, overview(words))).toEqual([]);
  });

  it('told in another section', () => {
    expect(
      speaks(assessmentResults, `${overview('公开良好。')}\nsection other: 考核合格，评议满意，无责任追究。`),
    ).toEqual([]);
  });

  it.each(['subdistrict', 'countyDepartment', 'zone', 'other'])('a %s is no government', (kind) => {
    expect(speaks(assessmentResults, `kind ${kind}\n${overview('主动公开补贴信息。')}`)).toEqual([]);
  });
});
