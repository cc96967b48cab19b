import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testStore } from '../../../test/support/database.ts';
import { layoutNamed } from '../../../test/support/layouts.ts';
import { cleanSample } from '../../../test/support/sample-prose.ts';
import { migrate, migrationFolder, readMigrations } from '../../store/migrate.ts';
import type { Store } from '../../store/store.ts';
import { importReport } from '../commands/import-report.ts';
import { appContext } from '../context.ts';
import { backUp } from './back-up.ts';
import { BackupFault, type Manifest } from './manifest.ts';
import { restore, verifyBackup } from './restore.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-backup-'));
const stores: Store[] = [];
const fresh = async (): Promise<Store> => {
  const store = await testStore();
  stores.push(store);
  return store;
};

let source: Store;
let manifest: Manifest;
const whole = join(folder, 'whole');

const importYear = (store: Store, year: number, layout = 'tab') =>
  importReport(appContext(store), {
    bytes: Buffer.from(layoutNamed(layout).write(cleanSample('2021', year))),
    path: `${year}.txt`,
  });

/** Every row of every table as text, and every file, of a system. */
async function everything(store: Store): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  const tables = await sql<{ name: string }>`
    select relname as name from pg_class where relkind = 'r' and relnamespace = current_schema()::regnamespace
      and relname <> 'migration' order by 1`.execute(store.database);
  for (const { name } of tables.rows) {
    const rows = await sql<{
      row: string;
    }>`select t::text as row from ${sql.table(name)} t order by 1`.execute(store.database);
    found[name] = rows.rows.map(({ row }) => row);
  }
  const files = await sql<{
    sha256: string;
    stored_as: string;
  }>`select distinct sha256, stored_as from source_file`.execute(store.database);
  found.files = await Promise.all(
    files.rows.map(async ({ sha256, stored_as }) =>
      Buffer.from(await store.files.bytes({ sha256, storedAs: stored_as })).toString('base64'),
    ),
  );
  return found;
}

const sorted = (all: Record<string, string[]>) =>
  Object.fromEntries(Object.entries(all).map(([name, rows]) => [name, [...rows].sort()]));

beforeAll(async () => {
  source = await fresh();
  for (const year of [2021, 2022, 2023]) await importYear(source, year);
  manifest = await backUp(source, whole);
});
afterAll(async () => {
  for (const store of stores) await store.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a backup', () => {
  it('restored into an empty system gives the same system, row by row and file by file', async () => {
    const target = await fresh();
    await restore(target, whole);
    expect(sorted(await everything(target))).toEqual(sorted(await everything(source)));
    expect((await everything(target)).annual_cell!.length).toBeGreaterThan(500);
  });

  it('shows one instant while others go on writing', async () => {
    const busy = await fresh();
    await importYear(busy, 2021);
    let stop = false;
    let acts = 0;
    const writer = (async () => {
      for (let n = 0; !stop; n += 1) {
        await importYear(busy, 2021 + (n % 5), ['tab', 'html from Word'][n % 2]!);
        await sql`update agency set contacts = jsonb_build_object('n', ${n}::int)`.execute(busy.database);
        acts += 1;
      }
    })();
    const during = await backUp(busy, join(folder, 'busy'));
    stop = true;
    await writer;
    expect(acts).toBeGreaterThan(0);
    const target = await fresh();
    await restore(target, join(folder, 'busy'));
    const restored = await everything(target);
    for (const { name, rows } of during.tables) expect(restored[name]).toHaveLength(rows);
    // Each report came with its cells and its event in one transaction: none stands without the others.
    const torn = await sql<{ n: number }>`
      select count(*)::int as n from annual_report r where not exists (
        select from annual_cell c where c.agency_id = r.agency_id and c.report_id = r.id)`.execute(
      target.database,
    );
    expect(torn.rows[0]!.n).toBe(0);
  });

  it('of an older program, a migration or several behind, is brought to the newest shape', async () => {
    const migrations = readMigrations(migrationFolder());
    for (const behind of new Set([1, migrations.length - 5])) {
      const old = await testStore({ migrations: migrations.slice(0, -behind) });
      stores.push(old);
      await importYear(old, 2022);
      await backUp(old, join(folder, `behind-${behind}`));
      const target = await fresh();
      await restore(target, join(folder, `behind-${behind}`));
      expect(await migrate(target.database)).toEqual([]);
      const [before, after] = [await everything(old), await everything(target)];
      for (const [name, rows] of Object.entries(before)) expect(after[name], name).toEqual(rows);
      expect(after.annual_report).toHaveLength(1);
      expect(Object.keys(after).sort()).toEqual(Object.keys(await everything(source)).sort());
    }
  });

  it('goes on where an earlier attempt ended, and leaves a finished one alone', async () => {
    const again = join(folder, 'again');
    cpSync(whole, again, { recursive: true });
    rmSync(join(again, 'manifest.json'));
    const kept = readdirSync(join(again, 'files')).map(
      (part) => statSync(join(again, 'files', part)).mtimeMs,
    );
    await backUp(source, again);
    await verifyBackup(again);
    expect(
      readdirSync(join(again, 'files')).map((part) => statSync(join(again, 'files', part)).mtimeMs),
    ).toEqual(kept);
    await expect(backUp(source, again)).rejects.toThrow(/已有一份做完的备份/);
  });
});

describe('a damaged backup is refused and leaves nothing', () => {
  const parts = (): string[] => {
    const files = join(whole, 'files');
    const blobs = readdirSync(files).map((part) => join('files', part, readdirSync(join(files, part))[0]!));
    return [
      'manifest.json',
      ...manifest.tables.map(({ name }) => join('tables', `${name}.copy.gz`)),
      ...blobs,
    ];
  };

  it('when one bit of any part is flipped', async () => {
    const target = await fresh();
    for (const part of parts()) {
      const broken = join(folder, 'broken');
      cpSync(whole, broken, { recursive: true });
      const bytes = readFileSync(join(broken, part));
      const at = Math.floor(bytes.length / 2);
      bytes[at] = bytes[at]! ^ 1;
      writeFileSync(join(broken, part), bytes);
      await expect(restore(target, broken), part).rejects.toThrow(BackupFault);
      rmSync(broken, { recursive: true });
    }
    expect((await everything(target)).agency).toEqual([]);
  });

  it.each([
    ['a table is missing', (at: string) => rmSync(join(at, 'tables', 'annual_cell.copy.gz')), /不能读取/],
    ['the files are missing', (at: string) => rmSync(join(at, 'files'), { recursive: true }), /缺少3个文件/],
    ['it was not finished', (at: string) => rmSync(join(at, 'manifest.json')), /没有做完/],
  ])('when %s', async (name, harm, words) => {
    const broken = join(folder, name);
    cpSync(whole, broken, { recursive: true });
    harm(broken);
    await expect(restore(await fresh(), broken)).rejects.toThrow(words);
  });

  it('when the target is not empty', async () => {
    const filled = await fresh();
    await importYear(filled, 2024);
    await expect(restore(filled, whole)).rejects.toThrow(/只能恢复到空的系统/);
    expect((await everything(filled)).annual_report).toHaveLength(1);
  });
});
