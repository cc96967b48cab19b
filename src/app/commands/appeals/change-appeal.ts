import * as z from 'zod';
import { updateAppeal } from '../../../store/appeals.ts';
import { loadAppeal } from '../../appeals/appeal-record.ts';
import { daySchema } from '../../applications/application-act.ts';
import { command } from '../../command.ts';

/** The course of an appeal: when the copy came, when the agency replied, when it was heard. */
export const changeAppeal = command({
  act: 'appeal.change',
  input: z.strictObject({
    agencyId: z.uuid(),
    appealId: z.uuid(),
    copyReceivedOn: daySchema.nullable(),
    repliedOn: daySchema.nullable(),
    hearingOn: daySchema.nullable(),
  }),
  load: (transaction, { agencyId, appealId }, { vault }) =>
    loadAppeal(transaction, vault, { agencyId, id: appealId }),
  async run({ transaction, loaded, input, record }) {
    const { copyReceivedOn, repliedOn, hearingOn } = input;
    await updateAppeal(transaction, loaded, {
      copy_received_on: copyReceivedOn,
      replied_on: repliedOn,
      hearing_on: hearingOn,
    });
    await record({
      agencyId: loaded.agencyId,
      kind: 'appeal.changed',
      subjectId: loaded.id,
      facts: { copyReceivedOn, repliedOn, hearingOn },
    });
    return { id: loaded.id };
  },
});
