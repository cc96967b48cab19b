import type pg from 'pg';
import { quoted, tablesInOrder } from '../../store/copied-tables.ts';
import { migrate } from '../../store/migrate.ts';
import type { Store } from '../../store/store.ts';
import { fillFiles, fillTables, migrationsOf } from './fill.ts';
import { BackupFault, type Manifest } from './manifest.ts';
import { verifyBackup } from './verify.ts';

async function refuseFilled(client: pg.ClientBase): Promise<void> {
  for (const { name } of await tablesInOrder(client)) {
    const { rows } = await client.query(`select 1 from ${quoted(name)} limit 1`);
    if (rows.length > 0)
      throw new BackupFault(
        `目标系统里已有数据（表 ${name}）。只能恢复到空的系统：请换一个数据文件夹或数据库。`,
      );
  }
}

/** Empties the target of its empty tables, so that they can be made as the backup had them. */
async function dropTables(client: pg.ClientBase): Promise<void> {
  const tables = (await tablesInOrder(client)).map(({ name }) => quoted(name));
  await client.query(`drop table if exists ${[...tables, '"migration"'].join(', ')}`);
}

/**
 * Restores a backup of a whole system into an empty one and gives the manifest of what is there now: files first, then
 * every table in one transaction, read back and compared, then the migrations that came after the backup. Anything
 * wrong leaves the target without data. Tables travel as text, so the server may be another, and newer or older.
 */
export async function restore(store: Store, folder: string): Promise<Manifest> {
  const { manifest, files } = await verifyBackup(folder);
  if (manifest.agency !== null)
    throw new BackupFault(
      `${folder}：这是${manifest.agency.name}一个机关的档案，不是整个系统的备份。请用 gongkai import 并以 --successor 指明承接的机关。`,
    );
  const migrations = migrationsOf(manifest);
  const client = await store.connect();
  try {
    await refuseFilled(client);
    await fillFiles(store, folder, files);
    await dropTables(client);
    await migrate(store.database, migrations);
    try {
      await client.query('begin');
      await fillTables(client, folder, manifest);
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
