import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { patiently } from '../availability.ts';
import { openDatabase } from '../database.ts';
import { openStore } from '../store.ts';
import { findBinaries } from './binaries.ts';
import { prepareHome } from './home.ts';
import { type EmbeddedServer, openEmbedded } from './index.ts';
import { acquireLock } from './owner-lock.ts';
import { isAlive, pause, startOf, waitUntil } from './process-table.ts';
import { createCluster, runningServer, spawnServer, waitReady } from './server.ts';

const folders: string[] = [];
const servers: { stop(): Promise<void> }[] = [];

function newFolder(mode = 0o755): string {
  const parent = mkdtempSync(join(tmpdir(), 'gongkai-embedded-'));
  chmodSync(parent, mode);
  folders.push(parent);
  return join(parent, 'data');
}

let shared: string | null = null;
/** One data folder for the tests that do not mind what stood in it: making a cluster takes longest. */
function dataFolder(): string {
  shared ??= newFolder();
  return shared;
}

async function open(folder: string): Promise<EmbeddedServer> {
  const server = await openEmbedded(folder);
  servers.push(server);
  return server;
}

afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
});

afterAll(() => {
  for (const folder of folders) {
    const home = prepareHome(join(folder, 'data'));
    rmSync(home.folder, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }
});

async function ask(server: EmbeddedServer, question: string): Promise<unknown> {
  const client = new pg.Client({ ...server.connection, database: 'postgres' });
  await client.connect();
  try {
    const { rows } = await client.query<{ answer: unknown }>(`select (${question}) as answer`);
    return rows[0]!.answer;
  } finally {
    await client.end();
  }
}

/** Number and start of a process that has ended. */
function deadProcess(): { pid: number; started: string } {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  return { pid, started: 'long ago' };
}

describe('the embedded server', () => {
  it('is durable, checked, in UTF-8 and on Shanghai time, and listens on no network', async () => {
    const server = await open(dataFolder());
    const setting = (name: string) => ask(server, `current_setting('${name}')`);
    expect(await setting('fsync')).toBe('on');
    expect(await setting('data_checksums')).toBe('on');
    expect(await setting('server_encoding')).toBe('UTF8');
    expect(await setting('TimeZone')).toBe('Asia/Shanghai');
    expect(await setting('listen_addresses')).toBe('');
    expect(await ask(server, 'select datcollate from pg_database where datname = current_database()')).toBe(
      'C',
    );
  });

  it('stops cleanly and starts again with what it held', async () => {
    const folder = dataFolder();
    const first = await openStore({ dataFolder: folder });
    expect(first.migrated.length).toBeGreaterThan(0);
    const home = prepareHome(folder);
    const running = runningServer(home)!;
    await first.close();
    expect(isAlive(running)).toBe(false);
    expect(existsSync(home.lock)).toBe(false);
    const second = await openStore({ dataFolder: folder });
    expect(second.migrated).toEqual([]);
    await second.close();
  });

  it('has one owner a data folder; a second process is its guest', async () => {
    const folder = dataFolder();
    const owner = await open(folder);
    const guest = await open(folder);
    expect([owner.role, guest.role]).toEqual(['owner', 'guest']);
    await guest.stop();
    expect(await ask(owner, '1')).toBe(1);
  });

  it('outlived by kill -9 of its app is ended and started anew', async () => {
    const folder = dataFolder();
    const home = prepareHome(folder);
    const binaries = findBinaries(home.account)!;
    createCluster(home, binaries);
    const orphan = spawnServer(home, binaries, {});
    expect(await waitReady(home, orphan)).toBe(true);
    writeFileSync(home.lock, JSON.stringify({ ...deadProcess(), host: hostname(), token: 'old' }));
    const server = await open(folder);
    expect(server.role).toBe('owner');
    expect(isAlive(orphan.pid!)).toBe(false);
    expect(await ask(server, '1')).toBe(1);
  });

  it('killed itself is back by itself, and requests in between wait', async () => {
    const server = await open(dataFolder());
    const database = openDatabase({ ...server.connection, database: 'postgres' });
    const backend = async () => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(database);
      return rows[0]!.pid;
    };
    const before = await patiently(backend);
    const old = runningServer(server.home)!;
    process.kill(old, 'SIGKILL');
    let asked = 0;
    while ((await patiently(backend)) === before && asked++ < 1_000) await pause(5);
    expect(await patiently(backend)).not.toBe(before);
    expect(runningServer(server.home)).not.toBe(old);
    await database.destroy();
  });

  it('starts over stale files whose process number someone else has now', async () => {
    const folder = dataFolder();
    const first = await open(folder);
    await first.stop();
    servers.length = 0;
    const { home } = first;
    const other = spawn('sleep', ['60']);
    const remains = [String(other.pid), home.cluster, '1', '5432', home.socket, '', '0 0', 'ready', ''];
    writeFileSync(join(home.cluster, 'postmaster.pid'), remains.join('\n'));
    writeFileSync(join(home.socket, '.s.PGSQL.5432.lock'), remains.join('\n'));
    const second = await open(folder);
    expect(await ask(second, '1')).toBe(1);
    expect(isAlive(other.pid!)).toBe(true);
    other.kill();
  });

  it('is made anew when its making was cut short', async () => {
    const folder = newFolder();
    const home = prepareHome(folder);
    spawnSync('mkdir', ['-p', join(`${home.cluster}.new`, 'base')]);
    writeFileSync(join(`${home.cluster}.new`, 'PG_VERSION'), '18\n');
    const server = await open(folder);
    expect(await ask(server, '1')).toBe(1);
  });

  it.runIf(process.getuid?.() === 0)('lies elsewhere when root’s data folder is private', async () => {
    const folder = newFolder(0o700);
    const said: string[] = [];
    const server = await openEmbedded(folder, { say: (line) => said.push(line) });
    servers.push(server);
    expect(server.home.folder).toMatch(/^\/var\/lib\/gongkai\/[0-9a-f]{12}$/);
    expect(said.join()).toContain(server.home.folder);
    expect(await ask(server, '1')).toBe(1);
  });
});

