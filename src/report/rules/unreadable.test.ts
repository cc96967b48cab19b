import { describe, expect, it } from 'vitest';
import { ruled } from '../../../test/support/rule-tester.ts';
import { unreadable } from './unreadable.ts';

describe('cells that cannot be told for certain', () => {
  it('are named and counted, one finding a table', () => {
    const { reports, at } = ruled(
      unreadable,
      'cell disclosure.licensing.decisions = 4?6\ncell appeals.review.total = ?\ncell appeals.review.upheld = ?\nstat S4 = 2?',
    );
    expect(reports).toMatchObject([
      { cells: ['disclosure.licensing.decisions'], at: at('disclosure.licensing.decisions') },
      { cells: ['appeals.review.upheld', 'appeals.review.total'], at: at('appeals.review.upheld') },
      { cells: ['S4'], at: at('S4') },
    ]);
    expect(reports[0]?.message).toContain('表二有 1 个数据格（共 10 格）不能确定是什么数字：“行政许可”行');
  });

  it('are none in a clean report', () => {
    expect(ruled(unreadable, 'statistics').reports).toEqual([]);
  });
});
