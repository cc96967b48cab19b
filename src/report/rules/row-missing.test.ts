import { describe, expect, it } from 'vitest';
import { ruled } from '../../../test/support/rule-tester.ts';
import { rowMissing } from './row-missing.ts';

describe('a row or column left out', () => {
  it.each([
    ['form 2019\ndrop row applications.other', '表三缺少“（六）其他处理”行。', 7],
    ['drop row applications.denied.publicSafety', '表三缺少“（三）不予公开·3.危及“三安全一稳定””行。', 7],
    ['drop column applications.research', '表三缺少“科研机构”（共 1 列）。', 25],
    [
      'drop column disclosure.regulations.repealed',
      '表二缺少“规章”行“本年废止件数”列、“行政规范性文件”行“本年废止件数”列。',
      2,
    ],
    ['drop column appeals.review.pending', '表四缺少“行政复议”行“尚未审结”列。', 1],
  ])('%s', (lines, message, cells) => {
    const { reports } = ruled(rowMissing, lines);
    expect(reports.map((r) => r.message)).toEqual([
      `${message}格式规定的行列不得增减，没有发生的也应保留并填 0。`,
    ]);
    expect(reports[0]?.cells).toHaveLength(cells);
  });

  it('is told by groups where the table has no sub-rows', () => {
    const [report] = ruled(rowMissing, 'form 2019\ncollapse').reports;
    expect(report?.message).toContain(
      '表三缺少“（三）不予公开”的 8 个分项行、“（四）无法提供”的 3 个分项行、“（五）不予处理”的 5 个分项行、“商业企业”、“科研机构”、“社会公益组织”、“法律服务机构”、“其他”（共 5 列）。',
    );
  });

  it('is not told of a table that is lost as a whole', () => {
    expect(ruled(rowMissing, 'drop table appeals').reports).toEqual([]);
  });
});
