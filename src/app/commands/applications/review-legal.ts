import { applicationAct, given, textSchema } from '../../applications/application-act.ts';

/** 合法性审查 of a draft by somebody who did not draw it up. */
export const reviewLegal = applicationAct({
  act: 'application.reviewLegal',
  type: 'review',
  shape: { opinion: textSchema },
  facts: () => ({ kind: 'legal' }),
  noted: ({ opinion }) => given({ opinion }),
});
