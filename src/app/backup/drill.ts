import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { prepareHome } from '../../store/embedded/index.ts';
import { newId } from '../../store/ids.ts';
import { openStore, type Store } from '../../store/store.ts';
import { mustBeAllowed } from '../authorise.ts';
import { type AppContext, appContext } from '../context.ts';
import { verifyChains } from '../queries/audit.ts';
import { BackupFault, type Manifest } from './manifest.ts';
import { type Outcome, onRecord } from './on-record.ts';
import { restore } from './restore.ts';
import { newestBackup } from './scheduled.ts';

/** Where drills are held: a server of its own for each, which is gone afterwards. */
const scratchFolder = 'drill';

async function withScratchStore<T>(
  dataFolder: string,
  signal: AbortSignal | undefined,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const all = join(dataFolder, scratchFolder);
  const folder = join(all, newId());
  await mkdir(folder, { recursive: true });
  try {
    const store = await openStore({ dataFolder: folder });
    let closing: Promise<void> | null = null;
    const close = (): Promise<void> => {
      closing ??= store.close();
      return closing;
    };
    const abort = () => void close().catch(() => {});
    signal?.addEventListener('abort', abort);
    try {
      return await work(store);
    } finally {
      signal?.removeEventListener('abort', abort);
      await close();
    }
  } finally {
    const home = prepareHome(folder);
    for (const path of [home.folder, home.socket, folder]) await rm(path, { recursive: true, force: true });
  }
}

async function rehearse(store: Store, folder: string): Promise<Manifest> {
  const manifest = await restore(store, folder);
  let faults = 0;
  for await (const chain of verifyChains(appContext(store))) faults += chain.faults.length;
  if (faults > 0)
    throw new BackupFault(
      `恢复出的操作记录有${faults}处异常。请用 gongkai audit verify 查明现有系统的记录是否完好。`,
    );
  return manifest;
}

/**
 * Restores a backup into a database server of its own and compares: every part against its hash, every table read back
 * against what was backed up, every file, and the chains of the record of acts. Leaves nothing behind.
 */
export const drill = (dataFolder: string, folder: string, signal?: AbortSignal): Promise<Manifest> =>
  withScratchStore(dataFolder, signal, (store) => rehearse(store, folder));

/** A drill with the newest scheduled backup, put on record whatever comes of it. */
export function scheduledDrill(
  context: AppContext,
  { folder, dataFolder }: { readonly folder: string; readonly dataFolder: string },
  signal?: AbortSignal,
): Promise<Outcome> {
  mustBeAllowed(context, 'backup.rehearse');
  return onRecord(context, 'drill', async () => {
    await rm(join(dataFolder, scratchFolder), { recursive: true, force: true });
    const backup = await newestBackup(folder);
    if (backup === null) throw new BackupFault(`${folder}：还没有做完的备份，恢复演练未进行。`);
    const start = performance.now();
    const manifest = await drill(dataFolder, join(folder, backup), signal);
    const minutes = ((performance.now() - start) / 60_000).toFixed(1);
    const { tables, files } = manifest;
    return {
      backup,
      manifest,
      message: `已把 ${backup} 恢复到另一数据库，${tables.length}张表和${files.count}个文件核对一致，用时${minutes}分钟。`,
    };
  });
}
