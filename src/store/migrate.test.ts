import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import type { Database } from './database.ts';
import { migrate, migrationFolder, readMigrations } from './migrate.ts';

const opened: Database[] = [];
const folders: string[] = [];
const emptyDatabase = async () => {
  const database = await testDatabase({ migrated: false });
  opened.push(database);
  return database;
};
const copyOfMigrations = () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-migrations-'));
  folders.push(folder);
  cpSync(migrationFolder(), folder, { recursive: true });
  return folder;
};
const names = readMigrations(migrationFolder()).map(({ name }) => name);
const nextNumber = String(Number(names.at(-1)!.slice(0, 4)) + 1).padStart(4, '0');

afterAll(async () => {
  await Promise.all(opened.map((database) => database.destroy()));
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('a migration', () => {
  it('is applied once and in order', async () => {
    const database = await emptyDatabase();
    expect(await migrate(database)).toEqual(names);
    expect(await migrate(database)).toEqual([]);
    const { rows } = await sql<{ name: string }>`select name from migration order by number`.execute(
      database,
    );
    expect(rows.map(({ name }) => name)).toEqual(names);
  });

  it('is applied once although several processes begin together', async () => {
    const database = await emptyDatabase();
    const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(database)));
    expect(applied.flat().sort()).toEqual(names);
  });

  it('may not be changed after it was applied', async () => {
    const database = await emptyDatabase();
    const folder = copyOfMigrations();
    await migrate(database, readMigrations(folder));
    writeFileSync(join(folder, names[0]!), 'select 1;');
    await expect(migrate(database, readMigrations(folder))).rejects.toThrow(/已执行的迁移不得修改/);
  });

  it('is the same whatever its line ends are', async () => {
    const database = await emptyDatabase();
    const folder = copyOfMigrations();
    await migrate(database, readMigrations(folder));
    for (const { name, statements } of readMigrations(folder))
      writeFileSync(join(folder, name), statements.replaceAll('\n', '\r\n'));
    expect(await migrate(database, readMigrations(folder))).toEqual([]);
  });

  it('that the program does not know is refused: a database does not go back', async () => {
    const database = await emptyDatabase();
    const folder = copyOfMigrations();
    const later = join(folder, `${nextNumber}_later.sql`);
    writeFileSync(later, 'select 1;');
    await migrate(database, readMigrations(folder));
    await expect(migrate(database)).rejects.toThrow(/数据库比程序新/);
  });

  it('that fails leaves nothing of itself', async () => {
    const database = await emptyDatabase();
    const folder = copyOfMigrations();
    writeFileSync(
      join(folder, `${nextNumber}_half.sql`),
      'create table half (id int); select no_such_function();',
    );
    await expect(migrate(database, readMigrations(folder))).rejects.toThrow();
    const { rows } = await sql<{ half: string | null }>`select to_regclass('half') as half`.execute(database);
    expect(rows[0]!.half).toBeNull();
    expect(await migrate(database)).toEqual([]);
  });

  it('bears a number of its own', () => {
    const folder = copyOfMigrations();
    writeFileSync(join(folder, '0001_twice.sql'), 'select 1;');
    expect(() => readMigrations(folder)).toThrow(/编号重复/);
  });

  it('is refused when it comes with a number below one that has run', async () => {
    const database = await emptyDatabase();
    const folder = copyOfMigrations();
    await migrate(database, readMigrations(folder));
    writeFileSync(join(folder, '0001_before.sql'), 'select 1;');
    rmSync(join(folder, names[0]!));
    await expect(migrate(database, readMigrations(folder))).rejects.toThrow(/不一致/);
  });
});

describe('the tables', () => {
  it('lead every business key with the agency, have no trigger and no sequence', async () => {
    const database = await emptyDatabase();
    await migrate(database);
    const { rows: keys } = await sql<{ table: string; columns: string[] }>`
      select c.relname as table, array_agg(a.attname::text order by k.n) as columns
      from pg_index i join pg_class c on c.oid = i.indrelid
      join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
      cross join lateral unnest(i.indkey) with ordinality as k (attnum, n)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
      where i.indisunique and c.relname not in ('migration', 'agency', 'membership', 'safekeeping', 'vault_fingerprint', 'calendar_year', 'sign_in_failure', 'notice_unmailed', 'table_view') and c.relname !~ '^account'
      group by c.relname, i.indexrelid`.execute(database);
    expect(keys.length).toBeGreaterThan(8);
    for (const { columns } of keys) expect(columns[0]).toBe('agency_id');
    const { rows: others } = await sql`
      select tgname from pg_trigger where not tgisinternal
      union all select relname from pg_class where relkind = 'S'`.execute(database);
    expect(others).toEqual([]);
  });
});
