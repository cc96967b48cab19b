import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newBudget, type OpenRow, solveRows, splitBlocks, splitRow } from './glued.ts';

describe('figures glued together', () => {
  it('splits 000 into three noughts only, since no number begins with 0', () => {
    expect(splitRow(['000'], 3, null, newBudget())).toEqual([[0, 0, 0]]);
  });

  it('finds the one way whose parts make the total', () => {
    expect(splitRow(['6000017'], 7, 6, newBudget())).toEqual([[6, 0, 0, 0, 0, 1, 7]]);
  });

  it('takes a gap in print for a border', () => {
    expect(splitRow(['20', '0', '00', '0', '121'], 7, 6, newBudget())).toEqual([[20, 0, 0, 0, 0, 1, 21]]);
  });

  it('has no way where cells are blank', () => {
    expect(splitRow(['2626'], 7, 6, newBudget())).toEqual([]);
  });

  it('finds the true figures among the ways of any balanced row', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(120), { minLength: 6, maxLength: 6 }), (parts) => {
        const row = [...parts, parts.reduce((a, b) => a + b, 0)];
        expect(splitRow([row.join('')], 7, 6, newBudget())).toContainEqual(row);
      }),
    );
  });

  const rows = (received: number, granted: number): OpenRow[] => [
    { id: 'received', ways: [[received]], balance: 1, outcome: 0 },
    { id: 'granted', ways: [[granted], [2]], balance: 0, outcome: 1 },
    { id: 'concluded', ways: [[5]], balance: -1, outcome: -1 },
  ];

  it('chooses among the ways of a row by the sums of its column', () => {
    expect(solveRows(rows(5, 5), 1, newBudget())?.rows.get('granted')).toEqual([5]);
  });

  it('says which column no choice can satisfy', () => {
    expect(solveRows(rows(5, 4), 1, newBudget())?.impossible).toEqual([{ rule: 'outcome-sum', column: 0 }]);
    expect(solveRows(rows(7, 5), 1, newBudget())?.impossible).toEqual([{ rule: 'balance', column: 0 }]);
  });

  it('keeps no row that two solutions read differently', () => {
    const two: OpenRow[] = [
      { id: 'a', ways: [[1], [2]], balance: 0, outcome: 1 },
      { id: 'b', ways: [[2], [1]], balance: 0, outcome: 1 },
      { id: 'concluded', ways: [[3]], balance: 0, outcome: -1 },
    ];
    const solved = solveRows(two, 1, newBudget())!;
    expect(solved.solutions).toBe(2);
    expect([solved.rows.get('a'), solved.rows.get('concluded')]).toEqual([null, [3]]);
  });

  it('splits the fifteen figures of table 四 by their three totals', () => {
    const row = [27, 10, 9, 15, 61, 3, 0, 0, 0, 3, 8, 0, 1, 1, 10];
    expect(splitBlocks([row.join('')], 3, newBudget())).toEqual([row]);
    expect(splitBlocks(['110024001510103'], 3, newBudget())).toEqual([]);
  });

  it('gives up rather than search for long', () => {
    expect(splitRow(['1'.repeat(40)], 7, 6, newBudget())).toBeNull();
    expect(splitRow(['12'.repeat(13)], 7, null, { left: 50 })).toBeNull();
  });
});
