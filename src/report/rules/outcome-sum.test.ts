import { describe, expect, it } from 'vitest';
import { ruled } from '../../../test/support/rule-tester.ts';
import { outcomeSum } from './outcome-sum.ts';

describe('表三: the outcomes make up （七）总计, column by column', () => {
  it('names the column, the outcomes that are not 0, and the total', () => {
    const { reports, at } = ruled(outcomeSum, 'cell applications.partial.business = 2');
    expect(reports.map((r) => r.message)).toEqual([
      '表三“商业企业”列各项办理结果合计 4（（一）予以公开 1 + （二）部分公开 2 + （四）无法提供·1.本机关不掌握相关政府信息 1），“（七）总计”填 2，相差 2。一件申请只计一种办理结果，请核对各项结果与总计。',
    ]);
    expect(reports[0]?.at).toEqual(at('applications.partial.business'));
    expect(reports[0]?.cells).toHaveLength(22);
  });

  it('has 20 outcomes in the form of 2019', () => {
    const { reports } = ruled(outcomeSum, 'form 2019\ncell applications.other.naturalPerson = 3');
    expect(reports[0]?.cells).toHaveLength(20);
  });

  it('is judged by the groups where a table has no sub-rows', () => {
    const { reports } = ruled(outcomeSum, 'collapse\nrow applications.denied.thirdParty = 2 0 0 0 0 0 2');
    expect(reports.map((r) => r.cells?.length)).toEqual([7, 7]);
  });

  it('is not judged where the sub-rows of 其他处理 are partly lost', () => {
    const { reports } = ruled(
      outcomeSum,
      'drop row applications.other.misc\nrow applications.concluded = 1 0 0 0 0 0 1',
    );
    expect(reports).toEqual([]);
  });
});
