import { sql } from 'kysely';
import type pg from 'pg';
import type { Database } from '../../src/store/database.ts';
import type { Store } from '../../src/store/store.ts';

type Source = Database | pg.ClientBase;

async function ask<Row>(source: Source, text: string): Promise<readonly Row[]> {
  if ('selectFrom' in source) return (await sql.raw<Row>(text).execute(source)).rows;
  return (await source.query(text)).rows as Row[];
}

/** Every row of every table as text, sorted; the table that tells which migrations ran is left out. */
export async function rowsOf(source: Source): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  const tables = await ask<{ name: string }>(
    source,
    `select relname as name from pg_class where relkind = 'r' and relnamespace = current_schema()::regnamespace
      and relname <> 'migration' order by 1`,
  );
  for (const { name } of tables) {
    const rows = await ask<{ row: string }>(source, `select t::text as row from "${name}" t`);
    found[name] = rows.map(({ row }) => row).sort();
  }
  return found;
}

/** Every file that a store names, by hash. */
export async function filesOf(store: Store): Promise<Record<string, string>> {
  const files = await sql<{ sha256: string; stored_as: string }>`
    select distinct sha256, stored_as from source_file order by 1`.execute(store.database);
  const found: Record<string, string> = {};
  for (const { sha256, stored_as } of files.rows)
    found[sha256] = Buffer.from(await store.files.bytes({ sha256, storedAs: stored_as })).toString('base64');
  return found;
}

/** Definitions of every index and constraint, sorted. */
export async function shapeOf(database: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ text: string }>`
    select pg_get_indexdef(indexrelid) as text from pg_index x join pg_class c on c.oid = x.indrelid
      where c.relnamespace = current_schema()::regnamespace
    union all
    select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
      where connamespace = current_schema()::regnamespace and conrelid <> 0
    order by 1`.execute(database);
  return rows.map(({ text }) => text);
}
