import { clockOf } from '../../domain/application/case-clock.ts';
import { type Day, workdayTable } from '../../domain/workday/index.ts';
import type { AppContext } from '../context.ts';
import { given } from './application-act.ts';
import type { CaseRecord } from './case-record.ts';
import type { NoticeWish } from './letters.ts';

/** 延期答复告知书 of a case that was given more time: until when, and why (第三十三条第二款). */
export function extensionNotice(
  { calendar }: Pick<AppContext, 'calendar'>,
  { state }: Pick<CaseRecord, 'state'>,
  on: Day,
  reason: string,
): NoticeWish {
  const due = clockOf(state, on, workdayTable(calendar()))?.due ?? null;
  return { kind: 'extensionNotice', day: on, facts: given({ answerDue: due, reason }) };
}
