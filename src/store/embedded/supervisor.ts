import type { ChildProcess } from 'node:child_process';
import type { Binaries } from './binaries.ts';
import type { Home } from './home.ts';
import { pause, signal } from './process-table.ts';
import { clearRemains, logTail, runningServer, spawnServer, stopServer, waitReady } from './server.ts';

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
/** Keeps one server running until it is told to stop. */
export class Supervisor {
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
