import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { type CopiedTable, namesFiles, quoted } from '../../store/copied-tables.ts';
import { type AgencyScope, syncPath } from '../../store/copy.ts';
import { BackupFault, keptFile, listName, type Manifest, sha256Hex } from './manifest.ts';

/** A kept file as the tables name it. */
export interface KeptFile {
  readonly sha256: string;
  readonly bytes: number;
  readonly storedAs: string;
}

/** Every file that the tables name at the connection's instant, once, by hash. */
export async function filesNamed(
  client: pg.ClientBase,
  tables: readonly CopiedTable[],
  scope: AgencyScope | null,
): Promise<readonly KeptFile[]> {
  const of = ({ name }: CopiedTable): string =>
    `select sha256, bytes, stored_as from ${quoted(name)}${scope === null ? '' : ' where agency_id = $1'}`;
  const named = tables.filter(namesFiles);
  if (named.length === 0) return [];
  const { rows } = await client.query<KeptFile>(
    `select distinct on (sha256) sha256, bytes::float8 as bytes, stored_as as "storedAs"
     from (${named.map(of).join(' union all ')}) named order by sha256, stored_as`,
    scope === null ? [] : [scope.agencyId],
  );
  return rows;
}

/** Writes the list of the files, one a line: hash, bytes, place in the store. Returns its hash. */
export async function writeFileList(folder: string, files: readonly KeptFile[]): Promise<string> {
  const text = files.map(({ sha256, bytes, storedAs }) => `${sha256} ${bytes} ${storedAs}\n`).join('');
  await writeFile(join(folder, listName), text, { mode: 0o600 });
  await syncPath(join(folder, listName));
  return sha256Hex(text);
}

/** The files in the folder of a backup in the first format, which had no list. */
async function filesThere(folder: string, manifest: Manifest): Promise<readonly KeptFile[]> {
  const found: KeptFile[] = [];
  for (const part of (await readdir(join(folder, 'files')).catch(() => [])).sort())
    for (const name of (await readdir(join(folder, 'files', part))).sort())
      if (/^[0-9a-f]{64}$/.test(name)) found.push({ sha256: name, bytes: -1, storedAs: join(part, name) });
  if (found.length < manifest.files.count)
    throw new BackupFault(
      `${folder}：缺少${manifest.files.count - found.length}个文件，备份不完整，请换一份备份。`,
    );
  return found;
}

/** @throws BackupFault where the list is missing or not what it was */
export async function readFileList(folder: string, manifest: Manifest): Promise<readonly KeptFile[]> {
  if (manifest.files.sha256 === null) return filesThere(folder, manifest);
  const path = join(folder, listName);
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new BackupFault(`${path}：不能读取，备份不完整，请换一份备份。`, { cause: error });
  });
  if (sha256Hex(text) !== manifest.files.sha256) throw damaged(path);
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const [sha256 = '', bytes = '', ...place] = line.split(' ');
      return { sha256, bytes: Number(bytes), storedAs: place.join(' ') };
    });
}

export const damaged = (path: string): BackupFault =>
  new BackupFault(`${path}：与备份时不一致，已损坏或被改动，请换一份备份。`);

/** Hash of a file, hex. @throws BackupFault where it cannot be read */
export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path, { highWaterMark: 256 * 1024 }), async (chunks) => {
      for await (const chunk of chunks) hash.update(chunk as Buffer);
    });
  } catch (error) {
    throw new BackupFault(`${path}：不能读取，备份不完整，请换一份备份。`, { cause: error });
  }
  return hash.digest('hex');
}

/** Whether a file of a backup is there and whole. */
export const isKept = async (folder: string, { sha256 }: KeptFile): Promise<boolean> =>
  (await hashOfFile(keptFile(folder, sha256)).catch(() => null)) === sha256;
