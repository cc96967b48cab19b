import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testStore } from '../../../test/support/database.ts';
import { layoutNamed } from '../../../test/support/layouts.ts';
import { cleanSample } from '../../../test/support/sample-prose.ts';
import { filesOf, rowsOf, shapeOf } from '../../../test/support/whole-system.ts';
import { newId } from '../../store/ids.ts';
import { migrate, migrationFolder, readMigrations } from '../../store/migrate.ts';
import type { Store } from '../../store/store.ts';
import { importReport } from '../commands/import-report.ts';
import { appContext } from '../context.ts';
import { backUp } from './back-up.ts';
import { BackupFault, type Manifest, readManifest, sha256Hex } from './manifest.ts';
import { restore } from './restore.ts';
import { installationSigner } from './signer.ts';
import { verifyBackup } from './verify.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-backup-'));
const stores: Store[] = [];
const fresh = async (options: Parameters<typeof testStore>[0] = {}): Promise<Store> => {
  const store = await testStore(options);
  stores.push(store);
  return store;
};

let source: Store;
let manifest: Manifest;
const whole = join(folder, 'whole');
const copyOf = (name: string): string => {
  const copy = join(folder, name);
  cpSync(whole, copy, { recursive: true });
  return copy;
};

const importYear = (store: Store, year: number, layout = 'tab') =>
  importReport(appContext(store), {
    bytes: Buffer.from(layoutNamed(layout).write(cleanSample('2021', year))),
    path: `${year}.txt`,
  });

beforeAll(async () => {
  source = await fresh();
  for (const year of [2021, 2022, 2023]) await importYear(source, year);
  manifest = await backUp(source, whole, { signer: await installationSigner(join(folder, 'data')) });
});
afterAll(async () => {
  for (const store of stores) await store.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a backup', () => {
  it('restored into an empty system gives the same system, row by row and file by file', async () => {
    const target = await fresh();
    await restore(target, whole);
    expect(await rowsOf(target.database)).toEqual(await rowsOf(source.database));
    expect(await filesOf(target)).toEqual(await filesOf(source));
    expect(await shapeOf(target.database)).toEqual(await shapeOf(source.database));
    expect((await rowsOf(target.database)).annual_cell!.length).toBeGreaterThan(500);
  });

  it('of an older program, a migration or several behind, is brought to the newest shape', async () => {
    const migrations = readMigrations(migrationFolder());
    for (const count of new Set([5, migrations.length - 1])) {
      const old = await fresh({ migrations: migrations.slice(0, count) });
      const [agency, report, sha256] = [newId(), newId(), sha256Hex('old')];
      await sql`insert into agency (id, slug, name, kind, level, makes_regulations, contacts, demonstration, created_at)
        values (${agency}, '370881', '旧县人民政府', 'county', 4, false, '{}', false, now())`.execute(
        old.database,
      );
      await sql`insert into source_file (agency_id, sha256, name, media_type, bytes, stored_as, stored_at)
        values (${agency}, ${sha256}, 'a.txt', 'text/plain', 3, ${(await old.files.put(Buffer.from('old'))).storedAs}, now())`.execute(
        old.database,
      );
      await sql`insert into annual_report (agency_id, id, year, edition, status, agency_name, agency_kind, source_sha256,
          sections, indicators, errors, warnings, infos, imported_at)
        values (${agency}, ${report}, 2023, 1, 'current', '旧县人民政府', 'county', ${sha256}, '[]', '{}', 0, 0, 0, now())`.execute(
        old.database,
      );
      await sql`insert into event (agency_id, id, kind, actor, at, facts)
        values (${agency}, ${newId()}, 'annualReport.imported', 'terminal', now(), '{"文": "旧\\n"}')`.execute(
        old.database,
      );
      await backUp(old, join(folder, `old-${count}`));
      const target = await fresh();
      await restore(target, join(folder, `old-${count}`));
      expect(await migrate(target.database)).toEqual([]);
      const { rows } = await sql`
        select agency.name, year, event.facts from annual_report join agency on agency.id = agency_id
          join event on event.agency_id = agency.id`.execute(target.database);
      expect(rows).toEqual([{ name: '旧县人民政府', year: 2023, facts: { 文: '旧\n' } }]);
      expect(await shapeOf(target.database)).toEqual(await shapeOf(source.database));
      expect(Object.keys(await filesOf(target))).toEqual([sha256]);
    }
  });

  it('in the first format, a table one part and no list of files, is restored', async () => {
    const first = copyOf('first');
    const { format: _, agency: __, tables, files, ...rest } = manifest;
    const old = {
      ...rest,
      format: 'gongkai.backup/1',
      tables: tables.map(({ parts, ...table }) => ({ ...table, ...parts[0], file: undefined })),
      files: { count: files.count, bytes: files.bytes },
    };
    for (const { name, parts } of tables)
      renameSync(join(first, 'tables', parts[0]!.file), join(first, 'tables', `${name}.copy.gz`));
    rmSync(join(first, 'files.txt'));
    const sealed = { sha256: sha256Hex(JSON.stringify(old)), manifest: old };
    writeFileSync(join(first, 'manifest.json'), JSON.stringify(sealed));
    const target = await fresh();
    await restore(target, first);
    expect(await rowsOf(target.database)).toEqual(await rowsOf(source.database));
  });

  it('is signed by the installation, whose key is not in it', async () => {
    const signer = await installationSigner(join(folder, 'data'));
    const { signature } = await verifyBackup(whole);
    expect(signer.sign(JSON.stringify(manifest))).toEqual(signature);
    const { mode } = statSync(join(folder, 'data', 'archive.pem'));
    expect(mode & 0o777).toBe(0o600);
    expect(readdirSync(whole, { recursive: true }).filter((name) => /key|pem/.test(String(name)))).toEqual(
      [],
    );
  });
});

