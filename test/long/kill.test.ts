import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareHome } from '../../src/store/embedded/index.ts';
import { pause, waitUntil } from '../../src/store/embedded/process-table.ts';
import { clearRemains, runningServer } from '../../src/store/embedded/server.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { layoutNamed } from '../support/layouts.ts';
import { cleanSample } from '../support/sample-prose.ts';

const root = resolve(import.meta.dirname, '../..');
const rounds = 20;
const filesARound = 160;
const work = mkdtempSync(join(tmpdir(), 'gongkai-kill-'));
const dataFolder = join(work, 'data');

/** Every report acknowledged so far in any round: hash → path. */
const acknowledged = new Map<string, string>();

function writeReports(round: number): string {
  const folder = join(work, `round-${round}`);
  mkdirSync(folder);
  for (let n = 0; n < filesARound; n++) {
    const sample = cleanSample('2021', 2021 + (n % 4));
    sample.agency = `第${round}轮${Math.floor(n / 4)}号试验镇人民政府`;
    sample.title = `${sample.agency}${sample.year}年政府信息公开工作年度报告`;
    sample.closing[0] = sample.agency;
    const text = layoutNamed(n % 2 === 0 ? 'tab' : 'html').write(sample);
    writeFileSync(join(folder, `${String(n).padStart(3, '0')}.${n % 2 === 0 ? 'txt' : 'html'}`), text);
  }
  return folder;
}

interface Import {
  readonly app: ChildProcess;
  readonly acks: () => number;
  readonly ended: Promise<number | null>;
  readonly complaints: () => string;
}

function startImport(...folders: readonly string[]): Import {
  const app = spawn(process.execPath, [join(root, 'bin/gongkai.mjs'), 'import', ...folders], {
    env: { ...process.env, GONGKAI_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let acks = 0;
  let complaints = '';
  app.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk.toString();
  });
  const lines = createInterface({ input: app.stdout });
  lines.on('line', (line) => {
    const [, sha256, path] = /^ok ([0-9a-f]{64}) (.+)$/.exec(line) ?? [];
    if (sha256 === undefined || path === undefined) return;
    acknowledged.set(sha256, path);
    acks += 1;
  });
  const ended = new Promise<number | null>((done) => {
    lines.on('close', () => {
      if (app.exitCode !== null || app.signalCode !== null) done(app.exitCode);
      else app.on('exit', done);
    });
  });
  return { app, acks: () => acks, ended, complaints: () => complaints };
}

/** Reports that lack a part, by what they lack. */
async function halfStored({ database }: Store): Promise<unknown[]> {
  const { rows } = await sql`
    select r.id, r.status, c.n as cells, f.n as findings, s.n as searched, e.n as events
    from annual_report r
    cross join lateral (select count(*) as n from annual_cell c
      where c.agency_id = r.agency_id and c.report_id = r.id) c
    cross join lateral (select count(*) as n from annual_finding f
      where f.agency_id = r.agency_id and f.report_id = r.id) f
    cross join lateral (select count(*) as n from report_search s
      where s.agency_id = r.agency_id and s.report_id = r.id) s
    cross join lateral (select count(*) as n from event e
      where e.agency_id = r.agency_id and e.subject_id = r.id and e.kind = 'annualReport.imported') e
    where c.n <> 200 or f.n <> r.errors + r.warnings + r.infos or s.n <> 1 or e.n <> 1
      or jsonb_array_length(r.sections) <> 6`.execute(database);
  return rows;
}

async function verify(): Promise<number> {
  const store = await openStore({ dataFolder });
  try {
    expect(await halfStored(store)).toEqual([]);
    const reports = await store.database
      .selectFrom('annual_report as r')
      .innerJoin('source_file as f', (join) =>
        join.onRef('f.agency_id', '=', 'r.agency_id').onRef('f.sha256', '=', 'r.source_sha256'),
      )
      .select(['r.source_sha256 as sha256', 'f.stored_as as storedAs'])
      .execute();
    const stored = new Set(reports.map(({ sha256 }) => sha256));
    expect(stored.size).toBe(reports.length);
    expect([...acknowledged].filter(([sha256]) => !stored.has(sha256))).toEqual([]);
    for (const file of reports) await store.files.bytes(file);
    return reports.length;
  } finally {
    await store.close();
  }
}

beforeAll(() => {
  chmodSync(work, 0o755);
  const built = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], { encoding: 'utf8' });
  expect(built.stderr).toBe('');
}, 120_000);

afterAll(async () => {
  const home = prepareHome(dataFolder);
  await clearRemains(home);
  rmSync(home.folder, { recursive: true, force: true });
  rmSync(work, { recursive: true, force: true });
});

describe('kill -9 while reports are imported', () => {
  it(`loses nothing acknowledged and leaves nothing half, ${rounds} rounds`, {
    timeout: 1_500_000,
  }, async () => {
    const killed = { app: 0, server: 0 };
    for (let round = 1; round <= rounds; round++) {
      const folder = writeReports(round);
      const running = startImport(folder);
      // A moment that differs from round to round: from the start of the server to the middle of the files.
      await waitUntil(() => running.acks() >= (round % 5) * 7 || running.app.exitCode !== null, 120_000, 5);
      await pause((round * 37) % 190);
      if (round % 2 === 0) {
        const server = runningServer(prepareHome(dataFolder));
        if (server !== null) process.kill(server, 'SIGKILL');
        killed.server += server === null ? 0 : 1;
        // The app goes on by itself: its supervisor starts the server again.
        const before = running.acks();
        const went = await waitUntil(
          () => running.acks() > before + 10 || running.app.exitCode !== null,
          120_000,
          10,
        );
        expect(went, `round ${round}: ${running.complaints()}`).toBe(true);
      }
      if (round % 4 !== 0) {
        killed.app += running.app.kill('SIGKILL') ? 1 : 0;
        await running.ended;
      } else {
        expect([await running.ended, running.acks()], running.complaints()).toEqual([0, filesARound]);
      }
      const count = await verify();
      expect(count).toBeGreaterThanOrEqual(acknowledged.size);
    }
    expect(killed.app).toBeGreaterThanOrEqual(rounds / 2);
    expect(killed.server).toBeGreaterThanOrEqual(rounds / 2 - 2);
    expect(acknowledged.size).toBeGreaterThan(rounds * 10);
  });

  it('is made good by importing again: every file is there once', { timeout: 600_000 }, async () => {
    const folders = Array.from({ length: rounds }, (_, index) => join(work, `round-${index + 1}`));
    const running = startImport(...folders);
    expect([await running.ended, running.acks()], running.complaints()).toEqual([0, rounds * filesARound]);
    expect(await verify()).toBe(rounds * filesARound);
  });
});
