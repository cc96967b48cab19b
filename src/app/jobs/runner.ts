import { setTimeout as pause } from 'node:timers/promises';
import { CompiledQuery, sql } from 'kysely';
import PgBoss from 'pg-boss';
import type { AppContext } from '../context.ts';
import type { Job } from './job.ts';

export interface JobRunner {
  /** Has a job done now, by whichever process comes first. */
  readonly send: (name: string) => Promise<void>;
  /** Ends what is under way and waits for it. */
  readonly stop: () => Promise<void>;
}

export interface RunnerOptions {
  readonly onFault: (fault: unknown) => void;
  /** How often each queue is looked at, in seconds. */
  readonly pollSeconds?: number;
  /** How long after the start a missed run is made up for, in seconds. */
  readonly catchUpSeconds?: number;
}

const stopWithin = 20_000;
/** Of this program's alone; any number does. */
const startLock = 7_021_150;
const betweenTries = 100;
const betweenLooks = 10;

/** Runs pg-boss's statements on the store's own pool, and knows which of them and which jobs are under way. */
function executor({ store }: AppContext) {
  const pending = new Set<Promise<unknown>>();
  const kept = async <T>(work: Promise<T>): Promise<T> => {
    pending.add(work);
    try {
      return await work;
    } finally {
      pending.delete(work);
    }
  };
  return {
    kept,
    // A job fetched as the program stops begins a moment later, and pg-boss does not wait for the note that it ended.
    settle: async (): Promise<void> => {
      do {
        await Promise.allSettled(pending);
        await pause(betweenLooks);
      } while (pending.size > 0);
    },
    /** One process at a time: several that make the same tables at once lock each other out, and would have no jobs. */
    alone: async (work: () => Promise<void>, signal: AbortSignal): Promise<void> => {
      const isDone = () =>
        store.database.connection().execute(async (connection) => {
          const lock = sql<{ held: boolean }>`select pg_try_advisory_lock(${startLock}) as held`;
          if (!(await lock.execute(connection)).rows[0]!.held) return false;
          try {
            await work();
            return true;
          } finally {
            await sql`select pg_advisory_unlock(${startLock})`.execute(connection);
          }
        });
      while (!signal.aborted && !(await isDone())) await pause(betweenTries);
    },
    executeSql: async (text: string, values: unknown[] = []): Promise<{ rows: unknown[] }> => {
      const work = store.database.connection().execute(async (connection) => {
        try {
          return await connection.executeQuery(CompiledQuery.raw(text, values));
        } catch (error) {
          // Some of its statements open a transaction themselves: the connection must not go back within it.
          await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => {});
          throw error;
        }
      });
      return { rows: (await kept(work)).rows ?? [] };
    },
  };
}

interface Registering extends RunnerOptions {
  readonly signal: AbortSignal;
  readonly kept: <T>(work: Promise<T>) => Promise<T>;
}

async function register(
  boss: PgBoss,
  context: AppContext,
  job: Job,
  { signal, kept, ...options }: Registering,
): Promise<void> {
  const queue = {
    name: job.name,
    // One waiting, one to be tried again and one at work, whatever the number of processes; or one waiting alone.
    policy: job.sideBySide ? 'short' : 'stately',
    retryLimit: job.retries,
    retryDelay: job.retryDelay,
    expireInHours: job.expireInHours,
  } as const;
  await boss.createQueue(job.name, queue);
  await boss.updateQueue(job.name, queue);
  await boss.schedule(job.name, job.cron, {}, { tz: 'Asia/Shanghai' });
  await boss.work(job.name, { pollingIntervalSeconds: options.pollSeconds ?? 20 }, async () => {
    try {
      signal.throwIfAborted();
      await kept(job.run(context, signal));
    } catch (fault) {
      if (!signal.aborted) options.onFault(fault);
      throw fault;
    }
  });
  if (await job.missed(context)) await boss.send(job.name, {}, { startAfter: options.catchUpSeconds ?? 60 });
}

/** A job that this program no longer has, or that was switched off, is not begun any more. */
async function unscheduleOthers(boss: PgBoss, jobs: readonly Job[]): Promise<void> {
  for (const { name } of await boss.getSchedules())
    if (!jobs.some((job) => job.name === name)) await boss.unschedule(name);
}

/**
 * Starts the jobs by pg-boss on the store's own database. It comes back at once: a server does not wait for its jobs,
 * and goes on without them when their tables cannot be made.
 */
export function startJobs(context: AppContext, jobs: readonly Job[], options: RunnerOptions): JobRunner {
  const { executeSql, settle, alone, kept } = executor(context);
  const stopping = new AbortController();
  const boss = new PgBoss({ db: { executeSql: executeSql as PgBoss.Db['executeSql'] } });
  let told = '';
  boss.on('error', (fault) => {
    if (!stopping.signal.aborted && fault.message !== told) options.onFault(fault);
    told = fault.message;
  });
  const started = alone(async () => {
    await boss.start();
    await unscheduleOthers(boss, jobs);
    for (const job of jobs) await register(boss, context, job, { ...options, kept, signal: stopping.signal });
  }, stopping.signal).catch(options.onFault);
  return {
    send: async (name) => {
      await started;
      await boss.send(name, {});
    },
    stop: async () => {
      stopping.abort(new Error('程序正在停止。'));
      await started;
      await boss.stop({ timeout: stopWithin }).catch(options.onFault);
      await settle();
    },
  };
}
