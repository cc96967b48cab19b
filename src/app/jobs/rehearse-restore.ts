import { doneSince, newestSafekeeping } from '../../store/safekeeping.ts';
import { scheduledDrill } from '../backup/drill.ts';
import type { Job } from './job.ts';
import type { JobSettings } from './settings.ts';

const week = 7 * 24 * 3_600_000;

/** The weekly restore drill, two hours after the backup. It is made up for once there is a backup to rehearse with. */
export const rehearseRestore = (settings: JobSettings, folder: string, weekday: number): Job => ({
  name: 'rehearse-restore',
  title: '恢复演练',
  cron: `${settings.backupAt.minute} ${(settings.backupAt.hour + 2) % 24} * * ${
    settings.backupAt.hour < 22 ? weekday : (weekday + 1) % 7
  }`,
  retries: 1,
  retryDelay: 3_600,
  expireInHours: 6,
  missed: async ({ store, now }) =>
    store.read(async (database) => {
      if (await doneSince(database, 'drill', new Date(now().getTime() - 1.1 * week))) return false;
      const [backup] = await newestSafekeeping(database, 'backup', 1);
      return backup?.outcome === 'done';
    }),
  run: async (context, signal) => {
    await scheduledDrill(context, { folder, dataFolder: settings.dataFolder }, signal);
  },
});
