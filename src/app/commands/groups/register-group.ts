import { groupAct } from '../../groups/group-act.ts';

/** Receives and registers all applications of a group, each on its own day of receipt and under its own number. */
export const registerGroup = groupAct({
  act: 'applicationGroup.register',
  shape: {},
  facts: () => ({}),
});
