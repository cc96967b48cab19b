import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { type CopiedTable, copyOut, tablesInOrder } from '../../store/copy.ts';
import type { Store } from '../../store/store.ts';
import { type BackedTable, BackupFault, type Manifest, tableFile, writeManifest } from './manifest.ts';

interface KeptFile {
  readonly sha256: string;
  readonly stored_as: string;
  readonly bytes: number;
}

const sync = async (path: string): Promise<void> => {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** A new folder, or one in which an earlier attempt ended before its manifest. */
async function prepare(folder: string): Promise<void> {
  await mkdir(join(folder, 'tables'), { recursive: true, mode: 0o700 });
  const names = await readdir(folder);
  if (names.includes('manifest.json'))
    throw new BackupFault(`${folder}：已有一份做完的备份。请另选文件夹，或先移走它。`);
  const other = names.find((name) => name !== 'tables' && name !== 'files');
  if (other !== undefined) throw new BackupFault(`${folder}：有别的文件（${other}）。请选一个空文件夹。`);
}

async function backUpTable(client: pg.ClientBase, folder: string, table: CopiedTable): Promise<BackedTable> {
  const path = tableFile(folder, table.name);
  const part = await copyOut(client, table, createWriteStream(path, { mode: 0o600 }));
  await sync(path);
  return { ...table, ...part };
}

/** Copies a kept file; one that an earlier attempt has copied whole is left. The store verifies what it gives. */
async function backUpFile(store: Store, folder: string, file: KeptFile): Promise<void> {
  const target = join(folder, 'files', file.sha256.slice(0, 2), file.sha256);
  const there = await stat(target).catch(() => null);
  if (there?.size === file.bytes) return;
  await mkdir(join(folder, 'files', file.sha256.slice(0, 2)), { recursive: true, mode: 0o700 });
  const draft = `${target}.new`;
  try {
    const source = store.files.read({ sha256: file.sha256, storedAs: file.stored_as });
    await pipeline(source, createWriteStream(draft, { mode: 0o600 }));
    await sync(draft);
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function keptFiles(client: pg.ClientBase): Promise<readonly KeptFile[]> {
  const { rows } = await client.query<KeptFile>(
    'select distinct on (sha256) sha256, stored_as, bytes::float8 as bytes from source_file order by sha256',
  );
  return rows;
}

/**
 * Backs the whole system up into a folder: every table as of one instant, while others go on writing, and every file
 * that the tables name. Run again into the same folder after an interruption, files already copied are kept. The
 * master key is not in it: keep that apart.
 */
export async function backUp(store: Store, folder: string): Promise<Manifest> {
  await prepare(folder);
  const client = await store.connect();
  try {
    await client.query('begin isolation level repeatable read, read only');
    const { rows } = await client.query<{ at: Date }>('select now() as at');
    const migrations = await client.query<Manifest['migrations'][number]>(
      'select name, sha256 from migration order by number',
    );
    const tables: BackedTable[] = [];
    for (const table of await tablesInOrder(client)) tables.push(await backUpTable(client, folder, table));
    const files = await keptFiles(client);
    await client.query('commit');
    for (const file of files) await backUpFile(store, folder, file);
    const manifest: Manifest = {
      format: 'gongkai.backup/1',
      at: rows[0]!.at.toISOString(),
      migrations: migrations.rows,
      tables,
      files: { count: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) },
    };
    await writeManifest(folder, manifest);
    return manifest;
  } finally {
    await client.end();
  }
}
