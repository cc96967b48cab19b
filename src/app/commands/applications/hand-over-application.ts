import * as z from 'zod';
import { refuse } from '../../../domain/refusal.ts';
import { membershipsOn } from '../../../store/accounts.ts';
import { updateApplication } from '../../../store/applications.ts';
import { lockCase } from '../../applications/case-record.ts';
import { shanghaiDay } from '../../calendar-years.ts';
import { command } from '../../command.ts';

/** 首问负责: whoever touched a case first holds it until it is handed over to somebody of the same agency. */
export const handOverApplication = command({
  act: 'application.handOver',
  input: z.strictObject({
    agencyId: z.uuid(),
    applicationId: z.uuid(),
    holderId: z.uuid('请选择接手的人。'),
  }),
  load: (transaction, { agencyId, applicationId }, { vault }) =>
    lockCase(transaction, vault, { agencyId, id: applicationId }),
  async run({ transaction, loaded, input, record, at }) {
    const { holderId } = input;
    const held = await membershipsOn(transaction, holderId, shanghaiDay(at));
    if (!held.some(({ agency_id }) => agency_id === loaded.agencyId))
      return refuse('application.holder', '接手的人在本机关没有角色，没有移交。请另选一人。', {
        fields: [{ field: 'holderId', message: '请选择本机关的人员。' }],
      });
    await updateApplication(transaction, loaded, { holder_id: holderId });
    await record({
      agencyId: loaded.agencyId,
      kind: 'application.handedOver',
      subjectId: loaded.id,
      facts: { from: loaded.row.holder_id, to: holderId },
    });
    return { holderId };
  },
});
