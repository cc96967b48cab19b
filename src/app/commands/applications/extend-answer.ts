import { applicationAct, given, textSchema } from '../../applications/application-act.ts';
import { extensionNotice } from '../../applications/extension-notice.ts';
import { sendNotice } from '../../applications/letters.ts';

/** Tells the applicant of the extension, before the period ends (第三十三条第二款). */
export const extendAnswer = applicationAct({
  act: 'application.extend',
  type: 'extend',
  shape: { reason: textSchema },
  facts: () => ({}),
  noted: ({ reason }) => given({ reason }),
  also: ({ on, reason }, _, acting) =>
    sendNotice(acting, extensionNotice(acting.context, acting.loaded, on, reason)),
});
