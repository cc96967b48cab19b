import { textSchema } from '../../applications/application-act.ts';
import { groupAct } from '../../groups/group-act.ts';

/** 合法性审查 of the answer of a group, once for all of it, by somebody who did not draw it up. */
export const reviewGroupLegal = groupAct({
  act: 'applicationGroup.reviewLegal',
  shape: { opinion: textSchema },
  facts: ({ opinion }) => ({ opinion }),
});
