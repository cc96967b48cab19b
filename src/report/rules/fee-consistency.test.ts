import { describe, expect, it } from 'vitest';
import { proseReports } from '../../../test/support/prose-rules.ts';
import { feeConsistency } from './fee-consistency.ts';

const said = (sentence: string, fees = '0') =>
  proseReports(feeConsistency, `cell disclosure.fees.amountWan = ${fees}\nsection other: ${sentence}`);

describe('信息处理费 in the last section and the fee cell', () => {
  it.each([
    '全年收取政府信息公开信息处理费3940元。',
    '发出收费通知3件，总金额900元，实际收取信息处理费500元。',
    '收取信息处理费0.5万元。',
  ])('%s', (sentence) => {
    expect(said(sentence)).toMatchObject([{ cells: ['disclosure.fees.amountWan'] }]);
  });

  it.each([
    ['全年收取政府信息公开信息处理费3940元。', '0.394'],
    ['全年未收取信息处理费。', '0'],
    ['2021年收取信息处理费3940元。', '0'],
    ['县民政局收取信息处理费380元。', '0'],
    ['发出收费通知1件，信息处理费通知金额300元。', '0'],
    ['全年收取信息处理费3940元。', ''],
  ])('agree: %s with %s', (sentence, fees) => {
    expect(said(sentence, fees)).toEqual([]);
  });

  it('the form of 2019 has no such cell', () => {
    expect(proseReports(feeConsistency, 'form 2019\nsection other: 全年收取信息处理费3940元。')).toEqual([]);
  });
});
