import { describe, expect, it } from 'vitest';
import { ruled } from '../../../test/support/rule-tester.ts';
import { stockContinuity } from './stock-continuity.ts';

describe('现行有效 = last year + 制发 − 废止', () => {
  it('says all four figures, at 现行有效', () => {
    const { reports, at } = ruled(stockContinuity, 'previous\ncell disclosure.normative.inForce = 12');
    expect(reports).toMatchObject([
      {
        message:
          '行政规范性文件现行有效件数与上年不衔接：上年现行有效 6 + 本年制发 3 − 本年废止 1 = 8，本年填 12，相差 4。失效的计入废止；口径有调整的，请在正文中说明。',
        at: at('disclosure.normative.inForce'),
      },
    ]);
  });

  it.each([
    ['without last year', 'cell disclosure.normative.inForce = 12'],
    ['across two years', 'previous year 2020\ncell disclosure.normative.inForce = 12'],
    ['with a blank', 'previous\nrow disclosure.normative = 3'],
    ['of the form of 2019', 'form 2019\nprevious\nrow disclosure.normative = 3 3 40'],
  ])('is not judged %s', (_, lines) => {
    expect(ruled(stockContinuity, lines).reports).toEqual([]);
  });
});
