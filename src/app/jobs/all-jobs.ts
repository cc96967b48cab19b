import { carryGroups } from './carry-group-acts.ts';
import { forgetAttempts } from './forget-attempts.ts';
import type { Job } from './job.ts';
import { keepRetention } from './keep-retention.ts';
import { makeBackup } from './make-backup.ts';
import { rehearseRestore } from './rehearse-restore.ts';
import { sealAccessLog } from './seal-access-log.ts';
import type { JobSettings } from './settings.ts';
import { verifyKeptFiles } from './verify-kept-files.ts';

/** Everything that is done by the clock, by these settings. */
export function allJobs(settings: JobSettings): readonly Job[] {
  const { backupFolder, drillDay } = settings;
  return [
    sealAccessLog,
    verifyKeptFiles,
    forgetAttempts,
    carryGroups,
    keepRetention,
    ...(backupFolder === null ? [] : [makeBackup(settings, backupFolder)]),
    ...(backupFolder === null || drillDay === null
      ? []
      : [rehearseRestore(settings, backupFolder, drillDay)]),
  ];
}
