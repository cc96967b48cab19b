import type { AnswerId } from '../../law/answers.ts';
import type { Refusal } from '../refusal.ts';
import type { AnswerDraft } from './answer-draft.ts';
import type { ApplicationCase } from './case.ts';
import { no } from './refusing.ts';

type Check = (state: ApplicationCase, draft: AnswerDraft) => Refusal | undefined;

/** Answers that the course of the case does not bear, whatever the draft says. */
const checks: Partial<Readonly<Record<AnswerId, Check>>> = {
  'unavailable.unclear': (state) =>
    state.correction?.returnedOn == null
      ? no(
          'notCorrected',
          '“补正后仍不明确”只用于申请人补正之后。内容不明确的，请先在7个工作日内一次性告知补正。',
          '第三十条',
        )
      : undefined,
  'declined.excessive': (state) =>
    state.explanation === null
      ? no(
          'reasonsFirst',
          '以数量、频次明显超过合理范围为由不予处理的，请先要求申请人说明理由。',
          '第三十五条',
        )
      : state.explanation.reasonable === true
        ? no('reasonsAccepted', '已认定申请人说明的理由合理，不能以此不予处理。', '第三十五条')
        : undefined,
  'other.correctionOverdue': () =>
    no('notAnAnswer', '逾期不补正的，在“等待申请人”环节作不再处理，不拟写答复。', '第三十条'),
  'other.feeOverdue': () =>
    no('notAnAnswer', '逾期不缴费的，在“等待申请人”环节作不再处理，不拟写答复。', '第四十二条'),
  'other.withdrawn': () => no('notAnAnswer', '申请人撤回的，请用“撤回”办理，不拟写答复。'),
};

/** Whether an answer of this kind can be drafted at all in this case. */
export const checkAnswerable: Check = (state, draft) => checks[draft.answer]?.(state, draft);
