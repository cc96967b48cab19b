import { doneSince } from '../../store/safekeeping.ts';
import { scheduledBackup } from '../backup/scheduled.ts';
import type { Job } from './job.ts';
import type { JobSettings } from './settings.ts';

const day = 24 * 3_600_000;

/** The nightly backup. A machine that is off at night makes it up when it is switched on. */
export const makeBackup = (settings: JobSettings, folder: string): Job => ({
  name: 'make-backup',
  title: '备份',
  cron: `${settings.backupAt.minute} ${settings.backupAt.hour} * * *`,
  retries: 3,
  retryDelay: 900,
  expireInHours: 6,
  missed: async ({ store, now }) =>
    !(await store.read((database) => doneSince(database, 'backup', new Date(now().getTime() - 1.1 * day)))),
  run: async (context, signal) => {
    await scheduledBackup(context, { folder, keep: settings.keep, dataFolder: settings.dataFolder }, signal);
  },
});
