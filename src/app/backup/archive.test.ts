import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testStore } from '../../../test/support/database.ts';
import { layoutNamed } from '../../../test/support/layouts.ts';
import { cleanSample } from '../../../test/support/sample-prose.ts';
import { filesOf, rowsOf } from '../../../test/support/whole-system.ts';
import { newId } from '../../store/ids.ts';
import type { Store } from '../../store/store.ts';
import { importReport } from '../commands/import-report.ts';
import { sealEvents } from '../commands/seal-events.ts';
import { type AppContext, appContext } from '../context.ts';
import { verifyChains } from '../queries/audit.ts';
import { agencyHome, reportsOf } from '../queries/portal.ts';
import { exportArchive } from './export-archive.ts';
import { importArchive } from './import-archive.ts';
import { type Manifest, sha256Hex } from './manifest.ts';
import { restore } from './restore.ts';
import { installationSigner, type Signer } from './signer.ts';

const work = mkdtempSync(join(tmpdir(), 'gongkai-archive-'));
const archive = join(work, 'archive');
const stores: Store[] = [];
let source: AppContext;
let signer: Signer;
let slug: string;
let manifest: Manifest;

const fresh = async (): Promise<AppContext> => {
  const store = await testStore();
  stores.push(store);
  return appContext(store, 'terminal');
};
const importYear = (context: AppContext, year: number, town?: string) => {
  const sample = cleanSample('2021', year);
  if (town !== undefined) {
    sample.title = sample.title!.replace(sample.agency, town);
    sample.closing[0] = town;
    sample.agency = town;
  }
  return importReport(context, {
    bytes: Buffer.from(layoutNamed('tab').write(sample)),
    path: `${year}.txt`,
  });
};
const addAgency = (context: AppContext, at: string, name: string) =>
  sql`insert into agency (id, slug, name, kind, level, makes_regulations, contacts, demonstration, created_at)
    values (${newId()}, ${at}, ${name}, 'township', 5, false, '{}', false, now())`.execute(
    context.store.database,
  );
/** A system in which the successor is, with a report of its own. */
const receiving = async (): Promise<AppContext> => {
  const context = await fresh();
  await addAgency(context, 'x-successor', '新镇人民政府');
  await importYear(context, 2023, '新华镇人民政府');
  return context;
};
const faultsOf = async (context: AppContext): Promise<string[]> => {
  const faults: string[] = [];
  for await (const chain of verifyChains(context)) faults.push(...chain.faults.map(({ message }) => message));
  return faults;
};

beforeAll(async () => {
  source = await fresh();
  for (const year of [2021, 2022, 2023]) await importYear(source, year);
  for (const year of [2021, 2022]) await importYear(source, year, '新华镇人民政府');
  const [first] = await source.store.database
    .selectFrom('agency')
    .select('slug')
    .orderBy('created_at')
    .execute();
  slug = first!.slug;
  signer = await installationSigner(join(work, 'data'));
  manifest = await exportArchive(source, archive, slug, signer);
});
afterAll(async () => {
  for (const store of stores) await store.close();
  rmSync(work, { recursive: true, force: true });
});

