import { describe, expect, it } from 'vitest';
import type { ReportCell } from '../../domain/annual/report.ts';
import { countMissing, showCell } from './cell-view.ts';

const cell = (over: Partial<ReportCell>): ReportCell => ({
  value: 3,
  text: '3',
  status: 'read',
  at: null,
  ...over,
});

describe('a cell as shown', () => {
  it.each([
    [cell({ value: 0, text: '0' }), '0', null],
    [cell({ value: 41286, text: '41286' }), '41,286', null],
    [cell({ value: 1862.4037, text: '1862.4037' }), '1,862.4037', null],
    [cell({ value: -2, text: '-2' }), '-2', null],
    [cell({ value: 0, text: '无', status: 'inferred' }), '0', null],
    [cell({ value: null, text: '', status: 'blank' }), '—', '空白'],
    [cell({ value: null, text: '', status: 'absent' }), '—', '缺'],
    [cell({ value: null, text: '1=2', status: 'unreadable' }), '—', '不清'],
    [undefined, '—', '版式不同'],
  ])('%o is %s', (given, text, word) => {
    expect(showCell(given, false)).toMatchObject({ text, word });
  });

  it('never shows what is not a number as 0', () => {
    for (const status of ['blank', 'absent', 'unreadable'] as const)
      expect(showCell(cell({ value: null, text: '0', status }), true)).toMatchObject({
        text: '—',
        zero: false,
      });
  });

  it('gives the printed text of what was not plainly read', () => {
    expect(showCell(cell({ value: 0, text: '无', status: 'inferred' }), true).reason).toContain('“无”');
    expect(showCell(cell({ value: null, text: '1=2', status: 'unreadable' }), true).reason).toContain(
      '“1=2”',
    );
  });

  it('tells a cell that was not printed from one that the form of another year lacks', () => {
    expect(showCell(undefined, true).word).toBe('缺');
    expect(showCell(undefined, false).word).toBe('版式不同');
  });

  it('counts what has no plain number', () => {
    const cells = {
      a: cell({}),
      b: cell({ value: null, status: 'blank' }),
      c: cell({ value: null, status: 'blank' }),
    };
    expect(countMissing(cells, ['a', 'b', 'c', 'd'])).toEqual({
      blank: 2,
      absent: 0,
      unreadable: 0,
      inferred: 0,
    });
  });
});
