import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testStore } from '../../../test/support/database.ts';
import type { Store } from '../../store/store.ts';
import { appContext } from '../context.ts';
import type { Job } from './job.ts';
import { startJobs } from './runner.ts';

let store: Store;
beforeAll(async () => {
  store = await testStore();
});
afterAll(() => store.close());

const faults: unknown[] = [];
const options = { onFault: (fault: unknown) => void faults.push(fault), pollSeconds: 0.5, catchUpSeconds: 1 };
const job = (name: string, run: Job['run'], rest: Partial<Job> = {}): Job => ({
  name,
  title: name,
  cron: '0 3 1 1 *',
  retries: 2,
  retryDelay: 1,
  expireInHours: 1,
  missed: async () => false,
  run,
  ...rest,
});
async function until(holds: () => boolean): Promise<void> {
  for (let n = 0; n < 500 && !holds(); n += 1) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(holds()).toBe(true);
}
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('a job', () => {
  it('sent by several processes is run by one at a time, and all that is sent meanwhile is one more run', async () => {
    let [runs, together, most] = [0, 0, 0];
    let letGo = (): void => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const counted = job('counted', async () => {
      runs += 1;
      together += 1;
      most = Math.max(most, together);
      await held;
      together -= 1;
    });
    const processes = [1, 2, 3].map(() => startJobs(appContext(store), [counted], options));
    await processes[0]!.send('counted');
    await until(() => runs === 1);
    await Promise.all(processes.flatMap(({ send }) => [send('counted'), send('counted')]));
    letGo();
    await until(() => runs === 2 && together === 0);
    await pause(1_500);
    await Promise.all(processes.map(({ stop }) => stop()));
    expect([runs, most]).toEqual([2, 1]);
  });

  it('is there in each of many processes that start at once over new tables', async () => {
    const fresh = await testStore();
    faults.length = 0;
    let runs = 0;
    const counted = job('counted', async () => {
      runs += 1;
    });
    const processes = Array.from({ length: 6 }, () => startJobs(appContext(fresh), [counted], options));
    await Promise.all(processes.map(({ send }) => send('counted')));
    await until(() => runs > 0);
    await Promise.all(processes.map(({ stop }) => stop()));
    await fresh.close();
    expect(faults).toEqual([]);
  });

  it('fetched as the program stops is not begun, and leaves nothing behind that would want the database', async () => {
    let begunAfter = 0;
    for (let n = 0; n < 6; n += 1) {
      const fresh = await testStore();
      let stopped = false;
      const slow = {
        connection: () => ({
          execute: async (work: never) => {
            await pause(150);
            return fresh.database.connection().execute(work);
          },
        }),
      };
      const context = { ...appContext(fresh), store: { database: slow } } as never;
      const atOnce = job('at once', async () => {
        if (stopped) begunAfter += 1;
      });
      const runner = startJobs(context, [atOnce], options);
      await runner.send('at once');
      await pause(80 * n);
      stopped = true;
      await runner.stop();
      // What still asked for it would end the whole run as an unhandled rejection.
      await fresh.close();
      await pause(250);
    }
    expect(begunAfter).toBe(0);
  }, 60_000);

  it('that fails is tried again, and its fault told', async () => {
    faults.length = 0;
    let runs = 0;
    const failing = job('failing', async () => {
      runs += 1;
      if (runs < 3) throw new Error(`attempt ${runs}`);
    });
    const runner = startJobs(appContext(store), [failing], options);
    await runner.send('failing');
    await until(() => runs === 3);
    await runner.stop();
    expect(faults.map((fault) => (fault as Error).message)).toEqual(['attempt 1', 'attempt 2']);
  });

  it('missed while no process was there is made up for after the start', async () => {
    let runs = 0;
    const missed = job(
      'missed',
      async () => {
        runs += 1;
      },
      { missed: async () => runs === 0 },
    );
    const runner = startJobs(appContext(store), [missed], options);
    await until(() => runs === 1);
    await runner.stop();
  });

  it('under way is told to end when the program stops, and is tried again by the next', async () => {
    let [runs, ended] = [0, 0];
    const long = job('long', async (_, signal) => {
      runs += 1;
      if (runs > 1) return;
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      ended += 1;
      signal.throwIfAborted();
    });
    const first = startJobs(appContext(store), [long], options);
    await first.send('long');
    await until(() => runs === 1);
    const start = performance.now();
    await first.stop();
    expect(ended).toBe(1);
    expect(performance.now() - start).toBeLessThan(10_000);
    const second = startJobs(appContext(store), [long], options);
    await until(() => runs === 2);
    await second.stop();
  });

  it('done side by side waits for no run that died, and has one run waiting at most', async () => {
    let runs = 0;
    let letGo = (): void => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const shared = job(
      'shared',
      async () => {
        runs += 1;
        if (runs === 1) await held;
      },
      { sideBySide: true },
    );
    const dead = startJobs(appContext(store), [shared], options);
    await dead.send('shared');
    await until(() => runs === 1);
    const next = startJobs(appContext(store), [shared], options);
    await Promise.all([next.send('shared'), next.send('shared'), next.send('shared')]);
    await until(() => runs === 2);
    await pause(1_500);
    expect(runs).toBe(2);
    letGo();
    await Promise.all([dead.stop(), next.stop()]);
  });

  it('carries no payload, and one that is no longer there loses its schedule', async () => {
    const runner = startJobs(appContext(store), [], options);
    await runner.stop();
    const schedules = await sql`select name from pgboss.schedule`.execute(store.database);
    expect(schedules.rows).toEqual([]);
    const payloads = await sql<{ data: unknown }>`
      select distinct data from pgboss.job where name not like '\\_\\_%'`.execute(store.database);
    expect(payloads.rows).toEqual([{ data: {} }]);
  });
});
