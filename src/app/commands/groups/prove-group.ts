import { textSchema } from '../../applications/application-act.ts';
import { groupAct } from '../../groups/group-act.ts';

/** Notes the proof of service of letters that went out together. */
export const proveGroup = groupAct({
  act: 'applicationGroup.proveDelivery',
  shape: { proof: textSchema.min(1, '请写明送达凭证。') },
  facts: ({ proof }) => ({ proof }),
});
