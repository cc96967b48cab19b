import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { submitApplication } from '../src/app/commands/applications/submit-application.ts';
import { carryGroupActs, countGroups } from '../src/app/commands/groups/carry-group-acts.ts';
import { sendGroup } from '../src/app/commands/groups/send-group.ts';
import { appContext } from '../src/app/context.ts';
import { carryShare } from '../src/app/jobs/carry-group-acts.ts';
import { startSealer } from '../src/app/jobs/sealer.ts';
import { isRefusal } from '../src/domain/refusal.ts';
import { openGroupRows } from '../src/store/application-groups.ts';
import { prepareHome } from '../src/store/embedded/index.ts';
import { openStore, type Store } from '../src/store/store.ts';
import { type CaseOffice, caseOffice, entered, noon, sampleForm } from '../test/support/applications.ts';
import { builtAssets } from '../test/support/built-assets.ts';
import { campaignItem, groupSteps } from '../test/support/groups.ts';
import { done, makeAgency, testVault } from '../test/support/office.ts';
import { officeSite, type Visitor } from '../test/support/office-site.ts';
import { fill } from './applications.ts';
import type { Result } from './results.ts';

const today = '2026-11-27';
const slug = '990801101';
const whole = 45_000;
const openCases = 400;
/** Of normal work, a second; of the campaign, a second: 45,000 an hour are 12.5. */
const normalEvery = 100;
const campaignEvery = 50;
const paced = 1_500;

const p95 = (times: readonly number[]): number => {
  const sorted = [...times].sort((a, b) => a - b);
  return Number((sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN).toFixed(1));
};
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));

type Kind = 'board' | 'case page' | 'submit';
type Times = Record<Kind, number[]>;

/** What an office does all day: its board, a case, an application that comes in; each in turn, ten a second. */
class NormalWork {
  times: Times = { board: [], 'case page': [], submit: [] };
  readonly #office: CaseOffice;
  readonly #clerk: Visitor;
  readonly #cases: readonly string[];
  #going: Promise<void> = Promise.resolve();
  #stopped = false;
  constructor(office: CaseOffice, clerk: Visitor, cases: readonly string[]) {
    this.#office = office;
    this.#clerk = clerk;
    this.#cases = cases;
  }

  async #page(path: string): Promise<void> {
    const { status } = await this.#clerk.get(path);
    if (status !== 200) throw new Error(`${path}: ${status}`);
  }

  async #one(kind: Kind, turn: number): Promise<void> {
    if (kind === 'board') return this.#page('/office/applications');
    if (kind === 'case page')
      return this.#page(`/office/applications/${this.#cases[turn % this.#cases.length]}`);
    await submit(this.#office, sampleForm());
  }

  async #work(): Promise<void> {
    const kinds: readonly Kind[] = ['board', 'case page', 'submit'];
    for (let turn = 0; !this.#stopped; turn += 1) {
      const kind = kinds[turn % kinds.length]!;
      const start = performance.now();
      await this.#one(kind, turn);
      const took = performance.now() - start;
      this.times[kind].push(took);
      await wait(normalEvery - took);
    }
  }

  start(): void {
    this.times = { board: [], 'case page': [], submit: [] };
    this.#stopped = false;
    this.#going = this.#work();
  }

  async stop(): Promise<Times> {
    this.#stopped = true;
    await this.#going;
    return this.times;
  }
}

async function submit({ store, agencyId }: CaseOffice, form: unknown): Promise<void> {
  const outside = { ...appContext(store, 'public', testVault), now: noon(today) };
  const made = await submitApplication(outside, { agencyId, submissionKey: crypto.randomUUID(), form });
  if (isRefusal(made)) throw new Error(made.message);
}

/** So many of one text, as fast as four come in side by side; returns how many a second. */
async function flood(office: CaseOffice, count: number): Promise<number> {
  const start = performance.now();
  let left = count;
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      while (left > 0) {
        left -= 1;
        await submit(office, sampleForm(`申请人${left}`, campaignItem()));
      }
    }),
  );
  return count / ((performance.now() - start) / 1_000);
}

async function trickle(office: CaseOffice, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    const start = performance.now();
    await submit(office, sampleForm(`路人${n}`, campaignItem()));
    await wait(campaignEvery - (performance.now() - start));
  }
}

/** Every act from registration to the letters that are out, each carried to all; seconds of it. */
async function carryAll(office: CaseOffice): Promise<Record<string, number>> {
  const { store, agencyId } = office;
  const [group] = await openGroupRows(store.database, agencyId);
  const steps = groupSteps(office, group!.id);
  const program = { ...appContext(store, 'system', testVault), now: noon(today) };
  const byEmail = { ...steps.of(today), method: 'email', carrier: null, proof: null } as const;
  const acts = {
    register: () => steps.register(today),
    draft: () => steps.draft(today),
    submit: () => steps.submit(today),
    legal: () => steps.legal(today),
    secrecy: () => steps.secrecy(today),
    approve: () => steps.approve(today),
    send: () => sendGroup(office.as('clerk', today), byEmail),
  };
  const seconds: Record<string, number> = {};
  for (const [name, act] of Object.entries(acts)) {
    const start = performance.now();
    await done<unknown>(act());
    await carryGroupActs(program, { share: carryShare });
    await countGroups(program);
    seconds[name] = (performance.now() - start) / 1_000;
  }
  return seconds;
}

