import { describe, expect, it } from 'vitest';
import { ruled } from '../../../test/support/rule-tester.ts';
import { cellFormat } from './cell-format.ts';

describe('what a cell may hold', () => {
  it.each([
    ['', 'disclosure.licensing.decisions', '46.5', '填了小数；件数应为整数'],
    ['', 'disclosure.licensing.decisions', '-4', '填了负数；件数不小于 0'],
    ['', 'disclosure.licensing.decisions', '46件', '数字之外夹有单位或文字；数据格只填数字，单位以表头为准'],
    ['', 'disclosure.fees.amountWan', '12.6万元', '数字之外夹有单位或文字；数据格只填数字，单位以表头为准'],
    ['', 'disclosure.fees.amountWan', '0.1234567', '小数超过六位；以万元为单位时四位小数已精确到元'],
    ['', 'disclosure.fees.amountWan', '-3', '填了负数；件数不小于 0'],
    ['', 'applications.received.total', '无', '以文字或符号代替数字；没有发生的应填 0'],
    ['', 'applications.received.total', '——', '以文字或符号代替数字；没有发生的应填 0'],
    ['', 'applications.received.total', '/', '以文字或符号代替数字；没有发生的应填 0'],
    [
      'form 2019',
      'disclosure.procurement.amount',
      '126万',
      '数字之外夹有单位或文字；数据格只填数字，单位以表头为准',
    ],
    ['form 2019', 'disclosure.penalties.change', '2.5', '填了小数；件数应为整数'],
  ])('%s %s may not be “%s”', (form, id, text, what) => {
    const { reports, at } = ruled(cellFormat, `${form}\ncell ${id} = ${text}`);
    expect(reports).toMatchObject([{ cells: [id], at: at(id) }]);
    expect(reports[0]?.message).toMatch(`“${text}”：${what}。`);
  });

  it.each([
    ['', 'disclosure.licensing.decisions', '1,234'],
    ['', 'disclosure.licensing.decisions', '１２３'],
    ['', 'disclosure.licensing.decisions', ' 12 '],
    ['', 'disclosure.licensing.decisions', '[bookmark: _GoBack]12'],
    ['', 'disclosure.fees.amountWan', '5949.088667'],
    ['form 2019', 'disclosure.penalties.change', '-18'],
    ['form 2019', 'disclosure.penalties.change', '+3'],
    ['form 2019', 'disclosure.procurement.amount', '73802895.90'],
  ])('%s %s may be “%s”', (form, id, text) => {
    expect(ruled(cellFormat, `${form}\ncell ${id} = ${text}`).reports).toEqual([]);
  });

  it('is one finding a table and kind of fault', () => {
    const { reports } = ruled(
      cellFormat,
      'row appeals.review = 无 无 — / 0\ncell disclosure.licensing.decisions = 3件\ncell disclosure.penalties.decisions = 4.5',
    );
    expect(reports.map((r) => r.cells?.length)).toEqual([1, 1, 4]);
  });

  it.each([
    ['formula', 'J5存的结果是15，按公式计算应为12', '公式与存着的结果不符'],
    ['shown', 'B12显示“12”，存的却是12.4', '单元格显示的与存着的不是一回事'],
    ['errorValue', 'B12是#REF!', '公式出错，没有得出数'],
  ])('of a workbook says one thing only (%s)', (kind, text, what) => {
    const id = 'applications.received.total';
    const { reports, at } = ruled(cellFormat, `note ${kind} ${id}: ${text}`);
    expect(reports).toMatchObject([{ cells: [id], at: at(id), related: [] }]);
    expect(reports[0]?.message).toContain(`工作表${text}：${what}`);
  });

  it('of a workbook with many such cells is one finding that names the first', () => {
    const ids = ['naturalPerson', 'business', 'research', 'nonprofit', 'legalService', 'otherOrg', 'total'];
    const lines = ids.map(
      (id, i) => `note formula applications.granted.${id}: D${i}存的结果是1，按公式计算应为2`,
    );
    const { reports } = ruled(cellFormat, lines.join('\n'));
    expect(reports).toHaveLength(1);
    expect(reports[0]?.cells).toHaveLength(7);
    expect(reports[0]?.related).toHaveLength(6);
    expect(reports[0]?.message).toMatch(/；D5[^；]*等7格：/);
  });

  it('leaves alone a figure split from a glued run', () => {
    const { reports } = ruled(cellFormat, '', (reading) => {
      const id = 'applications.received.total';
      const cell = { value: 12, text: '10200012', status: 'inferred' as const, at: null };
      return { ...reading, report: { ...reading.report, cells: { ...reading.report.cells, [id]: cell } } };
    });
    expect(reports).toEqual([]);
  });
});
