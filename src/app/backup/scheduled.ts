import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { mustBeAllowed } from '../authorise.ts';
import type { AppContext } from '../context.ts';
import { backUp } from './back-up.ts';
import { BackupFault, manifestName } from './manifest.ts';
import { type Outcome, onRecord } from './on-record.ts';
import { expired, instantOf, isScheduledName, type Retention, scheduledName } from './retention.ts';
import { installationSigner } from './signer.ts';

export interface ScheduledBackups {
  /** Where they lie, a folder each. */
  readonly folder: string;
  readonly keep: Retention;
  readonly dataFolder: string;
}

/** An interrupted backup is finished so long after it began; later its instant is too old to be worth it. */
const finishWithin = 12 * 3_600_000;

const isThere = async (path: string): Promise<boolean> => (await stat(path).catch(() => null)) !== null;

interface Found {
  readonly finished: readonly string[];
  readonly unfinished: readonly string[];
}

/** Scheduled backups, the newest first. */
async function find(folder: string): Promise<Found> {
  const names = (await readdir(folder)).filter(isScheduledName).sort().reverse();
  const states = await Promise.all(names.map((name) => isThere(join(folder, name, manifestName))));
  return {
    finished: names.filter((_, n) => states[n]),
    unfinished: names.filter((_, n) => !states[n]),
  };
}

/** The newest finished backup of a folder; null where there is none. */
export async function newestBackup(folder: string): Promise<string | null> {
  if (!(await isThere(folder))) return null;
  return (await find(folder)).finished[0] ?? null;
}

/**
 * Makes a backup into a folder of its own, or finishes the one that was interrupted, and lets go of those whose time
 * has run out. Files that lie whole in the one before are linked, so that a night costs what the day brought.
 */
export function scheduledBackup(
  context: AppContext,
  { folder, keep, dataFolder }: ScheduledBackups,
  signal?: AbortSignal,
): Promise<Outcome> {
  mustBeAllowed(context, 'backup.make');
  return onRecord(context, 'backup', async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const { finished, unfinished } = await find(folder);
    const now = context.now();
    const [last, ...older] = unfinished;
    const goOn = last !== undefined && now.getTime() - instantOf(last).getTime() < finishWithin;
    for (const name of goOn ? older : unfinished)
      await rm(join(folder, name), { recursive: true, force: true });
    const name = goOn ? last : scheduledName(now);
    if (finished.includes(name)) throw new BackupFault(`${join(folder, name)}：已有一份做完的备份。`);
    const manifest = await backUp(context.store, join(folder, name), {
      signer: await installationSigner(dataFolder),
      reuse: finished[0] === undefined ? undefined : join(folder, finished[0]),
      signal,
    });
    const gone = expired([name, ...finished], keep);
    for (const one of gone) await rm(join(folder, one), { recursive: true, force: true });
    const message = `已备份到 ${name}${gone.length > 0 ? `，按保留规则删去${gone.length}份` : ''}。`;
    return { backup: name, manifest, message };
  });
}
