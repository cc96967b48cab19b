import { hearingRules } from '../../law/appeals.ts';
import type { Citation } from '../../law/citation.ts';
import { deadlines } from '../../law/deadlines.ts';
import { type Day, dayNumber, type WorkdayTable, workdayAfter } from '../workday/index.ts';
import { type Appeal, dispositionOf, reopens } from './appeal.ts';
import { appealDeadlines } from './deadlines.ts';

/** What the agency has to do by a day: hand in its reply, come to the hearing, answer anew. */
export type AppealDueKind = 'appealReply' | 'hearing' | 'newAnswer';

export interface AppealDue {
  readonly kind: AppealDueKind;
  readonly on: Day;
  readonly basis: Citation;
  /** Reckoned in a year whose holidays are not announced yet. */
  readonly provisional: boolean;
}

/** An appeal with what the register knows beside it. */
export interface OpenAppeal extends Appeal {
  readonly hearingOn: Day | null;
  /** A case was opened for the new answer that the decision ordered. */
  readonly reopened: boolean;
}

/** For people, in Chinese. */
export const appealDueNames: Readonly<Record<AppealDueKind, string>> = {
  appealReply: '提交答复（答辩）和证据的最后一日',
  hearing: '听证、开庭',
  newAnswer: '重新答复的期限届满',
};

type Found = readonly { readonly kind: AppealDueKind; readonly on: Day; readonly basis: Citation }[];

/** Owed until it is handed in or the appeal is over: without it the act counts as one without evidence. */
function replyOf(appeal: OpenAppeal, table: WorkdayTable): Found {
  if (appeal.repliedOn !== null) return [];
  return appealDeadlines(appeal, table).flatMap(({ what, day, period }) =>
    what === 'reply' ? [{ kind: 'appealReply', on: day, basis: period.basis } as const] : [],
  );
}

const hearingOf = ({ kind, hearingOn }: OpenAppeal, today: Day): Found =>
  hearingOn === null || hearingOn < today
    ? []
    : [
        {
          kind: 'hearing',
          on: hearingOn,
          basis: hearingRules[kind === 'review' ? 'review' : 'suit'].basis,
        },
      ];

/** The new case begins when the agency has the decision, whether or not it was opened (第三十三条). */
function newAnswerOf(appeal: OpenAppeal, table: WorkdayTable): Found {
  if (appeal.ended === null || appeal.reopened || !reopens(appeal)) return [];
  const last = workdayAfter(dayNumber(appeal.ended.on), deadlines.answer.workdays, table);
  return last === null
    ? []
    : [{ kind: 'newAnswer', on: table.dayOf(last), basis: dispositionOf(appeal)!.basis }];
}

/** What is owed in an appeal on a day; a reply and a new answer also once their day is past. */
export function appealDues(appeal: OpenAppeal, today: Day, table: WorkdayTable): readonly AppealDue[] {
  const found =
    appeal.ended === null
      ? [...replyOf(appeal, table), ...hearingOf(appeal, today)]
      : newAnswerOf(appeal, table);
  return found.map((each) => ({ ...each, provisional: dayNumber(each.on) >= table.provisionalFrom }));
}
