import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testStore } from '../../../test/support/database.ts';
import { recordSafekeeping } from '../../store/safekeeping.ts';
import type { Store } from '../../store/store.ts';
import { appContext } from '../context.ts';
import { diagnoseKeeping } from './health.ts';
import { startJobs } from './runner.ts';
import { jobSettings } from './settings.ts';

const dataFolder = mkdtempSync(join(tmpdir(), 'gongkai-health-'));
const settings = jobSettings({}, dataFolder);
const now = new Date('2026-11-28T08:00:00+08:00');
let store: Store;
let url: string;

beforeAll(async () => {
  store = await testStore();
  const client = await store.connect();
  url = `postgres://${client.user}@localhost/${client.database}?host=${client.host}`;
  await client.end();
});
afterAll(async () => {
  await store.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

const keep = (kind: 'backup' | 'drill', day: string, outcome: 'done' | 'failed' = 'done') =>
  recordSafekeeping(store.database, {
    kind,
    started_at: new Date(`${day}T02:30:00+08:00`),
    ended_at: new Date(`${day}T02:31:00+08:00`),
    outcome,
    backup: null,
    shows_at: null,
    rows: null,
    files: null,
    bytes: null,
    message: `${kind} ${outcome}`,
  });
const states = async () =>
  Object.fromEntries(
    (await diagnoseKeeping(settings, url, now)).map(({ subject, state }) => [subject, state]),
  );

describe('the doctor on backups, drills and jobs', () => {
  it('says what was never done', async () => {
    expect(await states()).toEqual({ 备份: 'warning', 恢复演练: 'warning', 定时任务: 'warning' });
  });

  it('finds recent ones fine, old ones overdue, and a failed one in the way', async () => {
    await keep('backup', '2026-11-28');
    await keep('drill', '2026-11-15');
    expect(await states()).toMatchObject({ 备份: 'fine', 恢复演练: 'warning' });
    await keep('drill', '2026-11-22');
    expect(await states()).toMatchObject({ 备份: 'fine', 恢复演练: 'fine' });
    await keep('drill', '2026-11-27', 'failed');
    expect(await states()).toMatchObject({ 恢复演练: 'fault' });
  });

  it('counts jobs that failed for good', async () => {
    const failing = {
      name: 'failing',
      title: '',
      cron: '0 0 1 1 *',
      retries: 0,
      retryDelay: 1,
      expireInHours: 1,
      missed: async () => true,
      run: () => Promise.reject(new Error('no')),
    };
    const runner = startJobs(appContext(store), [failing], {
      onFault: () => {},
      pollSeconds: 0.5,
      catchUpSeconds: 0,
    });
    let found: Awaited<ReturnType<typeof diagnoseKeeping>> = [];
    for (let n = 0; n < 100 && !found.some(({ message }) => message.includes('failing 1次')); n += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      found = await diagnoseKeeping(settings, url, now);
    }
    await runner.stop();
    expect(found.map(({ message }) => message).join()).toContain('failing 1次');
  });

  it('warns when none are made', async () => {
    const off = jobSettings({ GONGKAI_BACKUP_FOLDER: 'off' }, dataFolder);
    const [first] = await diagnoseKeeping(off, url, now);
    expect(first).toMatchObject({ state: 'warning', subject: '备份' });
  });
});
