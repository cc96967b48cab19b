import { describe, expect, it } from 'vitest';
import { ruled } from '../../../test/support/rule-tester.ts';
import { blankCell } from './blank-cell.ts';

describe('a cell left empty', () => {
  it('is one finding a table, with every cell and its place', () => {
    const { reports, at } = ruled(
      blankCell,
      'cell disclosure.coercion.decisions =\ncell appeals.review.pending =\ncell appeals.suitDirect.upheld =',
    );
    expect(reports).toMatchObject([
      {
        message:
          '表二有 1 个数据格空着：“行政强制”行“本年处理决定数量”列。没有发生的应填 0，不能留空；请逐格核实后填写。',
        cells: ['disclosure.coercion.decisions'],
        at: at('disclosure.coercion.decisions'),
      },
      {
        cells: ['appeals.review.pending', 'appeals.suitDirect.upheld'],
        at: at('appeals.review.pending'),
        related: [{ at: at('appeals.suitDirect.upheld') }],
      },
    ]);
  });

  it('is a suggestion to write 0, never a fix: only the agency knows', () => {
    const [report] = ruled(blankCell, 'cell disclosure.coercion.decisions =').reports;
    expect(report?.fix).toBeUndefined();
    expect(report?.suggestions).toEqual(['确认没有发生的，填 0。']);
  });

  it.each([
    ['form 2019', 161],
    ['form 2021', 175],
  ])('is told of the whole table three (%s)', (form, cells) => {
    const { reports } = ruled(blankCell, `${form}\nblank applications`);
    expect(reports.map((r) => r.message)).toEqual([
      `表三的 ${cells} 个数据格全部空着。没有发生的应填 0，不能留空；请逐格核实后填写。`,
    ]);
  });
});
