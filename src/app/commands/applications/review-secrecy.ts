import { applicationAct, given, textSchema } from '../../applications/application-act.ts';

/** 保密审查 of a draft (第十七条) by somebody who did not draw it up. */
export const reviewSecrecy = applicationAct({
  act: 'application.reviewSecrecy',
  type: 'review',
  shape: { opinion: textSchema },
  facts: () => ({ kind: 'secrecy' }),
  noted: ({ opinion }) => given({ opinion }),
});
