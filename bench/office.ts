import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { backUp } from '../src/app/backup/back-up.ts';
import { restore } from '../src/app/backup/restore.ts';
import { appContext } from '../src/app/context.ts';
import { startSealer } from '../src/app/jobs/sealer.ts';
import { tablesInOrder } from '../src/store/copied-tables.ts';
import { contentOf } from '../src/store/copy.ts';
import { prepareHome } from '../src/store/embedded/index.ts';
import { appendEvent } from '../src/store/events.ts';
import { newId } from '../src/store/ids.ts';
import { accessPage, eventPage, type RecordFilter, type RecordSeek } from '../src/store/record.ts';
import { openStore, type Store } from '../src/store/store.ts';
import { median } from './measure.ts';
import { fillOffice, type OfficeData, type OfficeSize } from './office-data.ts';
import type { Result } from './results.ts';

const round = (value: number, digits = 1): number => Number(value.toFixed(digits));
const ticksASecond = 100;

/** Processor seconds of this process and of every process of a database server (Linux), ended ones included. */
function cpuSeconds(clusters: readonly string[]): number {
  const { user, system } = process.cpuUsage();
  let ticks = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
    try {
      if (!clusters.includes(readlinkSync(`/proc/${pid}/cwd`))) continue;
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      ticks += fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    } catch {
      // Gone meanwhile, or not ours to look at.
    }
  return (user + system) / 1e6 + ticks / ticksASecond;
}

async function timed(clusters: readonly string[], work: () => Promise<unknown>) {
  const [cpu, start] = [cpuSeconds(clusters), performance.now()];
  await work();
  return { wall: (performance.now() - start) / 1_000, cpu: cpuSeconds(clusters) - cpu };
}

const writers = 20;
const window = 2_500;

