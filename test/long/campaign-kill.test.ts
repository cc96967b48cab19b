import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readCase } from '../../src/app/applications/case-record.ts';
import { openBody, rootOf } from '../../src/app/applications/letters.ts';
import { sendGroup } from '../../src/app/commands/groups/send-group.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { lettersOf } from '../../src/store/application-letters.ts';
import { openGroupActs } from '../../src/store/group-acts.ts';
import type { Store } from '../../src/store/store.ts';
import { caseOffice } from '../support/applications.ts';
import { testStore } from '../support/database.ts';
import { campaign, groupOf, groupSteps } from '../support/groups.ts';
import { done, testVault } from '../support/office.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const day = '2026-03-02';
const members = 300;

/** A process that carries what there is to carry, slowly enough to be killed in the middle. */
const program = `
  import { createHash } from 'node:crypto';
  import { carryGroupActs } from './src/app/commands/groups/carry-group-acts.ts';
  import { appContext } from './src/app/context.ts';
  import { vaultOf } from './src/app/vault/vault.ts';
  import { openStore } from './src/store/store.ts';
  const [databaseUrl, dataFolder, now] = process.argv.slice(2);
  const store = await openStore({ databaseUrl, dataFolder });
  const vault = vaultOf(createHash('sha256').update('test').digest());
  console.log('ready');
  await carryGroupActs({ ...appContext(store, 'system', vault), now: () => new Date(now) }, { share: 0.5 });
  await store.close();
`;

let store: Store;
let folder: string;
let url: string;
beforeAll(async () => {
  store = await testStore();
  const client = await store.connect();
  url = `postgres://${client.user}@localhost/${client.database}?host=${client.host}`;
  await client.end();
  folder = mkdtempSync(join(tmpdir(), 'gongkai-campaign-'));
  await build({
    stdin: { contents: program, resolveDir: root, loader: 'ts' },
    outfile: join(root, 'bench', 'work', 'carry.mjs'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    packages: 'external',
    logLevel: 'warning',
  });
  cpSync(join(root, 'src', 'store', 'migrations'), join(root, 'bench', 'work', 'migrations'), {
    recursive: true,
  });
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

function carrier(): { readonly child: ChildProcess; readonly ended: Promise<number | null> } {
  const child = spawn(
    process.execPath,
    [join(root, 'bench', 'work', 'carry.mjs'), url, folder, `${day}T12:00:00+08:00`],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));
  return { child, ended };
}

/** Carries what is noted, each process killed at a moment of its own until one comes through. */
async function carryUnderFire(): Promise<number> {
  let killed = 0;
  for (let round = 0; (await openGroupActs(store.database, 1)).length > 0; round += 1) {
    const { child, ended } = carrier();
    await new Promise((resolve) => child.stdout?.once('data', resolve));
    if (round < 6) {
      await new Promise((resolve) => setTimeout(resolve, 20 + ((round * 97) % 240)));
      killed += child.kill('SIGKILL') ? 1 : 0;
    }
    await ended;
  }
  return killed;
}

it('an act on a group is done once to each, however often its process is killed', async () => {
  const office = await caseOffice(store);
  await campaign(office, members, day);
  const id = await groupOf(office);
  const steps = groupSteps(office, id);
  const byEmail = { ...steps.of(day), method: 'email', carrier: null, proof: null } as const;
  let killed = 0;
  for (const act of ['register', 'draft', 'submit', 'legal', 'secrecy', 'approve'] as const) {
    await done(steps[act](day));
    killed += await carryUnderFire();
  }
  await done(sendGroup(office.as('clerk', day), byEmail));
  killed += await carryUnderFire();
  expect(killed).toBeGreaterThan(14);

  const rows = await store.database
    .selectFrom('application')
    .select(['id', 'number', 'phase'])
    .where('group_id', '=', id)
    .orderBy('id')
    .execute();
  expect(rows.map(({ number }) => number)).toEqual(
    Array.from({ length: members }, (_, index) => `2026-${String(index + 1).padStart(4, '0')}`),
  );
  const numbers: number[] = [];
  const roots = new Set<string>();
  for (const row of rows) {
    const record = await readCase(store.database, testVault, { agencyId: office.agencyId, id: row.id });
    if (isRefusal(record)) throw new Error(record.message);
    const letters = await lettersOf(store.database, record);
    expect(letters.map(({ status }) => status)).toEqual(['sent']);
    expect(rootOf(testVault, openBody(record, letters[0]!.sealed_body), [])).toBe(letters[0]!.root);
    roots.add(letters[0]!.root!);
    numbers.push(Number(/(\d+)号$/.exec(letters[0]!.number!)![1]));
  }
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: members }, (_, index) => index + 1));
  expect(roots.size).toBe(members);
  const { count } = await store.database
    .selectFrom('event')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('agency_id', '=', office.agencyId)
    .where('kind', '=', 'application.send')
    .executeTakeFirstOrThrow();
  const { deliveries } = await store.database
    .selectFrom('delivery')
    .select(({ fn }) => fn.countAll<number>().as('deliveries'))
    .where('agency_id', '=', office.agencyId)
    .executeTakeFirstOrThrow();
  expect([Number(count), Number(deliveries)]).toEqual([members, members]);
}, 600_000);
