import { textSchema } from '../../applications/application-act.ts';
import { groupAct } from '../../groups/group-act.ts';

/** Sends the answer of a group back to whoever drew it up, with the reason. */
export const returnGroup = groupAct({
  act: 'applicationGroup.return',
  shape: { reason: textSchema.min(1, '请写明退回的原因。') },
  facts: ({ reason }) => ({ reason }),
});
