import type { ChildProcess } from 'node:child_process';
import { type Binaries, findBinaries } from './binaries.ts';
import { type Home, prepareHome } from './home.ts';
import { acquireLock, type OwnerLock } from './owner-lock.ts';
import { pause, signal } from './process-table.ts';
import {
  clearRemains,
  createCluster,
  isReady,
  logTail,
  runningServer,
  spawnServer,
  stopServer,
  waitReady,
} from './server.ts';

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

export interface EmbeddedOptions {
  /** One line for the person at the terminal. */
  readonly say?: (line: string) => void;
  /** Server settings beside ours, e.g. for tests. */
  readonly settings?: Readonly<Record<string, string>>;
}

const restartDelays = [0, 100, 500, 1_000, 2_000, 5_000];
/** What a killed server left may need a moment to let go of its memory. */
const startTries = 4;
const startPause = 500;
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

/** Keeps one server running until it is told to stop. */
class Supervisor {
  readonly #home: Home;
  readonly #binaries: Binaries;
  readonly #options: EmbeddedOptions;
  #server: ChildProcess | null = null;
  #stopping = false;
  #failures = 0;
  #reviving: Promise<void> = Promise.resolve();
  readonly #atExit = () => {
    const pid = this.#server?.pid;
    if (pid !== undefined) signal(pid, 'SIGINT');
  };

  constructor(home: Home, binaries: Binaries, options: EmbeddedOptions) {
    this.#home = home;
    this.#binaries = binaries;
    this.#options = options;
  }

  async start(): Promise<void> {
    process.on('exit', this.#atExit);
    for (let tries = 1; tries <= startTries; tries++) {
      if (await this.#attempt()) return;
      await pause(startPause);
    }
    process.off('exit', this.#atExit);
    throw new Error(`内置数据库未能启动，日志在 ${this.#home.log}：${logTail(this.#home)}`);
  }

  async #attempt(): Promise<boolean> {
    await clearRemains(this.#home);
    if (this.#stopping) return false;
    const server = spawnServer(this.#home, this.#binaries, this.#options.settings ?? {});
    this.#server = server;
    const ready = await waitReady(this.#home, server);
    if (ready) {
      this.#failures = 0;
      const revive = () => {
        this.#reviving = this.#revive();
      };
      if (server.exitCode !== null || server.signalCode !== null) revive();
      else server.once('exit', revive);
    }
    return ready;
  }

  async #revive(): Promise<void> {
    while (!this.#stopping) {
      this.#options.say?.('内置数据库意外停止，正在重新启动');
      await pause(restartDelays[Math.min(this.#failures, restartDelays.length - 1)] ?? 0);
      if (this.#stopping) return;
      this.#failures += 1;
      if (await this.#attempt().catch(() => false)) return;
    }
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    process.off('exit', this.#atExit);
    const end = async () => {
      const pid = runningServer(this.#home);
      if (pid !== null) await stopServer(pid);
    };
    await end();
    await this.#reviving;
    await end();
  }
}
