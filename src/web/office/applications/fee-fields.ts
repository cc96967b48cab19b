import type { CaseSheet } from '../../../app/queries/applications/case-sheet.ts';
import { draftedPages } from '../../../domain/application/fee-fits.ts';
import { feeOf } from '../../../domain/application/fees.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import type { Day } from '../../../domain/workday/index.ts';
import { inForceOn } from '../../../law/dated.ts';
import { type FeeTariff, feeTariffs } from '../../../law/fees.ts';
import type { FieldDef } from './field-defs.ts';

interface Reckoned {
  readonly tariff: FeeTariff['id'];
  /** Null where it is not known yet. */
  readonly quantity: number | null;
  readonly yuan: number | null;
}

const yuanOf = (
  tariff: FeeTariff['id'],
  quantity: number | null,
  before: number,
  day: Day,
): number | null => {
  if (quantity === null || quantity === 0) return null;
  const fee = feeOf({ tariff, quantity, before }, day);
  return isRefusal(fee) ? null : fee.yuan;
};

function reckoned({ itemsBefore, state }: CaseSheet, today: Day): readonly Reckoned[] {
  const byPage = inForceOn(
    feeTariffs.filter(({ id }) => id === 'byPage'),
    today,
  );
  const pages = byPage === null ? null : draftedPages(state.draft, byPage);
  return [
    { tariff: 'byItem', quantity: 1, yuan: yuanOf('byItem', 1, itemsBefore ?? 0, today) },
    { tariff: 'byPage', quantity: pages, yuan: yuanOf('byPage', pages, 0, today) },
  ];
}

const sum = (yuan: number | null): string => (yuan === null ? '' : `，应收${yuan}元`);

/** What a fee would come to by either tariff, worked out already; the one that asks for something is filled in. */
export function feeFields(sheet: CaseSheet, today: string): readonly FieldDef[] {
  const [items, pages] = reckoned(sheet, today as Day) as [Reckoned, Reckoned];
  const due = [items, pages].find(({ yuan }) => (yuan ?? 0) > 0);
  return [
    {
      kind: 'radio',
      name: 'tariff',
      label: '计收方式',
      need: true,
      ...(due === undefined ? {} : { value: due.tariff }),
      options: [
        {
          value: 'byItem',
          label: `按件：同一申请人当月此前${sheet.itemsBefore ?? 0}件，本件按1件计${sum(items.yuan)}`,
        },
        {
          value: 'byPage',
          label:
            pages.quantity === null
              ? '按量：本件超过30页的部分；拟稿还没有写页数'
              : `按量：拟稿提供${pages.quantity}页${sum(pages.yuan)}`,
        },
      ],
    },
    {
      kind: 'number',
      name: 'quantity',
      label: '本件的件数或者页数',
      need: true,
      ...(due === undefined ? {} : { value: String(due.quantity) }),
    },
    {
      kind: 'number',
      name: 'yuan',
      label: '应收金额',
      need: false,
      unit: '元',
      hint: '由系统按标准计算，可以不填；填写的与标准不符的，不能发出。',
    },
    { kind: 'area', name: 'because', label: '与拟稿不同的原因', need: false },
  ];
}
