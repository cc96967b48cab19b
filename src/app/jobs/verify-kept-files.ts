import { verifyFiles } from '../commands/verify-files.ts';
import type { Job } from './job.ts';

/** Reads every kept file each night: a disk that loses bits is told while there are backups that have them. */
export const verifyKeptFiles: Job = {
  name: 'verify-files',
  title: '核对文件',
  cron: '40 3 * * *',
  retries: 0,
  retryDelay: 0,
  expireInHours: 8,
  missed: async () => false,
  run: async (context, signal) => {
    const damaged = await verifyFiles(context, signal);
    if (damaged.length > 0)
      throw new Error(
        `${damaged.length}个文件已损坏或丢失：${damaged.slice(0, 5).join('、')}。请尽快从备份的 files 文件夹取回同名文件。`,
      );
  },
};
