import type { AnswerId } from '../../law/answers.ts';
import { receiptRules } from '../../law/intake.ts';
import type { Refusal } from '../refusal.ts';
import type { Act } from './acts.ts';
import { checkAnswer } from './answer-check.ts';
import type { ApplicationCase } from './case.ts';
import type { Context } from './guards.ts';
import { blank, no } from './refusing.ts';

const article = '第三十三条第一款';

/** What can be answered at once: giving it, or saying where it is. All else needs reasons, and a letter. */
export const spotAnswers = [
  'granted.provided',
  'granted.alreadyPublic',
] as const satisfies readonly AnswerId[];

/** The applicant stands before the office: 当面提交, 口头提出. */
export const standsThere = ({ channel }: Pick<ApplicationCase, 'channel'>): boolean =>
  receiptRules.find((rule) => rule.channel === channel)!.by === 'submitted';

/** 能够当场答复的，应当当场予以答复: before him, on the day on which he came. */
export function onTheSpot(
  state: ApplicationCase,
  { on, draft, handedTo, cleared }: Act<'answerOnSpot'>,
  { table }: Context,
): Refusal | undefined {
  if (!standsThere(state))
    return no('notThere', '只有当面提交、口头提出的申请可以当场答复。其他申请请拟写答复书。', article);
  if (on !== state.receivedOn)
    return no(
      'notAtOnce',
      `当场答复只能在收到申请的当日（${state.receivedOn}）办理，这里填的是${on}。请拟写答复书。`,
      article,
    );
  if (!spotAnswers.some((each) => each === draft.answer))
    return no(
      'notGranted',
      '当场答复只用于提供信息或者告知获取的途径。其他答复应当说明理由，请拟写答复书。',
      article,
    );
  const incomplete = checkAnswer(state, draft, on, table);
  if (incomplete !== undefined) return incomplete;
  if (draft.answer === 'granted.provided' && !cleared)
    return no('notCleared', '当场提供信息的，请先按本机关的审查程序确认可以公开，并勾选。', '第十七条');
  return blank(handedTo) ? no('handedTo', '请写明交给了谁，例如申请人本人。', article) : undefined;
}
