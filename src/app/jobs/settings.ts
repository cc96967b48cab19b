import { join } from 'node:path';
import type { Retention } from '../backup/retention.ts';

/** When backups and drills are made, and what stays of them. */
export interface JobSettings {
  readonly dataFolder: string;
  /** Where scheduled backups lie; null: none are made, and no drills held. */
  readonly backupFolder: string | null;
  /** Hour and minute, of Shanghai. */
  readonly backupAt: { readonly hour: number; readonly minute: number };
  readonly keep: Retention;
  /** Day of the week of the drill, 0 Sunday; null: none is held. */
  readonly drillDay: number | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

function parsed<T>(
  environment: Environment,
  name: string,
  standard: string,
  pattern: RegExp,
  example: string,
  read: (match: RegExpExecArray) => T,
): T {
  const given = environment[name];
  const text = given === undefined || given === '' ? standard : given;
  const match = pattern.exec(text);
  if (match === null) throw new RangeError(`${name}=${text}：写法不对，应如 ${example}。`);
  return read(match);
}

/**
 * The schedule by the environment: GONGKAI_BACKUP_FOLDER, GONGKAI_BACKUP_TIME, GONGKAI_BACKUP_KEEP, GONGKAI_DRILL_DAY.
 * @throws RangeError with one sentence where one of them is not as it should be
 */
export function jobSettings(environment: Environment, dataFolder: string): JobSettings {
  const folder = environment.GONGKAI_BACKUP_FOLDER;
  return {
    dataFolder,
    backupFolder:
      folder === 'off' ? null : folder === undefined || folder === '' ? join(dataFolder, 'backups') : folder,
    backupAt: parsed(
      environment,
      'GONGKAI_BACKUP_TIME',
      '02:30',
      /^([01]\d|2[0-3]):([0-5]\d)$/,
      '02:30',
      ([, hour, minute]) => ({ hour: Number(hour), minute: Number(minute) }),
    ),
    keep: parsed(
      environment,
      'GONGKAI_BACKUP_KEEP',
      '7,4,12',
      /^(\d{1,3}),(\d{1,3}),(\d{1,3})$/,
      '7,4,12（天、周、月）',
      ([, daily, weekly, monthly]) => ({
        daily: Number(daily),
        weekly: Number(weekly),
        monthly: Number(monthly),
      }),
    ),
    drillDay: parsed(
      environment,
      'GONGKAI_DRILL_DAY',
      '0',
      /^(?:([0-6])|off)$/,
      '0（星期日）至6，或 off',
      ([, day]) => (day === undefined ? null : Number(day)),
    ),
  };
}
