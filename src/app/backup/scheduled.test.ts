import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testStore } from '../../../test/support/database.ts';
import { layoutNamed } from '../../../test/support/layouts.ts';
import { cleanSample } from '../../../test/support/sample-prose.ts';
import { newestSafekeeping } from '../../store/safekeeping.ts';
import type { Store } from '../../store/store.ts';
import { importReport } from '../commands/import-report.ts';
import { type AppContext, appContext } from '../context.ts';
import { scheduledDrill } from './drill.ts';
import { newestBackup, type ScheduledBackups, scheduledBackup } from './scheduled.ts';
import { verifyBackup } from './verify.ts';

const work = mkdtempSync(join(tmpdir(), 'gongkai-scheduled-'));
const backups: ScheduledBackups = {
  folder: join(work, 'backups'),
  keep: { daily: 2, weekly: 1, monthly: 1 },
  dataFolder: join(work, 'data'),
};
let store: Store;
const on = (day: string, time = '02:30:00'): AppContext => ({
  ...appContext(store),
  now: () => new Date(`${day}T${time}+08:00`),
});
const names = () => readdirSync(backups.folder).sort();
const importYear = (year: number) =>
  importReport(appContext(store), {
    bytes: Buffer.from(layoutNamed('tab').write(cleanSample('2021', year))),
    path: `${year}.txt`,
  });

beforeAll(async () => {
  store = await testStore();
  await importYear(2021);
});
afterAll(async () => {
  await store.close();
  rmSync(work, { recursive: true, force: true });
});

describe('a scheduled backup', () => {
  it('lies in a folder of its moment, links the files of the one before, and is on record', async () => {
    await scheduledBackup(on('2026-11-26'), backups);
    await importYear(2022);
    const { message } = await scheduledBackup(on('2026-11-27'), backups);
    expect(names()).toEqual(['2026-11-26T023000', '2026-11-27T023000']);
    expect(message).toContain('2026-11-27T023000');
    const { files } = await verifyBackup(join(backups.folder, '2026-11-26T023000'));
    const place = (name: string) => join(backups.folder, name, 'files', files[0]!.storedAs);
    expect(statSync(place('2026-11-27T023000')).ino).toBe(statSync(place('2026-11-26T023000')).ino);
    const [newest] = await newestSafekeeping(store.database, 'backup', 5);
    expect(newest).toMatchObject({ outcome: 'done', backup: '2026-11-27T023000', files: 2 });
    const events = await store.database
      .selectFrom('event')
      .select('kind')
      .where('kind', 'like', 'backup.%')
      .execute();
    expect(events.map(({ kind }) => kind)).toEqual(['backup.done', 'backup.done']);
  });

  it('lets go of those whose time has run out, and of nothing else', async () => {
    writeFileSync(join(backups.folder, 'mine.txt'), 'x');
    await scheduledBackup(on('2026-11-28'), backups);
    expect(names()).toEqual(['2026-11-27T023000', '2026-11-28T023000', 'mine.txt']);
  });

  it('that was interrupted is finished the same night, and cleared away later', async () => {
    const failing: Store = {
      ...store,
      files: {
        ...store.files,
        read: () => {
          throw new Error('the disk went away');
        },
      },
    };
    const once = { ...backups, folder: join(work, 'interrupted') };
    await expect(scheduledBackup({ ...on('2026-11-29'), store: failing }, once)).rejects.toThrow('went away');
    const [failed] = await newestSafekeeping(store.database, 'backup', 1);
    expect(failed).toMatchObject({ outcome: 'failed', message: 'the disk went away', backup: null });
    expect(await newestBackup(once.folder)).toBeNull();
    await scheduledBackup(on('2026-11-29', '03:00:00'), once);
    expect(readdirSync(once.folder)).toEqual(['2026-11-29T023000']);
    await expect(
      scheduledBackup({ ...on('2026-11-30'), store: failing }, { ...once }),
    ).resolves.toBeDefined();
    rmSync(join(once.folder, '2026-11-30T023000', 'manifest.json'));
    await scheduledBackup(on('2026-12-01'), once);
    expect(readdirSync(once.folder)).toEqual(['2026-11-29T023000', '2026-12-01T023000']);
  });

  it('stops when it is told to, and goes on later', async () => {
    const stopped = { ...backups, folder: join(work, 'stopped') };
    const aborted = AbortSignal.abort(new Error('程序正在停止。'));
    await expect(scheduledBackup(on('2026-11-29'), stopped, aborted)).rejects.toThrow('程序正在停止。');
    await scheduledBackup(on('2026-11-29', '04:00:00'), stopped);
    await verifyBackup(join(stopped.folder, '2026-11-29T023000'));
  });
});

describe('a restore drill', () => {
  it('restores the newest backup into a server of its own, compares, records, and leaves nothing', async () => {
    const { message } = await scheduledDrill(on('2026-11-29', '04:30:00'), backups);
    expect(message).toMatch(/^已把 2026-11-28T023000 恢复到另一数据库，\d+张表和2个文件核对一致/);
    const [drill] = await newestSafekeeping(store.database, 'drill', 1);
    expect(drill).toMatchObject({ outcome: 'done', backup: '2026-11-28T023000', files: 2 });
    expect(
      existsSync(join(backups.dataFolder, 'drill')) && readdirSync(join(backups.dataFolder, 'drill')),
    ).toEqual([]);
  }, 120_000);

  it('finds a damaged backup and says which part', async () => {
    const { manifest } = await verifyBackup(join(backups.folder, '2026-11-28T023000'));
    const { file } = manifest.tables.find(({ name }) => name === 'event')!.parts[0]!;
    const path = join(backups.folder, '2026-11-28T023000', 'tables', file);
    const bytes = readFileSync(path);
    bytes[20] = bytes[20]! ^ 4;
    writeFileSync(path, bytes);
    await expect(scheduledDrill(on('2026-11-30', '04:30:00'), backups)).rejects.toThrow(file);
    const [drill] = await newestSafekeeping(store.database, 'drill', 1);
    expect(drill).toMatchObject({ outcome: 'failed' });
    expect(drill!.message).toContain(file);
  }, 120_000);

  it('says so when there is no backup', async () => {
    const none = { ...backups, folder: join(work, 'none') };
    await expect(scheduledDrill(on('2026-11-30'), none)).rejects.toThrow(/还没有做完的备份/);
  });
});
