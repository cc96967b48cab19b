import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { enterApplication } from '../src/app/commands/applications/enter-application.ts';
import { submitApplication } from '../src/app/commands/applications/submit-application.ts';
import { type AppContext, appContext } from '../src/app/context.ts';
import { board } from '../src/app/queries/applications/board.ts';
import { figureCases } from '../src/app/queries/applications/counted-cases.ts';
import { dueMonth, dueMonthBelow } from '../src/app/queries/applications/due-month.ts';
import { holders } from '../src/app/queries/applications/holders.ts';
import { applicationOverview } from '../src/app/queries/applications/overview.ts';
import { yearTables } from '../src/app/queries/applications/year-tables.ts';
import { vaultOf } from '../src/app/vault/vault.ts';
import { isRefusal } from '../src/domain/refusal.ts';
import { dropIndexes, tablesInOrder } from '../src/store/copied-tables.ts';
import { openStore, type Store } from '../src/store/store.ts';
import { sampleForm } from '../test/support/applications.ts';
import { makeAgency } from '../test/support/office.ts';
import type { Result } from './results.ts';

const vault = vaultOf(createHash('sha256').update('bench').digest());
const today = '2026-11-27';
const agencies = 200;
/** Of all cases one in this many is of the largest agency: 10,000 a year at a million over five years. */
const largestShare = 20;
const open = 400;

/** Closed cases of five years, most over the other agencies, a twentieth of them at the first. */
export async function fill(store: Store, ids: readonly string[], cases: number): Promise<void> {
  const client = await store.connect();
  try {
    await client.query('begin');
    await client.query("set local maintenance_work_mem = '256MB'");
    const tables = (await tablesInOrder(client)).filter(({ name }) => name === 'application');
    const remake = await dropIndexes(client, tables);
    await client.query(
      `insert into application (agency_id, id, phase, open, origin, applicant_kind, channel, submitted_on, received_on,
         number, receipt_number, code_version, acted_at, answer, outcome, ended_on, counted, demonstration, clock, state,
         wrapped_key, sealed_state, sealed_form, sealed_summary, name_hash, identity_hash, phone_hash, last_four_hash,
         content_hash)
       select ($1::uuid[])[case when n % ${largestShare} = 0 then 1 else 2 + n % ${ids.length - 1} end],
         (lpad(to_hex((extract(epoch from received) * 1000)::bigint), 12, '0') || '7' || substr(md5('i' || n), 1, 3)
           || '8' || substr(md5('j' || n), 1, 15))::uuid,
         'archived', false, 'new', ($2::text[])[1 + n % 6], ($3::text[])[1 + n % 7], received, received,
         extract(year from received) || '-' || n, 'x' || n, 1, received, 'granted.provided',
         ($4::text[])[1 + n % 5], received + 10 + (n % 30)::int, true, false,
         jsonb_build_array(jsonb_build_object('type', 'received', 'on', received),
           jsonb_build_object('type', 'answered', 'on', received + 10 + (n % 30)::int)),
         jsonb_build_object('phase', 'archived', 'opinions', jsonb_build_array(), 'origin', 'new'),
         null, '\\x01', sha256(n::text::bytea) || sha256((n + 1)::text::bytea), sha256(n::text::bytea),
         substr(sha256(('a' || n)::bytea), 1, 16), substr(sha256(('b' || n)::bytea), 1, 16),
         substr(sha256(('c' || n)::bytea), 1, 16), substr(sha256(('d' || n)::bytea), 1, 16),
         substr(sha256(('e' || n)::bytea), 1, 16)
       from (select n, date '2021-11-01' + (n * 1790 / $5::bigint)::int as received
         from generate_series(0, $5::bigint - 1) n) made`,
      [
        ids,
        ['naturalPerson', 'naturalPerson', 'business', 'research', 'legalService', 'otherOrg'],
        ['portal', 'portal', 'counter', 'signedPost', 'email', 'fax', 'oral'],
        ['granted', 'partial', 'denied.deliberative', 'unavailable.notHeld', 'declined.petition'],
        cases,
      ],
    );
    for (const statement of remake) await client.query(statement);
    await client.query('commit');
    await client.query('vacuum analyze application');
  } finally {
    await client.end();
  }
}

/** Milliseconds of each of so many runs, the first of them being thrown away. */
async function times(count: number, work: (index: number) => Promise<unknown>): Promise<number[]> {
  const all: number[] = [];
  for (let index = 0; index <= count; index += 1) {
    const start = performance.now();
    const value = await work(index);
    if (isRefusal(value)) throw new Error(value.message);
    if (index > 0) all.push(performance.now() - start);
  }
  return all.sort((a, b) => a - b);
}
const p95 = (sorted: readonly number[]): number =>
  Number(sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * 0.95) - 1)]!.toFixed(1));

function contexts(store: Store, agencyId: string, countyId: string) {
  const base: AppContext = {
    ...appContext(store, 'public', vault),
    now: () => new Date(`${today}T10:00:00+08:00`),
  };
  const person = (at: string, role: 'caseHandler' | 'supervisor') => ({
    accountId: '01900000-0000-7000-8000-000000000001',
    name: '甲',
    agencyId: at,
    holdings: [{ agencyId: at, role, deputy: false }],
  });
  return {
    outside: base,
    clerk: { ...base, actor: person(agencyId, 'caseHandler') },
    county: { ...base, actor: person(countyId, 'supervisor') },
  };
}

