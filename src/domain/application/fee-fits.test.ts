import { describe, expect, it } from 'vitest';
import { act, caseIn, granted, play, tryAct } from '../../../test/support/cases.ts';
import type { ProvisionForm } from '../../law/intake.ts';
import { isRefusal } from '../refusal.ts';
import { emptyDraft } from './answer-draft.ts';
import { feeOf } from './fees.ts';

const day = '2026-03-11';
const inReview = caseIn('inReview');
const drafted = (pages: number | null, form: ProvisionForm = 'paper') =>
  play(
    inReview,
    act('draft', '2026-03-10', {
      draft: { ...granted, disclosed: [{ ...granted.disclosed[0]!, pages, form }] },
    }),
  );
const told = play(
  inReview,
  act('draft', '2026-03-10', { draft: { ...emptyDraft('granted.alreadyPublic'), where: '本机关网站' } }),
);

const charge = (
  state: typeof inReview,
  tariff: 'byItem' | 'byPage',
  quantity: number,
  more: { form?: ProvisionForm; because?: string; before?: number } = {},
) => {
  const { before = 0, ...rest } = more;
  const fee = feeOf({ tariff, quantity, before }, day as never);
  const yuan = isRefusal(fee) ? 0 : fee.yuan;
  const outcome = tryAct(
    state,
    act('noticeFee', day, { notice: { tariff, quantity, before, yuan }, ...rest }),
  );
  return isRefusal(outcome) ? outcome.code : 'told';
};

describe('which tariff is for what (信息处理费管理办法第四条、第五条)', () => {
  it.each([
    ['paper', 'told'],
    ['electronic', 'told'],
    ['inspection', 'fee.form'],
    ['transcription', 'fee.form'],
  ] as const)('by pages, what is wanted by %s: %s', (form, outcome) => {
    expect(charge(inReview, 'byPage', 100, { form })).toBe(outcome);
  });
  it('goes by what is drafted where that differs from what was wanted (第四十条)', () => {
    expect(charge(drafted(100, 'inspection'), 'byPage', 100, { form: 'paper' })).toBe('fee.form');
    expect(charge(drafted(100, 'electronic'), 'byPage', 100, { form: 'inspection' })).toBe('told');
  });
  it('by items is for every kind of decision', () => {
    expect(charge(inReview, 'byItem', 1, { form: 'inspection', before: 10 })).toBe('told');
    expect(charge(told, 'byItem', 1, { before: 10 })).toBe('told');
  });
  it('by pages is not for an answer that gives nothing, unless a reason is told (from memory)', () => {
    expect(charge(told, 'byPage', 100)).toBe('fee.notGiven');
    expect(charge(told, 'byPage', 100, { because: '另行复制' })).toBe('told');
  });
  it('by pages counts those drafted; another number takes a reason', () => {
    expect(charge(drafted(100), 'byPage', 100)).toBe('told');
    expect(charge(drafted(100), 'byPage', 120)).toBe('fee.pages');
    expect(charge(drafted(100), 'byPage', 120, { because: '附图20页另行复印' })).toBe('told');
    expect(charge(drafted(null), 'byPage', 120)).toBe('told');
  });
});
