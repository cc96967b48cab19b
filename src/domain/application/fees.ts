import { inForceOn } from '../../law/dated.ts';
import { type FeeTariff, feeTariffs } from '../../law/fees.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import type { Day } from '../workday/index.ts';

/**
 * A notice of 信息处理费. `byItem`: `quantity` items of this application, of which the applicant had sent in `before` in
 * the same month to the same agency. `byPage`: pages of this application alone.
 */
export interface FeeNotice {
  readonly tariff: FeeTariff['id'];
  readonly quantity: number;
  readonly before: number;
  readonly yuan: number;
}

/** A line of the reckoning: so many at so much. */
export interface FeeLine {
  readonly first: number;
  readonly last: number;
  readonly count: number;
  readonly yuan: number;
  readonly sum: number;
}

interface Step {
  readonly first: number;
  readonly last: number;
  readonly yuan: number;
}

/** The steps of a tariff up to the `most`-th. */
function stepsOf({ tiers, rising }: FeeTariff, most: number): Step[] {
  const steps: Step[] = tiers.map(({ first, last, yuan }) => ({
    first,
    last: last ?? Number.POSITIVE_INFINITY,
    yuan,
  }));
  if (rising === null) return steps;
  for (let first = rising.first, { yuan } = rising; first <= most; first += rising.every, yuan += rising.step)
    steps.push({ first, last: first + rising.every - 1, yuan });
  return steps;
}

/** What the `after + 1`-th to the `to`-th cost under a tariff, step by step, those that cost nothing left out. */
export function feeLines(tariff: FeeTariff, after: number, to: number): readonly FeeLine[] {
  return stepsOf(tariff, to).flatMap(({ first, last, yuan }) => {
    const [from, until] = [Math.max(first, after + 1), Math.min(last, to)];
    const count = until - from + 1;
    return count > 0 && yuan > 0 ? [{ first: from, last: until, count, yuan, sum: count * yuan }] : [];
  });
}

const sumOf = (lines: readonly FeeLine[]): number => lines.reduce((sum, line) => sum + line.sum, 0);
const whole = (n: number): boolean => Number.isInteger(n) && n >= 0;

export interface Fee {
  readonly yuan: number;
  readonly lines: readonly FeeLine[];
  readonly tariff: FeeTariff;
}

/**
 * The fee of an application by one tariff on a day, in 元. `before` counts only 按件 (same applicant, calendar month and
 * agency). Refused: before the tariff was in force; numbers that are no counts.
 */
export function feeOf(
  { tariff: id, quantity, before }: Pick<FeeNotice, 'tariff' | 'quantity' | 'before'>,
  day: Day,
): Fee | Refusal {
  const tariff = inForceOn(
    feeTariffs.filter((each) => each.id === id),
    day,
  );
  if (tariff === null) return refuse('fee.tariff', '信息处理费自2021年1月1日起施行，此前收到的申请不收费。');
  if (!whole(quantity) || quantity === 0 || !whole(before))
    return refuse('fee.quantity', `${tariff.unit}数应为正整数。请核对后再计算。`, {}, tariff.basis);
  const after = id === 'byItem' ? before : 0;
  const lines = feeLines(tariff, after, after + quantity);
  return { yuan: sumOf(lines), lines, tariff };
}

/** Whether a notice asks for what the tariff gives, and for anything at all. */
export function checkFee(notice: FeeNotice, day: Day): Refusal | undefined {
  const fee = feeOf(notice, day);
  if (isRefusal(fee)) return fee;
  const { basis, unit, name } = fee.tariff;
  if (fee.yuan === 0) return refuse('fee.none', `没有超过免费的${unit}数，不收取信息处理费。`, {}, basis);
  return fee.yuan === notice.yuan
    ? undefined
    : refuse(
        'fee.amount',
        `按“${name}”应为${fee.yuan}元，通知写的是${notice.yuan}元。请改正后再发。`,
        { due: fee.yuan, told: notice.yuan },
        basis,
      );
}
