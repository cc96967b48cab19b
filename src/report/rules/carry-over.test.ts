import { describe, expect, it } from 'vitest';
import { ruled } from '../../../test/support/rule-tester.ts';
import { carryOver } from './carry-over.ts';

describe('表三: 上年结转 is what last year left open', () => {
  it('column by column, at the cell of this year', () => {
    const { reports, at } = ruled(carryOver, 'previous cell applications.carriedOut.naturalPerson = 4');
    expect(reports).toMatchObject([
      {
        message:
          '表三“自然人”列：本年报告填上年结转 1 件，2021年报告填结转下年度继续办理 4 件，两年不衔接。请查明未办结申请的实际件数，更正有误的一年。',
        cells: ['applications.carriedIn.naturalPerson'],
        at: at('applications.carriedIn.naturalPerson'),
        suggestions: ['2021年报告无误的，本格应为 4。'],
      },
    ]);
  });

  it('across the change of form, 2020 to 2021', () => {
    const { reading } = ruled(carryOver, 'form 2019\nrow applications.carriedOut = 5 0 0 0 0 0 5');
    const next = ruled(carryOver, 'year 2021').reading;
    expect(carryOver.check(next, { previous: reading.report })).toHaveLength(2);
  });

  it('says nothing of a year that is not the one before, nor of a blank', () => {
    expect(
      ruled(carryOver, 'previous year 2019\nprevious row applications.carriedOut = 9 0 0 0 0 0 9').reports,
    ).toEqual([]);
    expect(ruled(carryOver, 'previous blank applications').reports).toEqual([]);
  });
});
