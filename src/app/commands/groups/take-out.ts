import * as z from 'zod';
import { isRefusal, refuse } from '../../../domain/refusal.ts';
import { answerUnderWay } from '../../../store/application-letters.ts';
import { updateApplication } from '../../../store/applications.ts';
import { layAnswer } from '../../applications/answer-letter.ts';
import { lockCase } from '../../applications/case-record.ts';
import { shanghaiDay } from '../../calendar-years.ts';
import { command } from '../../command.ts';

const notIn = refuse(
  'applicationGroup.notIn',
  '本件不在任何一组里，或者已经移出。请从“依申请公开”中打开本件。',
);

/** Takes an application out of its group, to be handled by itself from where it stands; it does not come back. */
export const takeOut = command({
  act: 'applicationGroup.takeOut',
  input: z.strictObject({ agencyId: z.uuid(), applicationId: z.uuid() }),
  load: async (transaction, { agencyId, applicationId }, { vault }) => {
    const record = await lockCase(transaction, vault, { agencyId, id: applicationId });
    if (isRefusal(record)) return record;
    return record.row.group_id === null ? notIn : record;
  },
  async run(acting) {
    const { transaction, loaded, record, at } = acting;
    const { phase } = loaded.state;
    await updateApplication(transaction, loaded, { group_id: null, alone: true });
    // In the group its letter is laid out on approval; from here on it goes round by itself.
    if (
      (phase === 'reviewing' || phase === 'approving') &&
      (await answerUnderWay(transaction, loaded)) === null
    ) {
      const refused = await layAnswer(acting, shanghaiDay(at), 'must');
      if (refused !== undefined) return refused;
    }
    await record({
      agencyId: loaded.agencyId,
      kind: 'applicationGroup.takenOut',
      subjectId: loaded.id,
      facts: { group: loaded.row.group_id },
    });
    return { groupId: loaded.row.group_id };
  },
});