describe('an interrupted backup', () => {
  /** A store that fails at the nth file. */
  const failing = (store: Store, nth: number): Store => {
    let n = 0;
    return {
      ...store,
      files: {
        ...store.files,
        read: (file) => {
          n += 1;
          if (n >= nth) throw new Error('the disk went away');
          return store.files.read(file);
        },
      },
    };
  };

  it('goes on with its files where it stopped, still of its instant', async () => {
    const store = await fresh();
    for (const year of [2021, 2022, 2023, 2024]) await importYear(store, year);
    const before = { rows: await rowsOf(store.database), files: await filesOf(store) };
    const at = join(folder, 'interrupted');
    await expect(backUp(failing(store, 3), at)).rejects.toThrow('the disk went away');
    await expect(verifyBackup(at)).rejects.toThrow(/没有做完/);
    await importYear(store, 2025);
    const said: string[] = [];
    const finished = await backUp(store, at, { say: (line) => said.push(line) });
    expect(said[0]).toContain(finished.at);
    const target = await fresh();
    await restore(target, at);
    expect(await rowsOf(target.database)).toEqual(before.rows);
    expect(await filesOf(target)).toEqual(before.files);
  });

  it('begins anew where a table it had copied is damaged, and copies a damaged file again', async () => {
    const at = join(folder, 'damaged-draft');
    const store = await fresh();
    await importYear(store, 2021);
    await expect(backUp(failing(store, 1), at)).rejects.toThrow();
    const { manifest: draft } = await readManifest(at, 'tables.json');
    truncateSync(join(at, 'tables', draft.tables.find(({ name }) => name === 'event')!.parts[0]!.file), 5);
    await importYear(store, 2022);
    const finished = await backUp(store, at);
    expect(finished.files.count).toBe(2);
    await verifyBackup(at);
    rmSync(join(at, 'manifest.json'));
    const [part] = readdirSync(join(at, 'files'));
    const [name] = readdirSync(join(at, 'files', part!));
    writeFileSync(join(at, 'files', part!, name!), 'x');
    await backUp(store, at);
    await verifyBackup(at);
  });

  it('of another range, or a finished one, is left alone', async () => {
    const at = join(folder, 'other-range');
    await expect(backUp(failing(source, 1), at)).rejects.toThrow();
    const { slug } = (await source.database.selectFrom('agency').select('slug').executeTakeFirst())!;
    await expect(backUp(source, at, { agency: slug })).rejects.toThrow(/范围与这次不同/);
    await expect(backUp(source, whole)).rejects.toThrow(/已有一份做完的备份/);
    await expect(backUp(source, join(folder, 'none'), { agency: 'x-none' })).rejects.toThrow(/没有代码为/);
  });

  it('takes what an earlier one has by links, and copies what is damaged there', async () => {
    const earlier = copyOf('earlier');
    const [one, other] = readdirSync(join(earlier, 'files')).map((part) =>
      join('files', part, readdirSync(join(earlier, 'files', part))[0]!),
    );
    writeFileSync(join(earlier, other!), 'damaged');
    const next = join(folder, 'next');
    await backUp(source, next, { reuse: earlier });
    await verifyBackup(next);
    expect(statSync(join(next, one!)).ino).toBe(statSync(join(earlier, one!)).ino);
    expect(statSync(join(next, other!)).ino).not.toBe(statSync(join(earlier, other!)).ino);
  });
});

