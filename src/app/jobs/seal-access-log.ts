import { sealAccesses } from '../commands/seal-accesses.ts';
import type { Job } from './job.ts';

/** Seals the day of the access log that has ended. Every start looks for days that were missed. */
export const sealAccessLog: Job = {
  name: 'seal-access-log',
  title: '封存查阅记录',
  cron: '20 1 * * *',
  retries: 5,
  retryDelay: 300,
  expireInHours: 2,
  missed: async () => true,
  run: async (context) => {
    await sealAccesses(context);
  },
};