/** Each letter out, with a number and a hash that no other has. */
async function mustBeOut({ store, agencyId }: CaseOffice, members: number): Promise<void> {
  const { rows } = await sql<{ letters: number; numbers: number; roots: number }>`
    select count(*)::int as letters, count(distinct number)::int as numbers, count(distinct root)::int as roots
    from letter where agency_id = ${agencyId} and status = 'sent'`.execute(store.database);
  const { letters, numbers, roots } = rows[0]!;
  if (letters !== members || numbers !== members || roots !== members)
    throw new Error(`${members} answers: ${letters} letters, ${numbers} numbers, ${roots} hashes`);
}

async function prepare(store: Store, past: number): Promise<{ office: CaseOffice; cases: string[] }> {
  const office = await caseOffice(store, slug);
  const others: string[] = [];
  for (let index = 0; index < 20; index += 1)
    others.push(
      await makeAgency(store, { slug: `9909${String(index).padStart(2, '0')}`, name: `单位${index}` }),
    );
  await fill(store, [office.agencyId, ...others], past);
  const cases: string[] = [];
  for (let index = 0; index < openCases; index += 1) {
    const day = `2026-11-${String(2 + (index % 20)).padStart(2, '0')}`;
    cases.push((await entered(office, day)).applicationId);
  }
  await sql`vacuum analyze`.execute(store.database);
  return { office, cases };
}

const kindsIn = (times: Times) => Object.keys(times) as Kind[];

function results(
  members: number,
  measured: { readonly before: Times; readonly intake: Times; readonly carrying: Times },
  rate: number,
  seconds: Readonly<Record<string, number>>,
): Result[] {
  const { before, intake, carrying } = measured;
  const name = `campaign of ${members.toLocaleString('en')}`;
  const total = Object.values(seconds).reduce((sum, each) => sum + each, 0);
  const beside = (when: string, times: Times): Result[] =>
    kindsIn(times).map((kind) => {
      const [value, base] = [p95(times[kind]), p95(before[kind])];
      const vs = { name: 'before', value: base, ratio: Number((value / base).toFixed(2)) };
      return { name: `${name}: ${kind} ${when}, p95`, unit: 'ms', value, vs };
    });
  return [
    { name: `${name}: sent in by four side by side`, unit: 'applications/s', value: Number(rate.toFixed(1)) },
    ...beside(`while ${1_000 / campaignEvery} a second come in`, intake),
    ...beside('while acts are carried', carrying),
    {
      name: `${name}: from registration to the letters out, reckoned for ${whole.toLocaleString('en')}`,
      unit: 'min',
      value: Number(((total * whole) / members / 60).toFixed(1)),
    },
  ];
}

async function measure(store: Store, members: number, past: number): Promise<Result[]> {
  const { office, cases } = await prepare(store, past);
  const site = await officeSite(store, noon(today));
  const clerk = await site.signedIn(`clerk.${slug}`);
  const sealer = startSealer(appContext(store, 'system', testVault), (fault) => {
    throw fault;
  });
  const normal = new NormalWork(office, clerk, cases);
  const during = async (work: () => Promise<void>): Promise<Times> => {
    normal.start();
    await work();
    return normal.stop();
  };
  await during(() => wait(3_000));
  const before = await during(() => wait(30_000));
  const rate = await flood(office, members - paced);
  const intake = await during(() => trickle(office, paced));
  let seconds: Record<string, number> = {};
  const carrying = await during(async () => {
    seconds = await carryAll(office);
  });
  await sealer.stop();
  await mustBeOut(office, members);
  console.error(
    Object.entries(seconds)
      .map(([act, each]) => `${act} ${each.toFixed(1)} s`)
      .join(', '),
  );
  return results(members, { before, intake, carrying }, rate, seconds);
}

/**
 * A campaign on the embedded server: so many applications of one text to one agency, beside normal work and the sealer;
 * each answered by a letter of its own out of one act of a person a step.
 */
export async function measureCampaign(root: string, members = whole): Promise<Result[]> {
  mkdirSync(root, { recursive: true });
  const work = mkdtempSync(join(root, 'campaign-'));
  chmodSync(work, 0o755);
  const dataFolder = join(work, 'data');
  mkdirSync(dataFolder, { mode: 0o755 });
  await builtAssets();
  const store = await openStore({ dataFolder });
  try {
    return await measure(store, members, members < whole ? 20_000 : 100_000);
  } finally {
    await store.close();
    rmSync(prepareHome(dataFolder).folder, { recursive: true, force: true });
    rmSync(work, { recursive: true, force: true });
  }
}