describe('an agency’s archive', () => {
  it('holds what is the agency’s and nothing of others', async () => {
    const counts = Object.fromEntries(manifest.tables.map(({ name, rows }) => [name, rows]));
    expect(counts).toMatchObject({ agency: 1, annual_report: 3, source_file: 3, event_head: 1 });
    expect(manifest.files.count).toBe(3);
    expect(
      Object.keys(counts).filter((name) => /account|session|credential|membership|safekeeping/.test(name)),
    ).toEqual([]);
    const exported = await sql`select 1 from event where kind = 'archive.exported'`.execute(
      source.store.database,
    );
    expect(exported.rows).toHaveLength(1);
  });

  it('taken in by the successor’s system keeps reports, files, addresses and the chain', async () => {
    const target = await receiving();
    const before = await rowsOf(target.store.database);
    const imported = await importArchive(target, archive, {
      successor: 'x-successor',
      signer: signer.fingerprint.toUpperCase(),
    });
    expect(imported.fingerprint).toBe(signer.fingerprint);
    const after = await rowsOf(target.store.database);
    const there = await rowsOf(source.store.database);
    const id = manifest.agency!.id;
    for (const name of ['annual_report', 'annual_cell', 'annual_finding', 'source_file', 'report_search'])
      expect(after[name], name).toEqual(
        [...before[name]!, ...there[name]!.filter((row) => row.includes(id))].sort(),
      );
    expect(await reportsOf(target, slug)).toEqual(await reportsOf(source, slug));
    for (const [sha256, bytes] of Object.entries(await filesOf(source.store)))
      if (there.source_file!.some((row) => row.includes(sha256) && row.includes(id)))
        expect((await filesOf(target.store))[sha256]).toBe(bytes);
    const row = await target.store.database
      .selectFrom('agency')
      .selectAll()
      .where('slug', '=', slug)
      .executeTakeFirst();
    expect(row?.valid_to).not.toBeNull();
    expect(await agencyHome(target, slug)).toMatchObject({ ended: true, successor: { slug: 'x-successor' } });
    expect((await agencyHome(target, 'x-successor'))!.predecessors).toMatchObject([{ slug }]);
    await sealEvents(target);
    expect(await faultsOf(target)).toEqual([]);
    await sql`update event set actor = 'x' where agency_id = ${id} and seq = 1`.execute(
      target.store.database,
    );
    expect(await faultsOf(target)).not.toEqual([]);
    const schemas = await sql`select nspname from pg_namespace where nspname like 'archive%'`.execute(
      target.store.database,
    );
    expect(schemas.rows).toEqual([]);
  });

  it('takes the place of an agency that was known by its code alone', async () => {
    const target = await receiving();
    await addAgency(target, slug, '原登记名称');
    await importArchive(target, archive, { successor: 'x-successor' });
    const rows = await target.store.database
      .selectFrom('agency')
      .select('id')
      .where('slug', '=', slug)
      .execute();
    expect(rows).toEqual([{ id: manifest.agency!.id }]);
  });

  it('is refused, and changes nothing, where it cannot be taken in', async () => {
    const target = await receiving();
    const before = await rowsOf(target.store.database);
    const take = (folder: string, given: Partial<Parameters<typeof importArchive>[2]> = {}) =>
      importArchive(target, folder, { successor: 'x-successor', ...given });
    await expect(take(archive, { successor: 'x-nobody' })).rejects.toThrow(/没有代码为 x-nobody/);
    await expect(take(archive, { signer: '0000 1111' })).rejects.toThrow(/指纹/);
    const forged = join(work, 'forged');
    cpSync(archive, forged, { recursive: true });
    const stored = JSON.parse(readFileSync(join(forged, 'manifest.json'), 'utf8'));
    stored.manifest.agency.name = '别的机关';
    writeFileSync(
      join(forged, 'manifest.json'),
      JSON.stringify({ ...stored, sha256: sha256Hex(JSON.stringify(stored.manifest)) }),
    );
    await expect(take(forged)).rejects.toThrow(/签名不符/);
    writeFileSync(
      join(forged, 'manifest.json'),
      JSON.stringify({ manifest: stored.manifest, sha256: sha256Hex(JSON.stringify(stored.manifest)) }),
    );
    await expect(take(forged)).rejects.toThrow(/没有签名/);
    await expect(restore(target.store, archive)).rejects.toThrow(/一个机关的档案/);
    expect(await rowsOf(target.store.database)).toEqual(before);

    await importArchive(target, archive, { successor: 'x-successor' });
    await expect(take(archive)).rejects.toThrow(/已经接收过/);
    const known = await receiving();
    await importYear(known, 2020);
    await expect(importArchive(known, archive, { successor: 'x-successor' })).rejects.toThrow(/已有它的数据/);
  });
});
