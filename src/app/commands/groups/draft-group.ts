import { draftSchema } from '../../applications/draft-schema.ts';
import { groupAct } from '../../groups/group-act.ts';

/** Draws up one answer for all applications of a group. */
export const draftGroup = groupAct({
  act: 'applicationGroup.draft',
  shape: { draft: draftSchema },
  facts: ({ draft }, { loaded }) => ({ draft, before: loaded.draft }),
});
