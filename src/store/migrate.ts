import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { assetFolder } from './assets.ts';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';

export interface Migration {
  readonly number: number;
  /** The file's name: a number and a sentence. */
  readonly name: string;
  readonly sha256: string;
  readonly statements: string;
}

/** Serialises migrations of several processes; any constant does. */
const lockKey = 7_110_000_001;

export const migrationFolder = (): string => assetFolder('migrations', import.meta.url);

/**
 * Migrations of a folder in their order; line ends do not count toward the hash. Numbers may leave gaps, but a number
 * below one that has run is refused when it comes later.
 */
export function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => /^\d{4}_\w+\.sql$/.test(name))
    .sort();
  return names.map((name, index) => {
    const statements = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
    const number = Number(name.slice(0, 4));
    if (Number(names[index - 1]?.slice(0, 4)) === number) throw new Error(`迁移文件编号重复：${name}`);
    return { number, name, statements, sha256: createHash('sha256').update(statements).digest('hex') };
  });
}

interface Applied {
  number: number;
  name: string;
  sha256: string;
}

/**
 * Brings the database to the newest shape, forward only, one transaction a migration, and returns the names of
 * those applied now. Refuses a database whose history differs from the files, or that is newer than them.
 */
export async function migrate(
  database: Database,
  migrations: readonly Migration[] = readMigrations(migrationFolder()),
): Promise<string[]> {
  return database.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${sql.lit(lockKey)})`.execute(connection);
    try {
      return await applyMissing(connection, migrations);
    } finally {
      await sql`select pg_advisory_unlock(${sql.lit(lockKey)})`.execute(connection).catch(() => {});
    }
  });
}

async function applyMissing(connection: Kysely<Tables>, migrations: readonly Migration[]): Promise<string[]> {
  await sql`create table if not exists migration (
    number integer primary key, name text not null, sha256 text not null, applied_at timestamptz not null)`.execute(
    connection,
  );
  const { rows } = await sql<Applied>`select number, name, sha256 from migration order by number`.execute(
    connection,
  );
  for (const [index, row] of rows.entries()) {
    const file = migrations[index];
    if (file === undefined)
      throw new Error(`数据库比程序新（已有迁移 ${row.name}）。请使用较新的程序，数据库不会倒退。`);
    if (file.sha256 !== row.sha256)
      throw new Error(`迁移文件 ${file.name} 与数据库中已执行的不一致。已执行的迁移不得修改，请恢复原文件。`);
  }
  const missing = migrations.slice(rows.length);
  for (const { number, name, sha256, statements } of missing)
    await connection.transaction().execute(async (transaction) => {
      await sql.raw(statements).execute(transaction);
      await sql`insert into migration values (${number}, ${name}, ${sha256}, ${new Date()})`.execute(
        transaction,
      );
    });
  return missing.map(({ name }) => name);
}
