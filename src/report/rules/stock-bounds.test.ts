import { describe, expect, it } from 'vitest';
import { ruled } from '../../../test/support/rule-tester.ts';
import { stockBounds } from './stock-bounds.ts';

describe('no more is repealed than there was, nor published than is public in all', () => {
  it.each([
    [
      'previous\nrow disclosure.normative = 3 10 8',
      '行政规范性文件本年废止 10 件，多于上年现行有效 6 件与本年制发 3 件之和 9 件。',
      'disclosure.normative.repealed',
    ],
    [
      'form 2019\nrow disclosure.normative = 0 9 8',
      '规范性文件本年新公开 9 件，多于对外公开总数量 8 件。',
      'disclosure.normative.published',
    ],
    [
      'form 2019\nrow disclosure.regulations = 0 1 0',
      '规章本年新公开 1 件，多于对外公开总数量 0 件。',
      'disclosure.regulations.published',
    ],
  ])('%s', (lines, message, id) => {
    const { reports, at } = ruled(stockBounds, lines);
    expect(reports).toMatchObject([{ at: at(id) }]);
    expect(reports[0]?.message).toContain(message);
  });

  it.each([
    'previous\nrow disclosure.normative = 3 9 0',
    'row disclosure.normative = 3 10 8',
    'form 2019\nrow disclosure.normative = 0 8 8',
  ])('is kept by: %s', (lines) => {
    expect(ruled(stockBounds, lines).reports).toEqual([]);
  });
});
