import { deleteFailuresBefore } from '../../store/sign-in-failures.ts';
import type { Job } from './job.ts';

/** A day and a night: no wait and no hour counts longer. */
const keptForMs = 36 * 3_600_000;

/** Forgets the counts of failed and too frequent attempts that no longer matter. */
export const forgetAttempts: Job = {
  name: 'forget-attempts',
  title: '清理登录和提交的计数',
  cron: '15 4 * * *',
  retries: 3,
  retryDelay: 300,
  expireInHours: 1,
  missed: async () => false,
  run: async ({ store, now }) => {
    const before = new Date(now().getTime() - keptForMs);
    await store.write((transaction) => deleteFailuresBefore(transaction, before));
  },
};
