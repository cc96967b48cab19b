import { applicationAct, daySchema, given, textSchema } from '../../applications/application-act.ts';
import { sendNotice } from '../../applications/letters.ts';

/** Asks why so many, so often (第三十五条). */
export const askReasons = applicationAct({
  act: 'application.askReasons',
  type: 'askReasons',
  shape: { due: daySchema, reason: textSchema },
  facts: ({ due }) => ({ due }),
  noted: ({ reason }) => given({ reason }),
  also: ({ on, due, reason }, _, acting) =>
    sendNotice(acting, { kind: 'reasonsNotice', day: on, facts: { due, ...given({ reason }) } }),
});