describe('a damaged backup is refused and leaves nothing', () => {
  const parts = (): string[] => [
    'manifest.json',
    'files.txt',
    ...manifest.tables.flatMap(({ parts: all }) => all.map(({ file }) => join('tables', file))),
    ...readdirSync(join(whole, 'files')).map((part) =>
      join('files', part, readdirSync(join(whole, 'files', part))[0]!),
    ),
  ];
  const flip = (path: string): void => {
    const bytes = readFileSync(path);
    const at = Math.floor(bytes.length / 2);
    bytes[at] = bytes[at]! ^ 1;
    writeFileSync(path, bytes);
  };
  const harms: [string, (path: string) => void][] = [
    ['one bit is flipped', flip],
    ['the end is cut off', (path) => truncateSync(path, Math.floor(statSync(path).size / 2))],
    ['it is missing', (path) => rmSync(path)],
  ];

  it.each(harms)('when of any part %s: the part is named', async (_, harm) => {
    const target = await fresh();
    const broken = join(folder, 'broken');
    for (const part of parts()) {
      cpSync(whole, broken, { recursive: true });
      harm(join(broken, part));
      const refusal = await restore(target, broken).catch((error: unknown) => error);
      expect(refusal, part).toBeInstanceOf(BackupFault);
      expect((refusal as Error).message).toContain(part.split('/').at(-1)!);
      rmSync(broken, { recursive: true });
    }
    expect((await rowsOf(target.database)).agency).toEqual([]);
  });

  it('when two parts are exchanged', async () => {
    const broken = copyOf('exchanged');
    const [a, b] = ['annual_cell', 'annual_finding'].map((name) =>
      join(broken, 'tables', manifest.tables.find((table) => table.name === name)!.parts[0]!.file),
    );
    renameSync(a!, `${a}.x`);
    renameSync(b!, a!);
    renameSync(`${a}.x`, b!);
    await expect(restore(await fresh(), broken)).rejects.toThrow(/annual_(cell|finding)\.0001\.copy\.gz/);
  });

  it('when the manifest was written again by another hand', async () => {
    const forged = copyOf('forged');
    const stored = JSON.parse(readFileSync(join(forged, 'manifest.json'), 'utf8'));
    stored.manifest.at = '2020-01-01T00:00:00.000Z';
    stored.sha256 = sha256Hex(JSON.stringify(stored.manifest));
    writeFileSync(join(forged, 'manifest.json'), JSON.stringify(stored));
    await expect(restore(await fresh(), forged)).rejects.toThrow(/签名不符/);
  });

  it('when it is newer than the program, or not finished', async () => {
    const newer = copyOf('newer');
    const stored = JSON.parse(readFileSync(join(newer, 'manifest.json'), 'utf8'));
    stored.manifest.migrations.push({ name: '9999_later.sql', sha256: 'x' });
    writeFileSync(
      join(newer, 'manifest.json'),
      JSON.stringify({ sha256: sha256Hex(JSON.stringify(stored.manifest)), manifest: stored.manifest }),
    );
    await expect(restore(await fresh(), newer)).rejects.toThrow(/备份比程序新/);
    rmSync(join(newer, 'manifest.json'));
    await expect(restore(await fresh(), newer)).rejects.toThrow(/没有做完/);
  });

  it('when the target is not empty', async () => {
    const filled = await fresh();
    await importYear(filled, 2024);
    await expect(restore(filled, whole)).rejects.toThrow(/只能恢复到空的系统/);
    expect((await rowsOf(filled.database)).annual_report).toHaveLength(1);
  });
});
