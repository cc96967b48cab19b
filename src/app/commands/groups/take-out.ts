import * as z from 'zod';
import { isRefusal, refuse } from '../../../domain/refusal.ts';
import { lockCase } from '../../applications/case-record.ts';
import { command } from '../../command.ts';
import { takeOutCase } from '../../groups/take-out-case.ts';

const notIn = refuse(
  'applicationGroup.notIn',
  '本件不在任何一组里，或者已经移出。请从“依申请公开”中打开本件。',
);

/** Takes an application out of its group, to be handled by itself. */
export const takeOut = command({
  act: 'applicationGroup.takeOut',
  input: z.strictObject({ agencyId: z.uuid(), applicationId: z.uuid() }),
  load: async (transaction, { agencyId, applicationId }, { vault }) => {
    const record = await lockCase(transaction, vault, { agencyId, id: applicationId });
    if (isRefusal(record)) return record;
    return record.row.group_id === null ? notIn : record;
  },
  async run(acting) {
    const { loaded } = acting;
    return (await takeOutCase(acting, loaded)) ?? { groupId: loaded.row.group_id };
  },
});
