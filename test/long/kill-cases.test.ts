import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareHome } from '../../src/store/embedded/index.ts';
import { pause, waitUntil } from '../../src/store/embedded/process-table.ts';
import { clearRemains, runningServer } from '../../src/store/embedded/server.ts';
import { openStore, type Store } from '../../src/store/store.ts';

const root = resolve(import.meta.dirname, '../..');
const rounds = 50;
const casesARound = 12;
const work = mkdtempSync(join(tmpdir(), 'gongkai-cases-'));
const dataFolder = join(work, 'data');
/** Within the project, so that the program finds its packages. */
const program = join(root, 'node_modules', '.cache', `gongkai-case-writer-${process.pid}`);

interface Fact {
  readonly id?: string;
  readonly submissionKey?: string;
  readonly receiptNumber?: string;
  readonly number?: string | null;
  readonly letter?: string | null;
}

/** What was acknowledged in any round, by case. */
const acknowledged = new Map<
  string,
  Required<Pick<Fact, 'number' | 'letter'>> & { receipt: string | null }
>();
const submitted = new Set<string>();

function note({ id, submissionKey, receiptNumber, number, letter }: Fact): void {
  if (id === undefined) return;
  const before = acknowledged.get(id) ?? { receipt: null, number: null, letter: null };
  acknowledged.set(id, {
    receipt: receiptNumber ?? before.receipt,
    number: number ?? before.number,
    letter: letter ?? before.letter,
  });
  if (submissionKey !== undefined) submitted.add(submissionKey);
}

interface Office {
  readonly process: ChildProcess;
  readonly acks: () => number;
  readonly ended: Promise<number | null>;
  readonly complaints: () => string;
}

function startOffice(keys: readonly string[]): Office {
  const child = spawn(process.execPath, [join(program, 'case-writer.mjs'), dataFolder, ...keys], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let acks = 0;
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk.toString();
  });
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    if (!line.endsWith('}')) return;
    note(JSON.parse(line) as Fact);
    acks += 1;
  });
  const ended = new Promise<number | null>((done) => {
    lines.on('close', () => {
      if (child.exitCode !== null || child.signalCode !== null) done(child.exitCode);
      else child.on('exit', done);
    });
  });
  return { process: child, acks: () => acks, ended, complaints: () => complaints };
}

/** Cases whose letters, deliveries or events are not those of their phase. */
async function halfDone({ database }: Store): Promise<unknown[]> {
  const { rows } = await sql`
    select a.id, a.phase, l.sent, d.n as deliveries, e.sends
    from application a
    cross join lateral (select count(*) filter (where status = 'sent' and kind = 'provided') as sent from letter l
      where l.agency_id = a.agency_id and l.application_id = a.id) l
    cross join lateral (select count(*) as n from delivery d where d.agency_id = a.agency_id
      and d.application_id = a.id) d
    cross join lateral (select count(*) as sends from event e where e.agency_id = a.agency_id and e.subject_id = a.id
      and e.kind = 'application.send') e
    where l.sent <> (a.phase = 'sent')::int or e.sends <> l.sent or d.n < l.sent
      or (a.phase not in ('submitted', 'received')) <> (a.number is not null)`.execute(database);
  return rows;
}

async function verify(): Promise<number> {
  const store = await openStore({ dataFolder });
  try {
    expect(await halfDone(store)).toEqual([]);
    const rows = await store.database
      .selectFrom('application')
      .select(['id', 'number', 'receipt_number', 'submission_key', 'state'])
      .execute();
    const cases = new Map(rows.map((row) => [row.id, row]));
    const keys = new Set(rows.map(({ submission_key }) => submission_key));
    expect(keys.size, 'a form sent twice is one application').toBe(rows.length);
    expect([...submitted].filter((key) => !keys.has(key))).toEqual([]);
    for (const [id, { receipt, number, letter }] of acknowledged) {
      const row = cases.get(id);
      expect(row, id).toBeDefined();
      if (receipt !== null) expect(row!.receipt_number).toBe(receipt);
      if (number !== null) expect(row!.number).toBe(number);
      if (letter !== null) expect(row!.state.letter?.number).toBe(letter);
    }
    const numbers = rows.flatMap(({ number }) => (number === null ? [] : [number])).sort();
    expect(numbers).toEqual(numbers.map((_, n) => `2026-${String(n + 1).padStart(4, '0')}`));
    const letters = rows.flatMap(({ state }) => state.letter?.number ?? []);
    expect(new Set(letters).size).toBe(letters.length);
    return rows.length;
  } finally {
    await store.close();
  }
}

/** Phases of all cases once everything was carried on. */
async function phasesAtLast(): Promise<string[]> {
  const store = await openStore({ dataFolder });
  try {
    const rows = await store.database.selectFrom('application').select('phase').distinct().execute();
    return rows.map(({ phase }) => phase);
  } finally {
    await store.close();
  }
}

beforeAll(async () => {
  chmodSync(work, 0o755);
  mkdirSync(program, { recursive: true });
  const esbuild = await import('esbuild');
  await esbuild.build({
    entryPoints: [join(root, 'test/support/case-writer.ts')],
    outfile: join(program, 'case-writer.mjs'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    packages: 'external',
    logLevel: 'warning',
  });
  cpSync(join(root, 'src/store/migrations'), join(program, 'migrations'), { recursive: true });
}, 120_000);

afterAll(async () => {
  const home = prepareHome(dataFolder);
  await clearRemains(home);
  for (const folder of [home.folder, work, program]) rmSync(folder, { recursive: true, force: true });
});

describe('kill -9 in the middle of submission, numbering, letter and service', () => {
  it(`loses nothing acknowledged, gives no number and sends no letter twice, ${rounds} rounds`, {
    timeout: 1_500_000,
  }, async () => {
    const killed = { office: 0, server: 0 };
    let unsure: string[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      // Who got no answer sends the same form again.
      const keys = [...unsure, ...Array.from({ length: casesARound }, () => randomUUID())];
      const office = startOffice(keys);
      await waitUntil(() => office.acks() > (round % 7) * 11 || office.process.exitCode !== null, 120_000, 5);
      await pause((round * 37) % 190);
      if (round % 2 === 0) {
        const server = runningServer(prepareHome(dataFolder));
        if (server !== null) process.kill(server, 'SIGKILL');
        killed.server += server === null ? 0 : 1;
        const before = office.acks();
        const went = await waitUntil(
          () => office.acks() > before + 5 || office.process.exitCode !== null,
          120_000,
          10,
        );
        expect(went, `round ${round}: ${office.complaints()}`).toBe(true);
      }
      if (round % 5 !== 0) {
        killed.office += office.process.kill('SIGKILL') ? 1 : 0;
        await office.ended;
      } else {
        expect(await office.ended, office.complaints()).toBe(0);
      }
      unsure = keys.filter((key) => !submitted.has(key));
      if (round % 5 === 0 || round < 3) expect(await verify()).toBeGreaterThanOrEqual(submitted.size);
    }
    const last = startOffice(unsure);
    expect(await last.ended, last.complaints()).toBe(0);
    expect(await verify()).toBe(submitted.size);
    expect(await phasesAtLast()).toEqual(['sent']);
    expect(killed.office).toBeGreaterThanOrEqual(rounds / 2);
    expect(killed.server).toBeGreaterThanOrEqual(rounds / 2 - 5);
  });
});
