import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Examined, Settings, Task } from './examine.ts';
import { openPool } from './pool.ts';
import { Spool } from './spool.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-pool-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A worker that dies or hangs on files of that name and answers for all others. */
const file = join(folder, 'worker.mjs');
writeFileSync(
  file,
  `import { parentPort } from 'node:worker_threads';
parentPort.on('message', ({ files }) => {
  for (const { path } of files) {
    if (path === 'hangs') for (;;);
    if (path === 'swells') { const kept = []; for (;;) kept.push(new Array(1e6).fill(kept.length)); }
  }
  parentPort.postMessage(files.map(({ index }) => ({
    index, entry: { at: 0, length: 0 }, findings: 0, errors: 0, warnings: 0, digest: null, unreadable: null,
  })));
});
parentPort.postMessage('ready');`,
);
const settings: Settings = {
  format: 'json',
  colour: false,
  version: '0',
  files: 20,
  given: {},
  previous: null,
  batch: true,
};
const taskOf = (from: number, paths: readonly string[]): Task => ({
  files: paths.map((path, i) => ({ index: from + i, path })),
  chain: false,
});

async function work(tasks: readonly Task[], jobs: number, wait = 20_000): Promise<Examined[]> {
  const done: Examined[] = [];
  const size = { files: 100, bytes: 0 };
  const pool = await openPool(settings, new Spool(), jobs, size, {
    file,
    patience: { several: wait, one: wait },
  });
  await pool.run(tasks, (results) => done.push(...results));
  await pool.close();
  return done.sort((a, b) => a.index - b.index);
}

describe('the pool of workers', () => {
  it.each([1, 2, 5])('gives every file back once with %i threads', async (jobs) => {
    const tasks = Array.from({ length: 9 }, (_, i) => taskOf(i * 3, ['a', 'b', 'c']));
    expect((await work(tasks, jobs)).map(({ index }) => index)).toEqual(
      Array.from({ length: 27 }, (_, i) => i),
    );
  });

  it.each([
    ['hangs', '用时过长', 500],
    ['swells', '内存过大', 20_000],
  ] as const)('gives up a file that %s, and that file only', async (path, why, wait) => {
    const done = await work([taskOf(0, ['a', 'b', path, 'c']), taskOf(4, ['d']), taskOf(5, [path])], 2, wait);
    expect(done.map(({ unreadable }) => unreadable?.includes(why) ?? false)).toEqual([
      false,
      false,
      true,
      false,
      false,
      true,
    ]);
  });

  it('works through one list after the other with the same threads', async () => {
    const pool = await openPool(settings, new Spool(), 2, { files: 100, bytes: 0 }, { file });
    const taken: number[][] = [];
    for (const from of [0, 10]) {
      const done: number[] = [];
      await pool.run([taskOf(from, ['a', 'b']), taskOf(from + 2, ['c'])], (results) =>
        done.push(...results.map(({ index }) => index)),
      );
      taken.push(done.sort((a, b) => a - b));
    }
    await pool.close();
    expect(taken).toEqual([
      [0, 1, 2],
      [10, 11, 12],
    ]);
  });

  it('does nothing with nothing', async () => {
    expect(await work([], 2)).toEqual([]);
  });
});