/** Acts a second by twenty writers over so many agencies, while the sealer works. */
async function actsASecond(store: Store, agencies: readonly string[]): Promise<number> {
  let done = 0;
  const end = performance.now() + window;
  const write = async (writer: number): Promise<void> => {
    while (performance.now() < end) {
      const agencyId = agencies[writer % agencies.length]!;
      await store.write((transaction) =>
        appendEvent(transaction, {
          agencyId,
          kind: 'item.published',
          subjectId: newId(),
          actor: `account-${writer}`,
          at: new Date(),
          facts: { n: done },
        }),
      );
      done += 1;
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
  return done / ((performance.now() - start) / 1_000);
}

/** Writers at one agency against the same writers at twenty, in alternating pairs of one run. */
async function measureWriters(store: Store): Promise<Result> {
  const rows = await store.database.selectFrom('agency').select('id').orderBy('slug').execute();
  const all = rows.slice(1, 21).map(({ id }) => id);
  const sealer = startSealer(appContext(store), (fault) => {
    throw fault;
  });
  const [one, many, ratios]: [number[], number[], number[]] = [[], [], []];
  await actsASecond(store, all);
  for (let pair = 0; pair < 6; pair += 1) {
    const order = pair % 2 === 0 ? [all.slice(0, 1), all] : [all, all.slice(0, 1)];
    for (const agencies of order)
      (agencies.length === 1 ? one : many).push(await actsASecond(store, agencies));
    ratios.push(one.at(-1)! / many.at(-1)!);
  }
  await sealer.stop();
  return {
    name: 'acts by 20 writers at one agency, sealed meanwhile',
    unit: 'acts/s',
    value: round(median(one), 0),
    vs: { name: 'at 20 agencies', value: round(median(many), 0), ratio: round(median(ratios), 2) },
  };
}

/** Slowest of twenty of an audit page's readings: by day, person and subject, the first page and deep ones. */
async function measurePages(store: Store, data: OfficeData, events: number): Promise<Result[]> {
  const times: number[] = [];
  const ask = async (filter: Partial<RecordFilter>, seek: RecordSeek): Promise<string | undefined> => {
    const all = { agencyId: data.largest, actor: null, subjectId: null, from: null, until: null, ...filter };
    const start = performance.now();
    const rows = await eventPage(store.database, all, seek, 51);
    times.push(performance.now() - start);
    const begun = performance.now();
    await accessPage(store.database, all, null, 51);
    times.push(performance.now() - begun);
    return rows.at(-1)?.id;
  };
  for (let n = 0; n < 60; n += 1) {
    const from = new Date(Date.UTC(2016 + (n % 10), n % 12, 1 + (n % 28)));
    const until = new Date(from.getTime() + 86_400_000);
    const actor = data.actors[(n * 3) % data.actors.length]!;
    const subjectId = data.subjects[n % data.subjects.length]!;
    for (const filter of [{}, { actor }, { subjectId }, { from, until }, { actor, from }, { actor, until }]) {
      const last = await ask(filter, null);
      if (last !== undefined) await ask(filter, { after: last });
      if (last !== undefined) await ask(filter, { before: last });
    }
  }
  const sorted = times.sort((a, b) => a - b);
  return [
    {
      name: `audit page over ${events.toLocaleString('en')} events, p95 of ${sorted.length}`,
      unit: 'ms',
      value: round(sorted[Math.floor(sorted.length * 0.95)]!, 1),
    },
    { name: 'audit page, slowest', unit: 'ms', value: round(sorted.at(-1)!, 1) },
  ];
}

/** What differs between two systems, table by table. */
async function difference(one: Store, other: Store): Promise<string[]> {
  const [a, b] = [await one.connect(), await other.connect()];
  try {
    const found: string[] = [];
    for (const table of await tablesInOrder(a)) {
      const [left, right] = await Promise.all([contentOf(a, table), contentOf(b, table)]);
      if (left.content !== right.content) found.push(table.name);
    }
    return found;
  } finally {
    await Promise.all([a.end(), b.end()]);
  }
}

async function measureBackup(store: Store, work: string, clusters: string[]): Promise<Result[]> {
  const folder = join(work, 'backup');
  let gigabytes = 0;
  const backup = await timed(clusters, async () => {
    const { tables, files } = await backUp(store, folder);
    const sizes = await Promise.all(
      tables.map(async ({ name }) => {
        const { rows } = await sql<{ n: number }>`
          select pg_total_relation_size(${`"${name}"`})::float8 as n`.execute(store.database);
        return rows[0]!.n;
      }),
    );
    gigabytes = (sizes.reduce((sum, size) => sum + size, 0) + files.bytes) / 1e9;
  });
  const data = join(work, 'restored');
  mkdirSync(data, { mode: 0o755 });
  const target = await openStore({ dataFolder: data });
  clusters.push(prepareHome(data).cluster);
  try {
    const restored = await timed(clusters, () => restore(target, folder));
    const differs = await difference(store, target);
    if (differs.length > 0) throw new Error(`恢复后不一致：${differs.join('、')}`);
    const size = `${round(gigabytes, 2)} GB`;
    return [
      { name: `backup of ${size}`, unit: 's', value: round(backup.wall) },
      { name: `backup of ${size}, processor`, unit: 's', value: round(backup.cpu) },
      { name: `restore of ${size}, compared`, unit: 's', value: round(restored.wall) },
      { name: `restore of ${size}, processor`, unit: 's', value: round(restored.cpu) },
      { name: 'restore, rate', unit: 'MB/s', value: round((gigabytes * 1_000) / restored.wall, 0) },
    ];
  } finally {
    await target.close();
    rmSync(prepareHome(data).folder, { recursive: true, force: true });
  }
}

const small: OfficeSize = { events: 300_000, files: 200, fileBytes: 500_000 };
/** Ten million events, and with the files some 5 GB and more. */
const large: OfficeSize = { events: 10_000_000, files: 1_500, fileBytes: 1_000_000 };

/** Record and backup: at a small size in every run, at full size by `--office`. */
export async function measureOffice(root: string, full: boolean): Promise<Result[]> {
  const work = mkdtempSync(join(root, 'office-'));
  chmodSync(work, 0o755);
  const data = join(work, 'data');
  const store = await openStore({ dataFolder: data });
  const clusters = [prepareHome(data).cluster];
  try {
    const size = full ? large : small;
    const filled = await fillOffice(store, size);
    return [
      ...(await measurePages(store, filled, size.events)),
      ...(await measureBackup(store, work, clusters)),
      await measureWriters(store),
    ];
  } finally {
    await store.close();
    rmSync(prepareHome(data).folder, { recursive: true, force: true });
    rmSync(work, { recursive: true, force: true });
  }
}
