import { describe, expect, it } from 'vitest';
import { ruled } from '../../../test/support/rule-tester.ts';
import { rowTotal } from './row-total.ts';

describe('表三: the six columns make up 总计, row by row', () => {
  it('names the row, the sum and the total', () => {
    const { reports } = ruled(rowTotal, 'cell applications.granted.total = 4');
    expect(reports.map((r) => r.message)).toEqual([
      '表三“（一）予以公开”行各类申请人合计 5（自然人 4 + 商业企业 1），总计栏填 4，相差 1。总计应为自然人与法人或其他组织各栏之和，请核对本行。',
    ]);
  });

  it('stands at the total when two rows share a column and either cell may be wrong', () => {
    const { reports, at } = ruled(rowTotal, 'row applications.granted = 4 1 0 0 0 0 6');
    expect(reports[0]?.at).toEqual(at('applications.granted.total'));
  });

  it.each(['naturalPerson', 'business', 'research', 'nonprofit', 'legalService', 'otherOrg', 'total'])(
    'finds a change in column %s at that very cell',
    (column) => {
      const id = `applications.declined.excessive.${column}`;
      const { reports, at } = ruled(rowTotal, `cell ${id} = 9`);
      expect(reports).toHaveLength(1);
      expect(reports[0]?.at).toEqual(at(id));
      expect(reports[0]?.cells).toContain(id);
    },
  );

  it('knows the one column for all organisations of a collapsed table, and its rows without sub-rows', () => {
    const { reports } = ruled(rowTotal, 'collapse\nrow applications.denied.thirdParty = 1 0 0 0 0 0 4');
    expect(reports.map((r) => r.message.slice(0, 24))).toEqual([
      '表三“（三）不予公开”行各类申请人合计 1（自然',
    ]);
    expect(reports[0]?.cells).toEqual([
      'applications.denied.naturalPerson',
      'applications.denied.organisation',
      'applications.denied.total',
    ]);
  });

  it('lets a blank make up what is missing, but not what is too much', () => {
    expect(ruled(rowTotal, 'row applications.granted = 4 1 0 0 0 9').reports).toEqual([]);
    const blanks = (row: string) => `cell applications.granted.research =\n${row}`;
    expect(ruled(rowTotal, blanks('cell applications.granted.total = 6')).reports).toEqual([]);
    expect(ruled(rowTotal, blanks('cell applications.granted.total = 4')).reports).toHaveLength(1);
  });
});
