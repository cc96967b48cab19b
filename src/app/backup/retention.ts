import { addDays, type Day } from '../../domain/workday/index.ts';

/** How many backups stay: the newest of so many days, weeks (from Monday) and months that have one. */
export interface Retention {
  readonly daily: number;
  readonly weekly: number;
  readonly monthly: number;
}

/** A scheduled backup's folder is named by the moment it began, in Shanghai: `2026-11-28T023000`. */
const name = /^(\d{4}-\d{2}-\d{2})T\d{6}$/;

export const isScheduledName = (folder: string): boolean => name.test(folder);

const shanghai = 8 * 3_600_000;

export const scheduledName = (at: Date): string =>
  new Date(at.getTime() + shanghai).toISOString().slice(0, 19).replaceAll(':', '');

/** The moment a scheduled backup began. */
export const instantOf = (folder: string): Date => {
  const [, day = '', time = ''] = /^(.{10})T(\d{6})$/.exec(folder) ?? [];
  return new Date(`${day}T${time.replace(/(..)(..)(..)/, '$1:$2:$3')}+08:00`);
};

const mondayOf = (day: string): string =>
  addDays(day as Day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));

function newestOfEach(folders: readonly string[], count: number, key: (day: string) => string): string[] {
  const found = new Map<string, string>();
  for (const folder of folders) {
    const period = key(folder.slice(0, 10));
    if (found.size < count && !found.has(period)) found.set(period, folder);
  }
  return [...found.values()];
}

/** Those of the scheduled backups that may go. The newest always stays, and what is not named as one is not told. */
export function expired(folders: readonly string[], keep: Retention): readonly string[] {
  const newest = folders.filter(isScheduledName).sort().reverse();
  const kept = new Set([
    ...newest.slice(0, 1),
    ...newestOfEach(newest, keep.daily, (day) => day),
    ...newestOfEach(newest, keep.weekly, mondayOf),
    ...newestOfEach(newest, keep.monthly, (day) => day.slice(0, 7)),
  ]);
  return newest.filter((folder) => !kept.has(folder));
}
