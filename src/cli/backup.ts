import { resolve } from 'node:path';
import { backUp } from '../app/backup/back-up.ts';
import { BackupFault, type Manifest } from '../app/backup/manifest.ts';
import { restore as restoreInto } from '../app/backup/restore.ts';
import { verifyBackup } from '../app/backup/verify.ts';
import type { AppContext } from '../app/context.ts';
import { openContext } from '../app/open-context.ts';
import { Failure } from './failure.ts';
import { type Io, write } from './io.ts';
import { withStore } from './store-options.ts';

const size = (bytes: number): string => `${(bytes / 1_048_576).toFixed(1)} MB`;

const told = ({ at, tables, files }: Manifest): string => {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const bytes = tables.flatMap(({ parts }) => parts).reduce((sum, part) => sum + part.bytes, files.bytes);
  return `${tables.length}张表共${rows}行，${files.count}个文件，${size(bytes)}，截至${at}`;
};

async function within<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BackupFault) throw new Failure(error.message, { exit: 1, cause: error });
    throw error;
  }
}

const opened = <T>(io: Io, work: (context: AppContext) => Promise<T>): Promise<T> =>
  withStore(io, async (options) => {
    const open = await openContext(options, 'terminal');
    try {
      return await within(() => work(open.context));
    } finally {
      await open.close();
    }
  });

/** `gongkai backup DIR`: the whole system as of one instant; `--verify` looks whether a backup is still whole. */
export async function backup(path: string, options: { readonly verify?: unknown }, io: Io): Promise<number> {
  const folder = resolve(path);
  const manifest = options.verify
    ? await within(async () => (await verifyBackup(folder)).manifest)
    : await opened(io, ({ store }) => backUp(store, folder));
  const what = options.verify ? '备份完好' : '已备份';
  const key = options.verify ? '' : '。主密钥不在备份内，请另行保管';
  await write(io.stdout, `${what}：${told(manifest)}${key}\n`);
  return 0;
}

/** `gongkai restore DIR`: into an empty system, compared with the backup before it is kept. */
export async function restore(path: string, io: Io): Promise<number> {
  const manifest = await opened(io, ({ store }) => restoreInto(store, resolve(path)));
  await write(io.stdout, `已恢复并逐表核对一致：${told(manifest)}\n`);
  return 0;
}
