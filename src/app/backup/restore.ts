import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { copyIn, copyOut, tablesInOrder } from '../../store/copy.ts';
import { type Migration, migrate, migrationFolder, readMigrations } from '../../store/migrate.ts';
import type { Store } from '../../store/store.ts';
import { type BackedTable, BackupFault, type Manifest, readManifest, tableFile } from './manifest.ts';

const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });

async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), async (chunks) => {
      for await (const chunk of chunks) hash.update(chunk as Buffer);
    });
  } catch (error) {
    throw new BackupFault(`${path}：不能读取，备份不完整，请换一份备份。`, { cause: error });
  }
  return hash.digest('hex');
}

/** The files of a backup, by their hashes. */
async function filesOf(folder: string): Promise<readonly string[]> {
  const top = await readdir(join(folder, 'files')).catch(() => []);
  const found: string[] = [];
  for (const part of top.sort())
    for (const name of (await readdir(join(folder, 'files', part))).sort())
      if (/^[0-9a-f]{64}$/.test(name)) found.push(name);
  return found;
}

const damaged = (path: string): BackupFault =>
  new BackupFault(`${path}：与备份时不一致，已损坏或被改动，请换一份备份。`);

/** Whether every part of a backup is still what it was. @throws BackupFault that names the part */
export async function verifyBackup(folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder);
  for (const { name, sha256 } of manifest.tables) {
    const path = tableFile(folder, name);
    if ((await hashOfFile(path)) !== sha256) throw damaged(path);
  }
  const files = await filesOf(folder);
  for (const name of files) {
    const path = join(folder, 'files', name.slice(0, 2), name);
    if ((await hashOfFile(path)) !== name) throw damaged(path);
  }
  if (files.length < manifest.files.count)
    throw new BackupFault(
      `${folder}：缺少${manifest.files.count - files.length}个文件，备份不完整，请换一份备份。`,
    );
  return manifest;
}

/** The migrations the backup's tables had: a beginning of those this program knows. */
function migrationsOf(manifest: Manifest): readonly Migration[] {
  const known = readMigrations(migrationFolder());
  for (const [index, { name, sha256 }] of manifest.migrations.entries()) {
    if (known[index] === undefined)
      throw new BackupFault(`备份比程序新（已有迁移 ${name}）。请用做备份的版本或更新的版本恢复。`);
    if (known[index].sha256 !== sha256)
      throw new BackupFault(`备份中的迁移 ${name} 与本程序的不同，不能恢复。请用做备份的版本恢复。`);
  }
  return known.slice(0, manifest.migrations.length);
}

async function refuseFilled(client: pg.ClientBase): Promise<void> {
  for (const { name } of await tablesInOrder(client)) {
    const { rows } = await client.query(`select 1 from "${name}" limit 1`);
    if (rows.length > 0)
      throw new BackupFault(
        `目标系统里已有数据（表 ${name}）。只能恢复到空的系统：请换一个数据文件夹或数据库。`,
      );
  }
}

/** Empties the target of its empty tables, so that they can be made as the backup had them. */
async function dropTables(client: pg.ClientBase): Promise<void> {
  const tables = (await tablesInOrder(client)).map(({ name }) => `"${name}"`);
  await client.query(`drop table if exists ${[...tables, '"migration"'].join(', ')}`);
}

async function fill(client: pg.ClientBase, folder: string, table: BackedTable): Promise<void> {
  const path = tableFile(folder, table.name);
  const part = await copyIn(client, table, createReadStream(path)).catch((error: unknown) => {
    throw new BackupFault(`${path}：不能装入，备份已损坏或被改动。`, { cause: error });
  });
  if (part.sha256 !== table.sha256 || part.rows !== table.rows) throw damaged(path);
}

/** Reads every table back and compares it with what was backed up. */
async function compare(client: pg.ClientBase, manifest: Manifest): Promise<void> {
  for (const table of manifest.tables) {
    const { content } = await copyOut(client, table, nowhere());
    if (content !== table.content)
      throw new BackupFault(`恢复后的表 ${table.name} 与备份不一致，已撤销恢复。`);
  }
}

async function restoreFiles(store: Store, folder: string): Promise<void> {
  for (const name of await filesOf(folder)) {
    const bytes = await readFile(join(folder, 'files', name.slice(0, 2), name));
    const kept = await store.files.put(bytes);
    if (kept.sha256 !== name) throw damaged(join(folder, 'files', name.slice(0, 2), name));
  }
}

/**
 * Restores a backup into an empty system and gives the manifest of what is there now: files first, then every table in
 * one transaction, read back and compared, then the migrations that came after the backup. Anything wrong leaves the
 * target without data.
 */
export async function restore(store: Store, folder: string): Promise<Manifest> {
  const manifest = await verifyBackup(folder);
  const migrations = migrationsOf(manifest);
  const client = await store.connect();
  try {
    await refuseFilled(client);
    await restoreFiles(store, folder);
    await dropTables(client);
    await migrate(store.database, migrations);
    try {
      await client.query('begin');
      for (const table of manifest.tables) await fill(client, folder, table);
      await compare(client, manifest);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback').catch(() => {});
      throw error;
    } finally {
      await migrate(store.database);
    }
    await client.query('analyze');
    return manifest;
  } finally {
    await client.end();
  }
}
