import { describe, expect, it } from 'vitest';
import { ruled } from '../../../test/support/rule-tester.ts';
import { appealTotal } from './appeal-total.ts';

describe('表四: the four results make up 总计, block by block', () => {
  it.each([
    ['review', '行政复议'],
    ['suitDirect', '行政诉讼·未经复议直接起诉'],
    ['suitAfterReview', '行政诉讼·复议后起诉'],
  ])('of %s', (block, name) => {
    const { reports, at } = ruled(appealTotal, `row appeals.${block} = 1 2 0 0 4`);
    expect(reports.map((r) => r.message)).toEqual([
      `表四“${name}”各项结果合计 3（结果维持 1 + 结果纠正 2），总计栏填 4，相差 1。总计应为结果维持、结果纠正、其他结果、尚未审结四项之和，请核对。`,
    ]);
    expect(reports[0]?.at).toEqual(at(`appeals.${block}.total`));
    expect(reports[0]?.related).toHaveLength(4);
  });
});
