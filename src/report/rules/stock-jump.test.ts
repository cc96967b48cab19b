import { describe, expect, it } from 'vitest';
import { ruled } from '../../../test/support/rule-tester.ts';
import { stockJump } from './stock-jump.ts';

describe('a change by more than half', () => {
  it.each([
    [
      'previous\ncell disclosure.normative.inForce = 10',
      'disclosure.normative.inForce',
      '由上年 6 件变为 10 件',
    ],
    [
      'previous\ncell disclosure.normative.inForce = 2',
      'disclosure.normative.inForce',
      '由上年 6 件变为 2 件',
    ],
    ['previous\ncell disclosure.normative.issued = 0', 'disclosure.normative.issued', '由上年 2 件变为 0 件'],
  ])('is told: %s', (lines, id, message) => {
    const { reports, at } = ruled(stockJump, lines);
    expect(reports).toMatchObject([{ cells: [id], at: at(id) }]);
    expect(reports[0]?.message).toContain(message);
  });

  it.each([
    'previous\ncell disclosure.normative.inForce = 9',
    'previous\ncell disclosure.normative.inForce = 3',
    'previous\ncell disclosure.regulations.inForce = 5',
    'cell disclosure.normative.inForce = 90',
  ])('is none: %s', (lines) => {
    expect(ruled(stockJump, lines).reports).toEqual([]);
  });

  it('form of 2019: 上一年项目数量 carries on from last year and its 增/减', () => {
    const { reports } = ruled(
      stockJump,
      'form 2019\nprevious\ncell disclosure.otherServices.previousItems = 40',
    );
    expect(reports).toMatchObject([
      {
        message:
          '其他对外管理服务事项上一年项目数量填 40，而上年报告为 30、增减 1，应为 31。口径有调整的，建议说明；否则请核对。',
      },
    ]);
  });
});
