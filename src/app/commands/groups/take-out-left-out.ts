import * as z from 'zod';
import { goesAlone } from '../../../domain/application/group.ts';
import { isRefusal, refuse } from '../../../domain/refusal.ts';
import { leftOutFor } from '../../../store/group-acts.ts';
import { lockCase } from '../../applications/case-record.ts';
import { command } from '../../command.ts';
import { lockGroup } from '../../groups/group-record.ts';
import { takeOutCase } from '../../groups/take-out-case.ts';

/** So many in one transaction; the rest when it is asked again. */
const atOnce = 200;

const none = refuse(
  'applicationGroup.noneLeftOut',
  '这一步没有需要移出本组的申请。已经撤回的不必移出，其他途径的请另行发出。',
);

/** Takes those out of a group that an act left out and that go on by themselves: 补正, extended, somebody heard. */
export const takeOutLeftOut = command({
  act: 'applicationGroup.takeOut',
  input: z.strictObject({ agencyId: z.uuid(), groupId: z.uuid(), actId: z.uuid() }),
  load: (transaction, { agencyId, groupId }, { vault }) =>
    lockGroup(transaction, vault, { agencyId, id: groupId }),
  async run(acting) {
    const { context, transaction, loaded, input } = acting;
    const { agencyId } = loaded;
    const act = { agencyId, id: input.actId };
    const ids = await leftOutFor(transaction, act, loaded.id, goesAlone, atOnce);
    if (ids.length === 0) return none;
    for (const id of ids) {
      const record = await lockCase(transaction, context.vault, { agencyId, id });
      const refused = isRefusal(record) ? record : await takeOutCase(acting, record);
      if (refused !== undefined) return refused;
    }
    return { taken: ids.length };
  },
});
