import { describe, expect, it } from 'vitest';
import { ruled } from '../../../test/support/rule-tester.ts';
import { rowLabel } from './row-label.ts';

describe('labels of the grid', () => {
  it.each([
    [
      'label group applications.declined = （五）不予受理',
      '表三栏目名“（五）不予受理”与格式不符，应为“（五）不予处理”。请按格式改正。',
    ],
    [
      'label row applications.carriedOut = 四、结转下半年继续办理',
      '表三行名“四、结转下半年继续办理”与格式不符，应为“四、结转下年度继续办理”。请按格式改正。',
    ],
  ])('%s', (lines, message) => {
    expect(ruled(rowLabel, lines).reports.map((r) => r.message)).toEqual([message]);
  });

  it('miss the note of a table that was typed anew', () => {
    const { reports } = ruled(
      rowLabel,
      'label row applications.carriedOut = 四、结转下半年继续办理\ndrop note',
    );
    expect(reports.map((r) => r.message)).toContain(
      '表三缺表头注“（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）”。请按格式补上。',
    );
  });

  it('do not miss a note that copying alone may have lost', () => {
    expect(ruled(rowLabel, 'drop note').reports).toEqual([]);
  });

  it.each(['四、结转下年度 继续办理', '四、结转下年度继续\u3000办理'])(
    'are the same when set as “%s”',
    (label) => {
      expect(ruled(rowLabel, `label row applications.carriedOut = ${label}`).reports).toEqual([]);
    },
  );

  it('leave a missing row to the rule of missing rows', () => {
    expect(ruled(rowLabel, 'drop row applications.granted').reports).toEqual([]);
  });

  it('cite the form the report is set in', () => {
    const [report] = ruled(rowLabel, 'form 2019\nlabel group applications.declined = （五）不予受理').reports;
    expect(report?.basis).toMatchObject([{ instrument: 'form2019' }]);
  });
});
