import { deleteFailuresBefore } from '../../store/sign-in-failures.ts';
import { dropTakeoverDraftsBefore } from '../../store/takeovers.ts';
import { draftsSince } from '../takeover/draft.ts';
import type { Job } from './job.ts';

/** A day and a night: no wait and no hour counts longer. */
const keptForMs = 36 * 3_600_000;

/** Forgets the counts of failed and too frequent attempts that no longer matter, and files put by a day ago. */
export const forgetAttempts: Job = {
  name: 'forget-attempts',
  title: '清理登录和提交的计数、未移入的文件',
  cron: '15 4 * * *',
  retries: 3,
  retryDelay: 300,
  expireInHours: 1,
  missed: async () => false,
  run: async ({ store, now }) => {
    const before = new Date(now().getTime() - keptForMs);
    await store.write(async (transaction) => {
      await deleteFailuresBefore(transaction, before);
      await dropTakeoverDraftsBefore(transaction, draftsSince(now()));
    });
  },
};
