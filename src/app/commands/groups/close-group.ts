import { groupAct } from '../../groups/group-act.ts';

/** Closes the cases of a group whose answers were served and proven. */
export const closeGroup = groupAct({
  act: 'applicationGroup.close',
  shape: {},
  facts: () => ({}),
});
