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
import { openGroupActs } from '../src/store/group-acts.ts';
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
/** Milliseconds between two of normal work; applications of the campaign a second: 45,000 an hour are 12.5. */
const normalEvery = 100;
const campaignRate = 15;
const paced = 900;
const parts = 6;
const windowMs = 5_000;

const p95 = (times: readonly number[]): number => {
  const sorted = [...times].sort((a, b) => a - b);
  return Number((sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN).toFixed(1));
};
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));

type Kind = 'board' | 'case page' | 'submit';
const kinds: readonly Kind[] = ['board', 'case page', 'submit'];
type Times = Record<Kind, number[]>;
const noTimes = (): Times => ({ board: [], 'case page': [], submit: [] });

/** What an office does all day: its board, a case, an application that comes in; each in turn, ten a second. */
class NormalWork {
  readonly #office: CaseOffice;
  readonly #clerk: Visitor;
  readonly #cases: readonly string[];
  #turn = 0;
  constructor(office: CaseOffice, clerk: Visitor, cases: readonly string[]) {
    this.#office = office;
    this.#clerk = clerk;
    this.#cases = cases;
  }

  async #page(path: string): Promise<void> {
    const { status } = await this.#clerk.get(path);
    if (status !== 200) throw new Error(`${path}: ${status}`);
  }

  async #one(kind: Kind): Promise<void> {
    if (kind === 'board') return this.#page('/office/applications');
    if (kind === 'case page')
      return this.#page(`/office/applications/${this.#cases[this.#turn % this.#cases.length]}`);
    await submit(this.#office, sampleForm());
  }

  /** Goes on beside a piece of work until it is done, and notes how long each took. */
  async beside(work: Promise<unknown>, times: Times): Promise<void> {
    let done = false;
    const ended = work.finally(() => {
      done = true;
    });
    while (!done) {
      const kind = kinds[this.#turn % kinds.length]!;
      const start = performance.now();
      await this.#one(kind);
      const took = performance.now() - start;
      times[kind].push(took);
      this.#turn += 1;
      await wait(normalEvery - took);
    }
    await ended;
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
    await wait(1_000 / campaignRate - (performance.now() - start));
  }
}

/** Every act from registration to the letters that are out, noted and then carried a few seconds at a time. */
async function* carrying(office: CaseOffice): AsyncGenerator<() => Promise<void>> {
  const { store, agencyId } = office;
  const [group] = await openGroupRows(store.database, agencyId);
  const steps = groupSteps(office, group!.id);
  const program = { ...appContext(store, 'system', testVault), now: noon(today) };
  const byEmail = { ...steps.of(today), method: 'email', carrier: null, proof: null } as const;
  const acts: readonly (() => Promise<unknown>)[] = [
    () => steps.register(today),
    () => steps.draft(today),
    () => steps.submit(today),
    () => steps.legal(today),
    () => steps.secrecy(today),
    () => steps.approve(today),
    () => sendGroup(office.as('clerk', today), byEmail),
  ];
  for (const act of acts) {
    yield () => done<unknown>(act() as Promise<never>).then(() => {});
    while ((await openGroupActs(store.database, 1)).length > 0)
      yield async () => {
        await carryGroupActs(program, { share: carryShare, withinMs: windowMs });
        await countGroups(program);
      };
  }
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

/** Normal work beside a part of the campaign, and in between: the machine is the same for both. */
interface Pair {
  readonly busy: Times;
  readonly quiet: Times;
}

function results(members: number, rate: number, minutes: number, intake: Pair, carried: Pair): Result[] {
  const name = `campaign of ${members.toLocaleString('en')}`;
  const beside = (when: string, { busy, quiet }: Pair): Result[] =>
    kinds.map((kind) => {
      const [value, base] = [p95(busy[kind]), p95(quiet[kind])];
      const vs = { name: 'in between', value: base, ratio: Number((value / base).toFixed(2)) };
      return { name: `${name}: ${kind} ${when}, p95`, unit: 'ms', value, vs };
    });
  return [
    { name: `${name}: sent in by four side by side`, unit: 'applications/s', value: Number(rate.toFixed(1)) },
    ...beside(`while ${campaignRate} a second come in`, intake),
    ...beside('while acts are carried', carried),
    {
      name: `${name}: from registration to the letters out, reckoned for ${whole.toLocaleString('en')}`,
      unit: 'min',
      value: Number(((minutes * whole) / members).toFixed(1)),
    },
  ];
}

async function measure(store: Store, members: number, past: number): Promise<Result[]> {
  const { office, cases } = await prepare(store, past);
  const site = await officeSite(store, noon(today));
  const normal = new NormalWork(office, await site.signedIn(`clerk.${slug}`), cases);
  const sealer = startSealer(appContext(store, 'system', testVault), (fault) => {
    throw fault;
  });
  await normal.beside(wait(windowMs), noTimes());
  const rate = await flood(office, members - paced);
  const intake: Pair = { busy: noTimes(), quiet: noTimes() };
  for (let part = 0; part < parts; part += 1) {
    const start = performance.now();
    await normal.beside(trickle(office, paced / parts), intake.busy);
    await normal.beside(wait(performance.now() - start), intake.quiet);
  }
  const carried: Pair = { busy: noTimes(), quiet: noTimes() };
  const quietShare = members < whole ? 1 : 0.15;
  let minutes = 0;
  for await (const part of carrying(office)) {
    const start = performance.now();
    await normal.beside(part(), carried.busy);
    const took = performance.now() - start;
    minutes += took / 60_000;
    await normal.beside(wait(took * quietShare), carried.quiet);
  }
  await sealer.stop();
  await mustBeOut(office, members);
  return results(members, rate, minutes, intake, carried);
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
