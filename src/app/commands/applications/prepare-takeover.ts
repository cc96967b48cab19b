import * as z from 'zod';
import { isRefusal } from '../../../domain/refusal.ts';
import { dropTakeoverDraftsBefore, keepTakeoverDraft } from '../../../store/takeovers.ts';
import { command } from '../../command.ts';
import { checkedFile } from '../../takeover/checked-file.ts';
import { draftGone, draftsSince, ownerOf, sealedDraft } from '../../takeover/draft.ts';

/** Checks a file of running cases and puts it by, sealed, for its person to look at: no case is made yet. */
export const prepareTakeover = command({
  act: 'application.takeOver',
  input: z.strictObject({ agencyId: z.uuid(), file: z.instanceof(Uint8Array) }),
  load: (_, { agencyId }) => ({ agencyId }),
  async run({ context, transaction, input: { agencyId, file }, at, record }) {
    const owner = ownerOf(context, agencyId);
    if (owner === null) return draftGone;
    const rows = await checkedFile(context, transaction, agencyId, file);
    if (isRefusal(rows)) return rows;
    await dropTakeoverDraftsBefore(transaction, draftsSince(at));
    await keepTakeoverDraft(transaction, {
      agency_id: agencyId,
      account_id: owner.accountId,
      rows: rows.length,
      made_at: at,
      ...sealedDraft(context.vault, owner, file),
    });
    await record({
      agencyId,
      kind: 'takeover.prepared',
      subjectId: null,
      facts: { rows: rows.length },
    });
    return { cases: rows.length };
  },
});
