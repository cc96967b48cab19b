import { answerOf } from '../../law/answers.ts';
import type { FeeTariff } from '../../law/fees.ts';
import { provisionForms } from '../../law/intake.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import type { Act } from './acts.ts';
import type { AnswerDraft } from './answer-draft.ts';
import type { ApplicationCase } from './case.ts';
import { feeOf } from './fees.ts';
import { blank } from './refusing.ts';

const charged = ({ disclosed }: AnswerDraft, { forms }: FeeTariff) =>
  disclosed.filter(({ form }) => forms === null || forms.includes(form));

/** Pages that a draft gives in a form a tariff is for; null where none are counted yet. */
export function draftedPages(draft: AnswerDraft | null | undefined, tariff: FeeTariff): number | null {
  const pages = draft == null ? [] : charged(draft, tariff).map((one) => one.pages);
  return pages.length === 0
    ? null
    : pages.reduce((sum, each) => (sum === null || each === null ? null : sum + each), 0);
}

const gives = ({ answer }: AnswerDraft): boolean => answerOf(answer).needs.includes('provision');

/**
 * Whether the tariff chosen is for what is asked or drafted: by pages only what is given on paper, by e-mail or as a copy
 * of data (第五条). Where the draft tells otherwise than the notice, that takes a reason.
 */
export function checkFeeFits(
  { draft }: ApplicationCase,
  { notice, form, because, on }: Act<'noticeFee'>,
): Refusal | undefined {
  const fee = feeOf(notice, on);
  if (isRefusal(fee) || fee.tariff.forms === null) return undefined;
  const { tariff } = fee;
  const { forms, basis } = tariff;
  const drafted = (draft?.disclosed ?? []).map((one) => one.form);
  const asked = drafted.length > 0 ? drafted : form === undefined ? [] : [form];
  if (asked.length > 0 && !asked.some((each) => forms!.includes(each)))
    return refuse(
      'fee.form',
      `按量计收只适用于提供纸质件、发送电子邮件或者复制电子数据。本件是${provisionForms[asked[0]!]}，不能按量计收。`,
      {},
      basis,
    );
  if (draft === null || !blank(because)) return undefined;
  if (!gives(draft))
    return refuse(
      'fee.notGiven',
      '拟写的答复不提供信息，只告知情况或者获取的途径，一般不按量计收。确需计收的，写明原因后再发。',
      {},
      basis,
    );
  const pages = draftedPages(draft, tariff);
  return pages === null || pages === notice.quantity
    ? undefined
    : refuse(
        'fee.pages',
        `拟稿提供的信息共${pages}页，收费通知写的是${notice.quantity}页。请核对；确有不同的，写明原因后再发。`,
        { drafted: pages, told: notice.quantity },
        basis,
      );
}