describe('the owner’s lock', () => {
  it('goes to exactly one of those who come together', () => {
    const path = join(newFolder(), 'owner.lock');
    const results = [1, 2, 3].map(() => acquireLock(path));
    expect(results.filter((result) => !('heldBy' in result))).toHaveLength(1);
    for (const result of results) if (!('heldBy' in result)) result.release();
    expect(existsSync(path)).toBe(false);
  });

  it.each([
    ['a dead process', () => ({ ...deadProcess(), host: hostname(), token: 'x' })],
    [
      'a number that another process has now',
      () => ({ pid: process.pid, started: 'before', host: hostname(), token: 'x' }),
    ],
    ['nobody: half written', () => 'x'],
  ])('of %s is taken over', (_case, owner) => {
    const path = join(newFolder(), 'owner.lock');
    spawnSync('mkdir', ['-p', join(path, '..')]);
    const content = owner();
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    const lock = acquireLock(path);
    expect('heldBy' in lock).toBe(false);
    if (!('heldBy' in lock)) lock.release();
  });

  it('of another machine holds while its heart beats', async () => {
    const path = join(newFolder(), 'owner.lock');
    spawnSync('mkdir', ['-p', join(path, '..')]);
    writeFileSync(path, JSON.stringify({ pid: 1, started: 'x', host: 'elsewhere', token: 'x' }));
    expect('heldBy' in acquireLock(path)).toBe(true);
    spawnSync('touch', ['-d', '1 minute ago', path]);
    const lock = acquireLock(path);
    expect('heldBy' in lock).toBe(false);
    if (!('heldBy' in lock)) lock.release();
  });
});

describe('a process', () => {
  it('is told from another by its start', async () => {
    const first = spawn('sleep', ['30']);
    await waitUntil(() => startOf(first.pid!) !== '', 1_000);
    const start = startOf(first.pid!);
    await pause(30);
    expect(startOf(first.pid!)).toBe(start);
    expect(startOf(process.pid)).not.toBe(start);
    first.kill('SIGKILL');
    expect(await waitUntil(() => !isAlive(first.pid!), 2_000)).toBe(true);
  });
});
