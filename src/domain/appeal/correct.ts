import { type AppealKind, appealKindNames, type ReviewProcedure } from '../../law/appeals.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Day } from '../workday/index.ts';
import { dispositionOf } from './appeal.ts';
import { checkCourse } from './course.ts';
import type { OpenAppeal } from './due.ts';

/** An appeal as it was registered, with the application it is over. */
export interface RegisteredAppeal extends OpenAppeal {
  readonly applicationId: string | null;
}

/** What it should have been registered as. */
export interface AppealCorrection {
  readonly kind: AppealKind;
  readonly procedure: ReviewProcedure | null;
  readonly acceptedOn: Day;
  readonly applicationId: string | null;
  /** The result was entered by mistake: the appeal is open again. */
  readonly undoEnd: boolean;
}

/** `number`: of the application, by which people name it. */
const wrong = (field: keyof AppealCorrection | 'number', message: string): Refusal =>
  refuse('appeal.correction', message, { fields: [{ field, message }] });

const isReview = (kind: AppealKind): boolean => kind === 'review';

/** What a new case rests on stays: the decision that ordered it, and the application it was given over. */
function checkReopened(appeal: RegisteredAppeal, to: AppealCorrection): Refusal | undefined {
  if (!appeal.reopened) return undefined;
  const done = '已按本案的决定、裁判开立重新办理的申请';
  if (to.undoEnd) return wrong('undoEnd', `${done}，结果不能撤回。请先核对该申请。`);
  return to.applicationId === appeal.applicationId
    ? undefined
    : wrong('number', `${done}，对应申请不能再改。请先核对该申请。`);
}

function checkEnd(
  appeal: RegisteredAppeal,
  { kind, acceptedOn, undoEnd }: AppealCorrection,
): Refusal | undefined {
  const { ended } = appeal;
  if (ended === null) return undoEnd ? wrong('undoEnd', '本案还没有登记结果，没有可以撤回的。') : undefined;
  if (undoEnd) return undefined;
  if (isReview(kind) !== isReview(appeal.kind))
    return wrong(
      'kind',
      `本案已按“${dispositionOf(appeal)!.words}”结案，不能作为${appealKindNames[kind]}的结果。请同时撤回结果，改正后重新登记。`,
    );
  return ended.on < acceptedOn
    ? wrong('acceptedOn', `受理或者立案之日晚于收到决定、裁判之日${ended.on}。请核对日期。`)
    : undefined;
}

/**
 * Corrects what was registered wrongly; table 四 follows, since it is counted from the register. Refused: a procedure
 * that the road does not have, days that cannot follow one another, a result of the other road, and what a case opened
 * since rests on.
 */
export function correctAppeal(
  appeal: RegisteredAppeal,
  to: AppealCorrection,
  today: Day,
): RegisteredAppeal | Refusal {
  const { kind, procedure, acceptedOn, applicationId, undoEnd } = to;
  if (isReview(kind) && procedure === null) return wrong('procedure', '行政复议请选择简易程序或者普通程序。');
  if (!isReview(kind) && procedure !== null)
    return wrong('procedure', `${appealKindNames[kind]}不适用复议程序。请选“不适用”。`);
  if (acceptedOn > today) return wrong('acceptedOn', '受理、立案的日期在今天之后。请核对日期。');
  const fault = checkReopened(appeal, to) ?? checkEnd(appeal, to) ?? checkCourse(acceptedOn, appeal, today);
  if (fault !== undefined) return fault;
  return { ...appeal, kind, procedure, acceptedOn, applicationId, ended: undoEnd ? null : appeal.ended };
}