const askedOf = (agencyId: string) => ({
  agencyId,
  phases: null,
  urgency: null,
  mine: false,
  after: null,
  limit: 50,
});
const nameOf = (cases: number): string => `over ${cases.toLocaleString('en')} past applications, p95`;

/** The pages that lead from figures to cases, of an agency and of the county above it. */
async function measurePages(
  clerk: AppContext,
  above: AppContext,
  agencyId: string,
  county: string,
): Promise<Result[]> {
  const overviews = await times(10, () => applicationOverview(clerk, { agencyId, below: false, year: 2025 }));
  const below = await times(3, () =>
    applicationOverview(above, { agencyId: county, below: true, year: 2025 }),
  );
  const month = { agencyId, below: false, month: '2026-12', day: null, after: null, limit: 50 };
  const months = await times(20, () => dueMonth(clerk, month));
  const monthsBelow = await times(10, () =>
    dueMonthBelow(above, { ...month, agencyId: county, below: true }),
  );
  const hands = await times(20, () => holders(clerk, { agencyId }));
  const cell = {
    table: 'applications',
    row: 'received',
    column: 'total',
    first: '2025-01-01',
    until: '2025-12-31',
  } as const;
  const behind = await times(10, () =>
    figureCases(clerk, { agencyId, below: false, cell, after: null, limit: 50 }),
  );
  const behindAll = await times(5, () =>
    figureCases(above, { agencyId: county, below: true, cell, after: null, limit: 50 }),
  );
  return [
    { name: 'overview of that agency', unit: 'ms', value: p95(overviews) },
    { name: 'overview of that county', unit: 'ms', value: p95(below) },
    { name: 'calendar of last days of that agency', unit: 'ms', value: p95(months) },
    { name: 'calendar of last days of that county', unit: 'ms', value: p95(monthsBelow) },
    { name: 'who has what in hand at that agency', unit: 'ms', value: p95(hands) },
    { name: 'first cases behind a figure of that agency', unit: 'ms', value: p95(behind) },
    { name: 'first cases behind a figure of that county', unit: 'ms', value: p95(behindAll) },
  ];
}

async function measure(
  store: Store,
  cases: number,
): Promise<{ results: Result[]; agencyId: string; countyId: string }> {
  const county = await makeAgency(store, { slug: '990901', name: '云岫县人民政府', level: 4 });
  const ids: string[] = [];
  for (let index = 0; index < agencies; index += 1)
    ids.push(
      await makeAgency(store, {
        slug: `990901${String(index).padStart(3, '0')}`,
        name: `单位${index}`,
        superior: county,
      }),
    );
  await fill(store, ids, cases);
  const agencyId = ids[0]!;
  const { outside, clerk, county: above } = contexts(store, agencyId, county);
  const day = (index: number) => `2026-11-${String(2 + (index % 20)).padStart(2, '0')}` as never;
  await times(open, (index) =>
    enterApplication(clerk, {
      agencyId,
      submissionKey: crypto.randomUUID(),
      channel: 'counter',
      submittedOn: day(index),
      receipt: { handedOn: day(index) },
      form: sampleForm(),
      register: true,
      on: day(index),
    }),
  );
  const submit = await times(200, () =>
    submitApplication(outside, { agencyId, submissionKey: crypto.randomUUID(), form: sampleForm() }),
  );
  const boards = await times(60, () => board(clerk, askedOf(agencyId)));
  const own = await times(20, () => yearTables(clerk, { agencyId, below: false, year: 2025, until: null }));
  const all = await times(10, () =>
    yearTables(above, { agencyId: county, below: true, year: 2025, until: null }),
  );
  const pages = await measurePages(clerk, above, agencyId, county);
  const name = nameOf(cases);
  const results = [
    { name: `submit an application ${name}`, unit: 'ms', value: p95(submit) },
    { name: `board of ${open} open cases, warm, ${name}`, unit: 'ms', value: p95(boards) },
    { name: `tables 3 and 4 of an agency with a twentieth of them, ${name}`, unit: 'ms', value: p95(own) },
    { name: `tables 3 and 4 of a county of ${agencies} agencies, ${name}`, unit: 'ms', value: p95(all) },
    ...pages.map((page) => ({ ...page, name: `${page.name}, ${name}` })),
  ];
  return { results, agencyId, countyId: county };
}

const restarts = 5;

/** The first board after the embedded server was started anew: nothing of it is in its memory, no connection is open. */
async function coldBoards(folder: string, agencyId: string, countyId: string): Promise<number[]> {
  const all: number[] = [];
  for (let index = 0; index < restarts; index += 1) {
    const store = await openStore({ dataFolder: folder });
    try {
      const { clerk } = contexts(store, agencyId, countyId);
      const start = performance.now();
      const found = await board(clerk, askedOf(agencyId));
      if (isRefusal(found)) throw new Error(found.message);
      all.push(performance.now() - start);
    } finally {
      await store.close();
    }
  }
  return all.sort((a, b) => a - b);
}

/** Applications on the embedded server: a million past cases, or so many as are asked for. */
export async function measureApplications(work: string, cases = 1_000_000): Promise<Result[]> {
  mkdirSync(work, { recursive: true });
  const folder = mkdtempSync(join(work, 'applications-'));
  try {
    const store = await openStore({ dataFolder: folder });
    const { results, agencyId, countyId } = await measure(store, cases).finally(() => store.close());
    const cold = await coldBoards(folder, agencyId, countyId);
    return [
      ...results,
      { name: `board of ${open} open cases, cold, ${nameOf(cases)}`, unit: 'ms', value: p95(cold) },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
