import { applicationAct, textSchema } from '../../applications/application-act.ts';

/** Withdrawn by the applicant, in writing or confirmed in writing (WF-12). */
export const withdrawApplication = applicationAct({
  act: 'application.withdraw',
  type: 'withdraw',
  shape: { confirmation: textSchema },
  facts: ({ confirmation }) => ({ confirmation }),
});
