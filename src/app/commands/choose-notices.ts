import * as z from 'zod';
import { setUnmailed } from '../../store/notices.ts';
import { loadAccount } from '../accounts/subject.ts';
import { command } from '../command.ts';
import { noticeKindIds } from '../notices/kinds.ts';

/** Sets which kinds of notices come by mail too; the office itself tells all. */
export const chooseNotices = command({
  act: 'notice.choose',
  input: z.strictObject({ accountId: z.uuid(), mailed: z.array(z.enum(noticeKindIds)) }),
  load: loadAccount,
  async run({ transaction, input: { mailed }, loaded: { account }, record }) {
    const unmailed = noticeKindIds.filter((kind) => !mailed.includes(kind));
    await setUnmailed(transaction, account.id, unmailed);
    await record({
      agencyId: account.home_agency_id,
      kind: 'notice.chosen',
      subjectId: account.id,
      facts: { given: mailed },
    });
    return { mailed };
  },
});
