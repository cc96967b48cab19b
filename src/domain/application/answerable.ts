import type { AnswerId } from '../../law/answers.ts';
import type { Refusal } from '../refusal.ts';
import type { Day, WorkdayTable } from '../workday/index.ts';
import type { AnswerDraft } from './answer-draft.ts';
import type { ApplicationCase } from './case.ts';
import { checkHeard } from './explanation.ts';
import { no } from './refusing.ts';

type Check = (state: ApplicationCase, on: Day, table: WorkdayTable) => Refusal | undefined;

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
  'declined.excessive': checkHeard,
  'other.correctionOverdue': () =>
    no('notAnAnswer', '逾期不补正的，在“等待申请人”环节作不再处理，不拟写答复。', '第三十条'),
  'other.feeOverdue': () =>
    no('notAnAnswer', '逾期不缴费的，在“等待申请人”环节作不再处理，不拟写答复。', '第四十二条'),
  'other.withdrawn': () => no('notAnAnswer', '申请人撤回的，请用“撤回”办理，不拟写答复。'),
};

/** Whether an answer of this kind can be drafted at all in this case on a day. */
export const checkAnswerable = (
  state: ApplicationCase,
  draft: AnswerDraft,
  on: Day,
  table: WorkdayTable,
): Refusal | undefined => checks[draft.answer]?.(state, on, table);
