import { clockOf } from '../../../domain/application/case-clock.ts';
import { workdayTable } from '../../../domain/workday/index.ts';
import { applicationAct, given, textSchema } from '../../applications/application-act.ts';
import { sendNotice } from '../../applications/letters.ts';

/** Tells the applicant of the extension, before the period ends (第三十三条第二款). */
export const extendAnswer = applicationAct({
  act: 'application.extend',
  type: 'extend',
  shape: { reason: textSchema },
  facts: () => ({}),
  noted: ({ reason }) => given({ reason }),
  also: ({ on, reason }, _, acting) => {
    const due = clockOf(acting.loaded.state, on, workdayTable(acting.context.calendar()))?.due ?? null;
    return sendNotice(acting, {
      kind: 'extensionNotice',
      day: on,
      facts: given({ answerDue: due, reason }),
    });
  },
});
