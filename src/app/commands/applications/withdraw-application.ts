import { applicationAct, textSchema } from '../../applications/application-act.ts';
import { tellIfSettled } from '../../applications/letters.ts';

/** Withdrawn by the applicant, in writing or confirmed in writing (WF-12); confirmed to him, though no article asks for it. */
export const withdrawApplication = applicationAct({
  act: 'application.withdraw',
  type: 'withdraw',
  shape: { confirmation: textSchema },
  facts: ({ confirmation }) => ({ confirmation }),
  also: ({ on }, _, acting) => tellIfSettled(acting, { kind: 'withdrawal', day: on }),
});
