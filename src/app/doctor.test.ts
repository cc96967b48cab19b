import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { prepareHome } from '../store/embedded/home.ts';
import { diagnose, diagnoseNode } from './doctor.ts';
import { jobSettings } from './jobs/settings.ts';

const parent = mkdtempSync(join(tmpdir(), 'gongkai-doctor-'));
chmodSync(parent, 0o755);
const dataFolder = join(parent, 'data');
afterAll(() => {
  rmSync(prepareHome(dataFolder).folder, { recursive: true, force: true });
  rmSync(parent, { recursive: true, force: true });
});

const options = {
  dataFolder,
  host: '127.0.0.1',
  port: 0,
  today: new Date('2026-03-01T00:00:00Z'),
  jobs: jobSettings({}, dataFolder),
  mails: true,
};
const find = async (subject: string, change: Partial<Parameters<typeof diagnose>[0]> = {}) =>
  (await diagnose({ ...options, ...change })).find((one) => one.subject === subject);

describe('the doctor', () => {
  it('finds nothing in the way on a sound machine', async () => {
    const found = await diagnose(options);
    expect(found.filter(({ state }) => state === 'fault')).toEqual([]);
    expect(found.find(({ subject }) => subject === '内置数据库')!.message).toMatch(/PostgreSQL.*18/);
  });

  it.each([
    ['20.18.3', 'fault'],
    ['20.19.0', 'fine'],
    ['24.1.0', 'fine'],
    ['18.20.0', 'fault'],
  ])('judges Node.js %s as %s', (version, state) => {
    expect(diagnoseNode(version).state).toBe(state);
  });

  it('tells a data folder that cannot be used', async () => {
    const file = join(parent, 'file');
    writeFileSync(file, '');
    expect(await find('数据文件夹', { dataFolder: join(file, 'data') })).toMatchObject({ state: 'fault' });
  });

  it('tells that no mails go out where no server for them is set up', async () => {
    expect(await find('发信')).toMatchObject({ state: 'fine' });
    expect(await find('发信', { mails: false })).toMatchObject({ state: 'warning' });
  });

  it('tells a port that is taken', async () => {
    const server = createServer();
    const port = await new Promise<number>((done) =>
      server.listen(0, '127.0.0.1', () => done((server.address() as { port: number }).port)),
    );
    expect(await find('端口', { port })).toMatchObject({ state: 'warning' });
    server.close();
  });

  it('tells a database that does not answer', async () => {
    const databaseUrl = 'postgres://nobody@127.0.0.1:1/none';
    expect(await find('数据库', { databaseUrl })).toMatchObject({ state: 'fault' });
  });

  it.each([
    ['2026-11-21', 'fine'],
    ['2026-12-01', 'warning'],
    ['2031-05-01', 'warning'],
  ])('on %s finds the calendar %s', async (day, state) => {
    expect(await find('工作日历', { today: new Date(`${day}T04:00:00Z`) })).toMatchObject({ state });
  });
});
