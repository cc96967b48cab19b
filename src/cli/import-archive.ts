import { resolve } from 'node:path';
import { importArchive } from '../app/backup/import-archive.ts';
import { openedKeyless } from './backup.ts';
import { Failure } from './failure.ts';
import { type Io, write } from './io.ts';

/** `gongkai import DIR --successor CODE`: takes in the archive of an agency whose place another took (机构撤并). */
export async function importAgencyArchive(
  paths: readonly string[],
  options: { readonly successor: string; readonly signer?: string },
  io: Io,
): Promise<number> {
  const [path] = paths;
  if (path === undefined || paths.length > 1)
    throw new Failure('import --successor：一次接收一个机关的档案，请只给一个文件夹。');
  const { agency, successor, fingerprint } = await openedKeyless(io, (context) =>
    importArchive(context, resolve(path), options),
  );
  const checked =
    options.signer === undefined
      ? `档案由密钥 ${fingerprint} 签名，请与移交的机关核对`
      : '签名密钥的指纹已核对';
  await write(
    io.stdout,
    `已接收${agency.name}（${agency.slug}）的档案，由 ${successor} 承接，原网址继续有效。${checked}\n`,
  );
  return 0;
}
