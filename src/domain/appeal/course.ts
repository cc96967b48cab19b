import { type Refusal, refuse } from '../refusal.ts';
import type { Day } from '../workday/index.ts';

/** The days on which an appeal went on; null while one has not come. */
export interface AppealCourse {
  readonly copyReceivedOn: Day | null;
  readonly repliedOn: Day | null;
  /** May lie ahead: a hearing is announced before it is held. */
  readonly hearingOn: Day | null;
}

const wrong = (field: keyof AppealCourse, message: string): Refusal =>
  refuse('appeal.course', message, { fields: [{ field, message }] });

/** `accepted`: 受理 or 立案. Refused: days that cannot follow one another, or that are noted before they have come. */
export function checkCourse(accepted: Day, course: AppealCourse, today: Day): Refusal | undefined {
  const { copyReceivedOn: copy, repliedOn: reply, hearingOn: hearing } = course;
  if (copy !== null && copy > today) return wrong('copyReceivedOn', '收到副本的日期在今天之后。请核对日期。');
  if (copy !== null && copy < accepted)
    return wrong('copyReceivedOn', `收到副本的日期早于受理或者立案之日${accepted}。请核对日期。`);
  if (reply !== null && reply > today) return wrong('repliedOn', '提交答复的日期在今天之后。请核对日期。');
  if (reply !== null && reply < (copy ?? accepted))
    return wrong(
      'repliedOn',
      `提交答复的日期早于${copy === null ? '受理或者立案' : '收到副本'}之日${copy ?? accepted}。请核对日期。`,
    );
  return hearing !== null && hearing < accepted
    ? wrong('hearingOn', `听证、开庭的日期早于受理或者立案之日${accepted}。请核对日期。`)
    : undefined;
}
