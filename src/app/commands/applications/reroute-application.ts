import { applicationAct, textSchema } from '../../applications/application-act.ts';
import { sendNotice } from '../../applications/letters.ts';

/** Guides an applicant to the agency that answers for it, before registration (WF-14). */
export const rerouteApplication = applicationAct({
  act: 'application.reroute',
  type: 'reroute',
  shape: { to: textSchema, contact: textSchema },
  facts: ({ to, contact }) => ({ to, contact }),
  also: ({ on, to, contact }, _, acting) =>
    sendNotice(acting, { kind: 'misdirected', day: on, facts: { otherAgency: to, contact } }),
});
