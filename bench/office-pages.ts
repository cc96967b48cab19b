import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { prepareHome } from '../src/store/embedded/index.ts';
import { newId } from '../src/store/ids.ts';
import { openStore, type Store } from '../src/store/store.ts';
import { builtAssets } from '../test/support/built-assets.ts';
import { makePerson } from '../test/support/office.ts';
import { type OfficeSite, officeSite, type Visitor } from '../test/support/office-site.ts';
import { median } from './measure.ts';
import type { Result } from './results.ts';

/** Provinces, cities, counties and townships as many as the country reports: 41,352 agencies in one tree. */
const shape = { provinces: 31, cities: 333, counties: 2_846, townships: 38_141 };
const total = Object.values(shape).reduce((sum, count) => sum + count, 1);

const insert = async (
  store: Store,
  level: number,
  kind: string,
  count: number,
  above: number,
  prefix: string,
) => {
  await sql`
    insert into agency (id, slug, division_code, name, kind, level, superior_id, makes_regulations, contacts,
      demonstration, created_at)
    select gen_random_uuid(), ${prefix} || n, null, '第' || n || ${`号${prefix}人民政府`}, ${kind}, ${level},
      (select id from agency where slug = ${{ 1: 'state', 2: 'p', 3: 'c', 4: 'x' }[level - 1]!} ||
        case when ${level} = 2 then '' else (1 + n % ${above})::text end),
      false, '{}', true, now()
    from generate_series(1, ${count}::int) n`.execute(store.database);
};

async function fill(store: Store, events: number): Promise<string> {
  const state = newId();
  await sql`insert into agency (id, slug, name, kind, level, makes_regulations, contacts, demonstration, created_at)
    values (${state}, 'state', '国务院办公厅', 'state', 1, false, '{}', true, now())`.execute(store.database);
  await insert(store, 2, 'province', shape.provinces, 1, 'p');
  await insert(store, 3, 'city', shape.cities, shape.provinces, 'c');
  await insert(store, 4, 'county', shape.counties, shape.cities, 'x');
  await insert(store, 5, 'township', shape.townships, shape.counties, 't');
  await makePerson(store, state, 'bench.system', ['systemAdministrator']);
  await makePerson(store, state, 'bench.auditor', ['auditor']);
  for (let n = 0; n < 20; n += 2) await makePerson(store, state, `bench.refused${n}`, []);
  await makePerson(store, state, 'bench.clerk', ['disclosureOffice', 'officeHead']);
  await sql`
    insert into event (agency_id, id, kind, subject_id, actor, at, facts)
    select ${state}, gen_random_uuid(), 'agency.renamed', ${state},
      (select id::text from account where username = 'bench.system'), now() - n * interval '1 minute',
      jsonb_build_object('from', '甲' || n, 'to', '乙' || n)
    from generate_series(1, ${events}::int) n`.execute(store.database);
  for (const table of ['agency', 'event', 'account', 'membership'])
    await sql`vacuum analyze ${sql.table(table)}`.execute(store.database);
  return state;
}

const p95 = (times: number[]): number => {
  const sorted = times.sort((a, b) => a - b);
  return Number(sorted[Math.floor(sorted.length * 0.95)]!.toFixed(1));
};

/** The first few fill caches that every later one finds. */
const unmeasured = 3;

async function page(visitor: Visitor, paths: readonly string[], rounds: number): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < rounds + unmeasured; n += 1) {
    const path = paths[n % paths.length]!;
    const start = performance.now();
    const { status } = await visitor.get(path);
    if (n >= unmeasured) times.push(performance.now() - start);
    if (status !== 200) throw new Error(`${path}: ${status}`);
  }
  return p95(times);
}

/** Whether the time of a refusal tells that a name exists: medians of alternating tries, few for each name. */
async function refusedLogIns(site: OfficeSite): Promise<Result> {
  const times = { known: [] as number[], unknown: [] as number[] };
  for (let n = 0; n < 40; n += 1) {
    const kind = n % 2 === 0 ? 'known' : 'unknown';
    const username = kind === 'known' ? `bench.refused${n % 20}` : `bench.nobody${n % 20}`;
    const visitor = site.visitor();
    const start = performance.now();
    await visitor.post('/office/sign-in', { username, password: 'Wrong-password-1', next: '/office' });
    times[kind].push(performance.now() - start);
  }
  const [value, known] = [median(times.unknown), median(times.known)].map((ms) => Number(ms.toFixed(1)));
  return {
    name: 'office: refused log-in of an unknown name, median of 20',
    unit: 'ms',
    value: value!,
    vs: { name: 'of a known name', value: known!, ratio: Number((value! / known!).toFixed(2)) },
  };
}

/** Pages of the office in process over real PostgreSQL: log-in, work list, tree of 41,352, audit over so many events. */
export async function measureOfficePages(root: string, events: number): Promise<Result[]> {
  const work = mkdtempSync(join(root, 'pages-'));
  chmodSync(work, 0o755);
  const dataFolder = join(work, 'data');
  mkdirSync(dataFolder, { mode: 0o755 });
  let store = await openStore({ dataFolder });
  try {
    await fill(store, events);
    await store.close();
    await builtAssets();
    const started = performance.now();
    store = await openStore({ dataFolder });
    const site = await officeSite(store);
    await site.app.request('/readyz');
    const warm = performance.now() - started;
    const logIns: number[] = [];
    for (let n = 0; n < 60 + unmeasured; n += 1) {
      const start = performance.now();
      await site.signedIn('bench.clerk');
      if (n >= unmeasured) logIns.push(performance.now() - start);
    }
    const refusals = await refusedLogIns(site);
    const system = await site.signedIn('bench.system');
    const auditor = await site.signedIn('bench.auditor');
    const clerk = await site.signedIn('bench.clerk');
    const words = total.toLocaleString('en');
    const many = events.toLocaleString('en');
    const at = '/office/agencies?under=';
    const levels = [`${at}state`, `${at}p7`, `${at}c100`, `${at}x1000`, '/office/agencies'];
    const searches = ['/office/agencies?q=号t人民', '/office/agencies?q=4711', '/office/search?q=第4711号'];
    const audits = [
      '/office/audit',
      '/office/audit?person=bench.system',
      '/office/audit?from=2026-01-01&to=2026-01-31',
    ];
    return [
      {
        name: 'office: start warm, without the program’s own load',
        unit: 's',
        value: Number((warm / 1_000).toFixed(2)),
      },
      { name: 'office: log-in, password hash included, p95 of 60', unit: 'ms', value: p95(logIns) },
      refusals,
      { name: 'office: work list, p95 of 100', unit: 'ms', value: await page(clerk, ['/office'], 100) },
      {
        name: `office: tree of ${words} agencies, p95 of 100`,
        unit: 'ms',
        value: await page(system, levels, 100),
      },
      {
        name: `office: search in ${words} agencies, p95 of 60`,
        unit: 'ms',
        value: await page(system, searches, 60),
      },
      {
        name: `office: audit page over ${many} events, p95 of 60`,
        unit: 'ms',
        value: await page(auditor, audits, 60),
      },
    ];
  } finally {
    await store.close();
    rmSync(prepareHome(dataFolder).folder, { recursive: true, force: true });
    rmSync(work, { recursive: true, force: true });
  }
}
