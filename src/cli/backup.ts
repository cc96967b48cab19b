import { join, resolve } from 'node:path';
import { backUp } from '../app/backup/back-up.ts';
import { drill } from '../app/backup/drill.ts';
import { exportArchive } from '../app/backup/export-archive.ts';
import { BackupFault, type Manifest } from '../app/backup/manifest.ts';
import { restore as restoreInto } from '../app/backup/restore.ts';
import { fingerprintOf, installationSigner, type Signer } from '../app/backup/signer.ts';
import { verifyBackup } from '../app/backup/verify.ts';
import type { AppContext } from '../app/context.ts';
import { openKeyless } from '../app/open-context.ts';
import { Failure } from './failure.ts';
import { type Io, write } from './io.ts';
import { storeOptions, withStore } from './store-options.ts';

const size = (bytes: number): string => `${(bytes / 1_048_576).toFixed(1)} MB`;

const told = ({ at, agency, tables, files }: Manifest): string => {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const bytes = tables.flatMap(({ parts }) => parts).reduce((sum, part) => sum + part.bytes, files.bytes);
  const whose = agency === null ? '' : `${agency.name}（${agency.slug}），`;
  return `${whose}${tables.length}张表共${rows}行，${files.count}个文件，${size(bytes)}，截至${at}`;
};

/** A fault of a backup is one line; `work` may run for hours. */
export async function withinBackup<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BackupFault) throw new Failure(error.message, { exit: 1, cause: error });
    throw error;
  }
}

/** Copying data needs no master key, and must not make one where the data's own is yet to be put. */
export const openedKeyless = <T>(
  io: Io,
  work: (context: AppContext, signer: () => Promise<Signer>) => Promise<T>,
): Promise<T> =>
  withStore(io, async (options) => {
    const open = await openKeyless(options, 'terminal');
    try {
      return await withinBackup(() => work(open.context, () => installationSigner(options.dataFolder)));
    } finally {
      await open.close();
    }
  });

export interface BackupOptions {
  readonly verify?: unknown;
  readonly agency?: string;
}

/** `gongkai backup DIR`: the system, or one agency, as of one instant; `--verify` looks whether a backup is whole. */
export async function backup(path: string, options: BackupOptions, io: Io): Promise<number> {
  const folder = resolve(path);
  const say = (line: string): void => void io.stderr.write(`${line}\n`);
  if (options.verify) {
    const { manifest, signature } = await withinBackup(() => verifyBackup(folder));
    const signed = signature === null ? '没有签名' : `签名有效，密钥指纹 ${fingerprintOf(signature)}`;
    await write(io.stdout, `备份完好：${told(manifest)}。${signed}\n`);
    return 0;
  }
  const { agency } = options;
  if (agency !== undefined) return exported(agency, folder, io);
  const manifest = await openedKeyless(io, async ({ store }, signer) =>
    backUp(store, folder, { signer: await signer(), say }),
  );
  await write(io.stdout, `已备份：${told(manifest)}。主密钥不在备份内，请另行保管\n`);
  return 0;
}

async function exported(agency: string, folder: string, io: Io): Promise<number> {
  const say = (line: string): void => void io.stderr.write(`${line}\n`);
  const [manifest, fingerprint] = await openedKeyless(io, async (context, signer) => {
    const own = await signer();
    return [await exportArchive(context, folder, agency, own, say), own.fingerprint] as const;
  });
  await write(
    io.stdout,
    `已导出：${told(manifest)}。签名密钥的指纹 ${fingerprint}，请用另外的方式告知接收的机关\n`,
  );
  return 0;
}

/** `gongkai export --agency CODE -o DIR`: one agency's signed archive for its successor. */
export function exportAgency(
  options: { readonly agency?: string; readonly output?: string },
  io: Io,
): Promise<number> {
  const { agency, output } = options;
  if (agency === undefined) throw new Failure('export：请用 --agency 指明机关在网址中的代码。');
  if (output === undefined) throw new Failure('export：请用 -o 指明一个空文件夹。');
  return exported(agency, resolve(output), io);
}

/** `gongkai restore DIR`: into an empty system, compared before it is kept; `--drill` into one that is then removed. */
export async function restore(path: string, options: { readonly drill?: unknown }, io: Io): Promise<number> {
  const folder = resolve(path);
  if (options.drill) {
    const { dataFolder } = storeOptions(io);
    const manifest = await withStore(io, () => withinBackup(() => drill(dataFolder, folder)));
    await write(io.stdout, `恢复演练成功，逐表、逐文件核对一致：${told(manifest)}\n`);
    return 0;
  }
  const manifest = await openedKeyless(io, ({ store }) => restoreInto(store, folder));
  await write(
    io.stdout,
    `已恢复，逐表、逐文件核对一致：${told(manifest)}。启动前请把原系统的主密钥放到 ${join(storeOptions(io).dataFolder, 'master.key')}（或设置 GONGKAI_KEY），否则加密的个人信息不能读取\n`,
  );
  return 0;
}
