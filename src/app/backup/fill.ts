import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type pg from 'pg';
import { dropIndexes } from '../../store/copied-tables.ts';
import { contentOf, copyIn } from '../../store/copy.ts';
import { type Migration, migrationFolder, readMigrations } from '../../store/migrate.ts';
import type { Store } from '../../store/store.ts';
import { damaged, type KeptFile } from './file-list.ts';
import { type BackedTable, BackupFault, keptFile, type Manifest, partFile } from './manifest.ts';
import { sideBySide } from './side-by-side.ts';

const filesAtOnce = 4;

/** The migrations the backup's tables had: a beginning of those this program knows. */
export function migrationsOf(manifest: Manifest): readonly Migration[] {
  const known = readMigrations(migrationFolder());
  for (const [index, { name, sha256 }] of manifest.migrations.entries()) {
    if (known[index] === undefined)
      throw new BackupFault(`备份比程序新（已有迁移 ${name}）。请用做备份的版本或更新的版本恢复。`);
    if (known[index].sha256 !== sha256)
      throw new BackupFault(`备份中的迁移 ${name} 与本程序的不同，不能恢复。请用做备份的版本恢复。`);
  }
  return known.slice(0, manifest.migrations.length);
}

async function fillTable(client: pg.ClientBase, folder: string, table: BackedTable): Promise<void> {
  for (const { file, sha256 } of table.parts) {
    const path = partFile(folder, file);
    const copied = await copyIn(client, table, createReadStream(path)).catch((error: unknown) => {
      throw new BackupFault(`${path}：不能装入，备份已损坏或被改动。`, { cause: error });
    });
    if (copied.sha256 !== sha256) throw damaged(path);
  }
}

/**
 * Fills empty tables of the backup's shape within the caller's transaction, makes their indexes and foreign keys when
 * the rows are there, and reads every table back to compare it with what was backed up.
 */
export async function fillTables(client: pg.ClientBase, folder: string, manifest: Manifest): Promise<void> {
  await client.query("set local maintenance_work_mem = '256MB'");
  const remake = await dropIndexes(client, manifest.tables);
  for (const table of manifest.tables) await fillTable(client, folder, table);
  // The rows lie in the order of the key, so walking it is cheaper than any sort.
  await client.query('set local enable_sort = off');
  for (const table of manifest.tables) {
    const { rows, content } = await contentOf(client, table);
    if (content !== table.content || rows !== table.rows)
      throw new BackupFault(`恢复后的表 ${table.name} 与备份不一致，已撤销恢复。`);
  }
  await client.query('set local enable_sort = on');
  for (const statement of remake) await client.query(statement);
}

/** Puts the files of a backup into the store. */
export const fillFiles = (store: Store, folder: string, files: readonly KeptFile[]): Promise<void> =>
  sideBySide(files, filesAtOnce, async ({ sha256 }) => {
    const path = keptFile(folder, sha256);
    const kept = await store.files.put(await readFile(path));
    if (kept.sha256 !== sha256) throw damaged(path);
  });
