import { applicationAct, daySchema, given, textSchema } from '../../applications/application-act.ts';
import { sendNotice } from '../../applications/letters.ts';

/** Reasons are reasonable but the answer cannot come in time: a later day is fixed and told (第三十五条). */
export const delayAnswer = applicationAct({
  act: 'application.delay',
  type: 'delay',
  shape: { due: daySchema, reason: textSchema },
  facts: ({ due }) => ({ due }),
  noted: ({ reason }) => given({ reason }),
  also: ({ on, due, reason }, _, acting) =>
    sendNotice(acting, { kind: 'delayNotice', day: on, facts: { due, ...given({ reason }) } }),
});
