import { findBinaries } from './binaries.ts';
import { type Home, prepareHome } from './home.ts';
import { acquireLock, type OwnerLock } from './owner-lock.ts';
import { pause } from './process-table.ts';
import { createCluster, isReady } from './server.ts';
import { type EmbeddedOptions, Supervisor } from './supervisor.ts';

export { findBinaries } from './binaries.ts';
export { prepareHome } from './home.ts';

/** How to reach a database: what `pg` takes. */
export interface Connection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
}

export interface EmbeddedServer {
  readonly connection: Connection;
  /** `owner` runs and supervises the server; `guest` uses the one another process of the same data folder runs. */
  readonly role: 'owner' | 'guest';
  readonly home: Home;
  stop(): Promise<void>;
}

const guestPatience = 60_000;

/**
 * Opens the embedded PostgreSQL of a data folder. The first process to come owns and supervises the server: it
 * clears what a crash left, starts it, and starts it again when it dies. Later ones share it as guests.
 */
export async function openEmbedded(
  dataFolder: string,
  options: EmbeddedOptions = {},
): Promise<EmbeddedServer> {
  if (process.platform === 'win32')
    throw new Error(
      '内置数据库支持 Linux 与 macOS。Windows 上请设置 DATABASE_URL，使用已有的 PostgreSQL（15 以上）。',
    );
  const home = prepareHome(dataFolder);
  const connection = { host: home.socket, port: 5432, user: 'gongkai', database: 'gongkai' };
  const end = performance.now() + guestPatience;
  for (;;) {
    const lock = acquireLock(home.lock);
    if (!('heldBy' in lock)) return ownOrRelease(home, lock, connection, options);
    if (isReady(home)) return { connection, role: 'guest', home, stop: async () => {} };
    if (performance.now() > end)
      throw new Error(`数据文件夹正由另一进程（${lock.heldBy.pid}）使用，其数据库未能就绪，请稍后重试。`);
    // The owner is starting, stopping, or found dead in a moment: then the folder is ours.
    await pause(100);
  }
}

async function ownOrRelease(
  home: Home,
  lock: OwnerLock,
  connection: Connection,
  options: EmbeddedOptions,
): Promise<EmbeddedServer> {
  try {
    return await own(home, lock, connection, options);
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function own(
  home: Home,
  lock: OwnerLock,
  connection: Connection,
  options: EmbeddedOptions,
): Promise<EmbeddedServer> {
  const binaries = findBinaries(home.account);
  if (binaries === null)
    throw new Error(
      `没有适合本机（${process.platform} ${process.arch}）的内置数据库程序。请重新执行 npm install，或设置 DATABASE_URL。`,
    );
  if (home.elsewhere)
    options.say?.(`数据文件夹不对其他账户开放，数据库存放在 ${home.folder}（账户 ${home.account?.name}）`);
  createCluster(home, binaries);
  const supervisor = new Supervisor(home, binaries, options);
  await supervisor.start();
  const stop = async () => {
    await supervisor.stop();
    lock.release();
  };
  const unwatch = stopBefore(stop);
  return {
    connection,
    role: 'owner',
    home,
    async stop() {
      unwatch();
      await stop();
    },
  };
}

/**
 * Ctrl-C on a command that does not care for signals would end it and leave the server running: then the server is
 * stopped first. Whoever listens for the signal stops the server himself.
 */
function stopBefore(stop: () => Promise<void>): () => void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const listener = async (name: NodeJS.Signals): Promise<void> => {
    if (process.listenerCount(name) > 1) return;
    await stop().catch(() => {});
    for (const one of signals) process.off(one, listener);
    process.kill(process.pid, name);
  };
  for (const name of signals) process.on(name, listener);
  return () => {
    for (const name of signals) process.off(name, listener);
  };
}
