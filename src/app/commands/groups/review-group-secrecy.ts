import { textSchema } from '../../applications/application-act.ts';
import { groupAct } from '../../groups/group-act.ts';

/** 保密审查 of the answer of a group (第十七条), once for all of it. */
export const reviewGroupSecrecy = groupAct({
  act: 'applicationGroup.reviewSecrecy',
  shape: { opinion: textSchema },
  facts: ({ opinion }) => ({ opinion }),
});
