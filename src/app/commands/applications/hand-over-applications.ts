import * as z from 'zod';
import { type Refusal, refuse } from '../../../domain/refusal.ts';
import { giveTo, lockHeld } from '../../../store/application-holders.ts';
import { applicationErased, applicationUnknown } from '../../applications/case-record.ts';
import { tellHolder, unfitHolder } from '../../applications/new-holder.ts';
import { command } from '../../command.ts';

const most = 200;
const input = z.strictObject({
  agencyId: z.uuid(),
  applicationIds: z
    .array(z.uuid())
    .min(1, '请选择要移交的申请。')
    .max(most, `一次最多移交${most}件。请分次移交。`),
  holderId: z.uuid('请选择接手的人。'),
});
type Input = z.infer<typeof input>;

const already = refuse('application.holder', '所选的申请已经在接手的人名下，没有移交。请另选一人。', {
  fields: [{ field: 'holderId', message: '请另选一人。' }],
});

/**
 * 首问负责: whoever touched a case first holds it until it is handed over to somebody of the same agency. All of those
 * named are handed over, or none.
 */
export const handOverApplications = command({
  act: 'application.handOver',
  input: input as z.ZodType<Input>,
  load: (_, { agencyId }) => ({ agencyId }),
  async run(acting): Promise<{ readonly moved: number } | Refusal> {
    const { transaction, input: given, record, at } = acting;
    const { agencyId, holderId } = given;
    const handing = { transaction, agencyId, holderId, at };
    const refused = await unfitHolder(handing);
    if (refused !== null) return refused;
    const wanted = [...new Set(given.applicationIds)];
    const rows = await lockHeld(transaction, agencyId, wanted);
    if (rows.length < wanted.length) return applicationUnknown;
    if (rows.some(({ erased }) => erased)) return applicationErased;
    const moved = rows.filter(({ holder_id }) => holder_id !== holderId);
    if (moved.length === 0) return already;
    await giveTo(
      transaction,
      agencyId,
      moved.map(({ id }) => id),
      holderId,
    );
    for (const { id, holder_id } of moved)
      await record({
        agencyId,
        kind: 'application.handedOver',
        subjectId: id,
        facts: { from: holder_id, to: holderId },
      });
    await tellHolder(handing, moved.length);
    return { moved: moved.length };
  },
});
