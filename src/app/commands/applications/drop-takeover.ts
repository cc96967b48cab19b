import * as z from 'zod';
import { dropTakeoverDraft } from '../../../store/takeovers.ts';
import { command } from '../../command.ts';
import { draftGone, ownerOf } from '../../takeover/draft.ts';

/** Gives up the file that a person put by: it is deleted with its key. */
export const dropTakeover = command({
  act: 'application.takeOver',
  input: z.strictObject({ agencyId: z.uuid() }),
  load: (_, { agencyId }) => ({ agencyId }),
  async run({ context, transaction, input: { agencyId }, record }) {
    const owner = ownerOf(context, agencyId);
    if (owner === null || !(await dropTakeoverDraft(transaction, owner))) return draftGone;
    await record({ agencyId, kind: 'takeover.dropped', subjectId: null, facts: {} });
    return {};
  },
});
