import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../refusal.ts';
import type { Day } from '../workday/index.ts';
import { feeOf } from './fees.ts';

const day = '2026-03-02' as Day;
const yuan = (tariff: 'byItem' | 'byPage', quantity: number, before = 0): number => {
  const fee = feeOf({ tariff, quantity, before }, day);
  if (isRefusal(fee)) throw new Error(fee.message);
  return fee.yuan;
};

describe('信息处理费 (国办函〔2020〕109号)', () => {
  it.each([
    [1, 0],
    [10, 0],
    [11, 100],
    [30, 2000],
    [31, 2200],
    [40, 4000],
    [41, 4300],
    [50, 7000],
  ])('按件: %i applications of a month cost %i 元 together (FEE-2)', (items, sum) => {
    expect(yuan('byItem', items)).toBe(sum);
  });
  it.each([
    [30, 0],
    [31, 10],
    [100, 700],
    [101, 720],
    [200, 2700],
    [201, 2740],
  ])('按量: %i pages cost %i 元 (FEE-3)', (pages, sum) => {
    expect(yuan('byPage', pages)).toBe(sum);
  });
  it('按件 accumulates over the month: the eleventh costs 100 元 whether asked alone or with others', () => {
    expect(yuan('byItem', 1, 10)).toBe(100);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 300 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }),
        (before, parts) => {
          let at = before;
          const sum = parts.reduce((total, part) => {
            const fee = yuan('byItem', part, at);
            at += part;
            return total + fee;
          }, 0);
          expect(sum).toBe(yuan('byItem', at) - (before === 0 ? 0 : yuan('byItem', before)));
        },
      ),
    );
  });
  it('按量 stands for each application alone', () => {
    expect(yuan('byPage', 31, 500)).toBe(10);
  });
  it('never falls when one more is asked for, and each costs at least what the one before did', () => {
    for (const tariff of ['byItem', 'byPage'] as const) {
      const sums = Array.from({ length: 400 }, (_, index) => yuan(tariff, index + 1));
      const steps = sums.map((sum, index) => sum - (sums[index - 1] ?? 0));
      expect(steps).toEqual([...steps].sort((a, b) => a - b));
    }
  });
  it('is not charged before 2021, nor on what is no count', () => {
    expect(feeOf({ tariff: 'byPage', quantity: 50, before: 0 }, '2020-12-31' as Day)).toMatchObject({
      code: 'fee.tariff',
    });
    expect(feeOf({ tariff: 'byPage', quantity: 1.5, before: 0 }, day)).toMatchObject({
      code: 'fee.quantity',
    });
  });
});
