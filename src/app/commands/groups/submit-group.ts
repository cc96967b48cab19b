import { groupAct } from '../../groups/group-act.ts';

/** Hands the answer of a group on to legal and secrecy review (第十七条). */
export const submitGroup = groupAct({
  act: 'applicationGroup.submitForReview',
  shape: {},
  facts: () => ({}),
});
