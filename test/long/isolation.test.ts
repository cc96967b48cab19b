import { spawnSync } from 'node:child_process';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appContext } from '../../src/app/context.ts';
import { shippedCalendar } from '../../src/domain/workday/index.ts';
import type { Store } from '../../src/store/store.ts';
import { servicesOf } from '../../src/web/http/services-of.ts';
import { siteOf } from '../../src/web/http/site.ts';
import { noon } from '../support/applications.ts';
import { testStore } from '../support/database.ts';
import { audited, isDue, listed, takesPart, takingPart, type Who } from '../support/due-fields.ts';
import { type MarkedCounty, markedCounty, superior, towns, usernameOf } from '../support/marked-county.ts';
import type { Mark, SecretField } from '../support/marks.ts';
import { testVault } from '../support/office.ts';
import { type Answer, type OfficeSite, officeSite, type Visitor } from '../support/office-site.ts';
import { addressesOf, isSealed, patternsOf, saidBy, type Things } from '../support/route-walk.ts';
import { rowsOf } from '../support/whole-system.ts';

const now = noon('2026-11-27');
/** Last days of the marked cases. */
const lastDays = ['2026-11-09', '2026-11-12'];
const [town, beside] = towns;
/** A walk takes a minute and more where others work beside it. */
const patient = 1_500_000;

interface Walker {
  readonly name: string;
  readonly who: Who;
  readonly visitor: Visitor;
}

let store: Store;
let county: MarkedCounty;
let site: OfficeSite;
let things: Things;
const walkers: Walker[] = [];

const caseOf = (name: string) => county.cases.find((each) => each.name === name)!;

async function thingsOf(): Promise<Things> {
  const { database } = store;
  const letters = await database
    .selectFrom('letter')
    .select(['id', 'agency_id', 'application_id', 'kind'])
    .orderBy('id')
    .execute();
  const files = await database.selectFrom('application_file').select(['id', 'application_id']).execute();
  // One letter of each kind and office: what one shows the others do. The closed case keeps all of its own.
  const closed = new Set(towns.map((agency) => caseOf(`${agency} closed`).id));
  const last = [...letters].sort(
    (a, b) => Number(closed.has(a.application_id)) - Number(closed.has(b.application_id)),
  );
  const kinds = new Map(last.map((letter) => [`${letter.agency_id} ${letter.kind}`, letter]));
  const of = (rows: Iterable<{ id: string; application_id: string }>, id: string) =>
    [...rows].filter(({ application_id }) => application_id === id).map((row) => row.id);
  return {
    cases: county.cases.map(({ id }) => ({ id, letters: of(kinds.values(), id), files: of(files, id) })),
    appeals: Object.values(county.appeals),
    appealFiles: (await database.selectFrom('appeal_file').select('id').execute()).map(({ id }) => id),
    groups: Object.values(county.groups),
    claims: Object.values(county.claims).flat(),
    accounts: county.people
      .filter(({ role, agency }) => role === 'contributor' && agency !== superior)
      .map(({ person }) => person.accountId),
    agencies: [superior, ...towns],
  };
}

async function applicant(of: string): Promise<Walker> {
  const visitor = site.visitor();
  const { receiptNumber: number, code } = caseOf(of);
  expect((await visitor.post('/track', { number, code })).status).toBe(303);
  return { name: `applicant of ${of}`, who: { kind: 'applicant', of }, visitor };
}

const openSite = async (): Promise<OfficeSite> => {
  const context = { ...appContext(store, 'system', testVault), now };
  return officeSite(
    store,
    now,
    servicesOf(context, await siteOf(context), () => shippedCalendar),
  );
};

beforeAll(async () => {
  store = await testStore();
  county = await markedCounty(store);
  site = await openSite();
  things = await thingsOf();
  walkers.push({ name: 'public', who: { kind: 'public' }, visitor: site.visitor() });
  for (const phase of ['waiting', 'sent', 'closed']) walkers.push(await applicant(`${town} ${phase}`));
  // Auditors before the others: what is refused is noted with the id that was asked for.
  const first = [...county.people].sort(
    (a, b) => Number(b.role === 'auditor') - Number(a.role === 'auditor'),
  );
  for (const { role, agency, person } of first)
    walkers.push({
      name: `${role} of ${agency}`,
      who: { kind: 'person', role, agency, accountId: person.accountId },
      visitor: await site.signedIn(usernameOf(role, agency)),
    });
});
afterAll(() => store.close());

/** Searches for what only one case has, and what stands beside a page's address. */
const asked = (): readonly string[] => [
  ...(['name', 'phone', 'receipt', 'party'] as const).flatMap((field) => {
    const word = encodeURIComponent(county.marks.of(field, `${town} closed`).word);
    return [
      `/office/search?q=${word}`,
      `/search?q=${word}`,
      `/office/applications/all?q=${word}`,
      `/office/audit?subject=${word}&agency=${town}`,
    ];
  }),
  `/office/audit?agency=${town}`,
  `/office/audit/accesses?agency=${town}`,
  `/office/audit/export.csv?agency=${town}`,
  `/office/applications?mine=1`,
  '/office/applications/tables?scope=below',
  '/office/applications/cell?row=received&column=total&year=2026',
  '/office/applications/cell?row=partial&column=naturalPerson&year=2026',
  '/office/applications/cell?row=received&column=total&year=2026&scope=below',
  '/office/applications/late?year=2026&scope=below',
  `/office/applications/cell?row=received&column=total&year=2026&agency=${town}`,
  '/office/appeals/cell?row=review&column=total&year=2026',
  '/office/appeals/cell?row=review&column=total&year=2026&scope=below',
  ...['', '&scope=below', `&agency=${town}`].flatMap((scope) =>
    lastDays.map((day) => `/office/applications/calendar?month=${day.slice(0, 7)}&day=${day}${scope}`),
  ),
  '/office/applications/holders?holder=none',
  ...county.people.flatMap(({ role, agency, person }) =>
    role === 'caseHandler' && agency === town
      ? [`/office/applications/holders?holder=${person.accountId}`]
      : [],
  ),
];

/** Only these cases of all. */
function only(names: readonly string[]): Things {
  const ids = names.map((name) => caseOf(name).id);
  return { ...things, cases: things.cases.filter(({ id }) => ids.includes(id)) };
}

const audits = (pattern: string) => Number(audited.test(pattern));

/** Every route once, the cases of one town behind it: those of audits first, before anybody asked for anything. */
function addressesOnce(patterns: readonly string[]): readonly string[] {
  const under = only([`${town} drafting`]);
  const over = only([`${town} closed`]);
  const ofTown = {
    appeals: [county.appeals[town]!],
    groups: [county.groups[town]!],
    claims: county.claims[town]!,
  };
  return [...patterns]
    .sort((a, b) => audits(b) - audits(a))
    .flatMap((pattern) =>
      addressesOf(pattern, { ...(/\/letters\//.test(pattern) ? over : under), ...ofTown }),
    );
}

/** Beside that every case by its sheet, letters of every kind, more files, what is of the agency beside. */
function addressesMore(patterns: readonly string[]): readonly string[] {
  const own = county.cases.flatMap(({ agency, name }) => (agency === town ? [name] : []));
  const all = only([...own, `${beside} closed`]);
  const some = only([`${town} closed`, `${town} abandoned`, `${beside} closed`]);
  return patterns.flatMap((pattern) => {
    if (/\/applications\/:id$|\/letters\//.test(pattern)) return addressesOf(pattern, all);
    return /\/files\/|\/(?:appeals|groups|claims)\/:id$/.test(pattern) ? addressesOf(pattern, some) : [];
  });
}

/** Whoever might see anything of a case goes everywhere. */
const goesFar = ({ who }: Walker): boolean =>
  who.kind !== 'person' || (who.agency === town && takesPart(who.role));

/** Secrets that an answer shows and its address did not. */
function shownBy(answer: Answer, address: string): readonly Mark[] {
  const typed = decodeURIComponent(address);
  const found = county.marks.in(saidBy(answer));
  const sealed =
    answer.status === 200 && isSealed(answer)
      ? county.marks.all.filter(({ case: of, field }) => field === 'content' && of === caseIn(address))
      : [];
  return [...found, ...sealed].filter(({ word }) => !typed.includes(word));
}

const caseIn = (address: string): string | undefined => {
  const of = things.cases.find(({ id, letters }) => [id, ...letters].some((each) => address.includes(each)));
  return county.cases.find(({ id }) => id === of?.id)?.name;
};

const pathOf = (address: string): string => address.replace(/\?.*$/, '');
/** Where a case may be read. */
const ofCases = /^\/(?:office\/(?:applications|appeals|claims)|track)\//;
const told = (walker: Walker, address: string, { field, case: of, word }: Mark): string =>
  `${walker.name} sees ${field} of ${of} (${word}) at ${address}`;

async function readingsOf(walker: Walker): Promise<number> {
  const { who } = walker;
  const actor = who.kind === 'person' ? who.accountId : 'public';
  const { count } = await store.database
    .selectFrom('access_log')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('actor', '=', actor)
    .where('refused', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

interface Walked {
  readonly leaks: readonly string[];
  readonly unlogged: readonly string[];
  readonly faults: readonly string[];
  /** What somebody was rightly shown: field and role. */
  readonly seen: ReadonlySet<string>;
}

async function walk(
  who: readonly Walker[],
  addressesFor: (walker: Walker) => readonly string[],
): Promise<Walked> {
  const [leaks, unlogged, faults, seen] = [[] as string[], [] as string[], [] as string[], new Set<string>()];
  for (const walker of who) {
    let before = await readingsOf(walker);
    for (const address of addressesFor(walker)) {
      const answer = await walker.visitor.get(address);
      if (answer.status >= 500) faults.push(`${walker.name} at ${address}: ${answer.status}`);
      const shown = shownBy(answer, address);
      for (const mark of shown) {
        if (!isDue(walker.who, pathOf(address), mark)) leaks.push(told(walker, address, mark));
        if (walker.who.kind === 'person') seen.add(`${walker.who.role} ${mark.field}`);
      }
      if (shown.some(({ field }) => !listed.includes(field))) {
        const after = await readingsOf(walker);
        if (after === before) unlogged.push(`${walker.name} at ${address}`);
        before = after;
      } else if (answer.status === 200 && ofCases.test(address)) before = await readingsOf(walker);
    }
  }
  return { leaks, unlogged, faults, seen };
}

/** Forms about the one who sends them; they are tested where they stand. */
const ownForms = /^\/office\/(?:me|sign-in|sign-out|kit|notices)(?:\/|$)|^\/track\/leave$/;
const wrong = {
  on: '31.2.2026',
  copyReceivedOn: '31.2.2026',
  holderId: '1',
  decision: 'approve',
  kind: '?',
  purpose: '',
};
/** What would do, if it came from somebody who may. */
const plausible = {
  on: '2026-11-27',
  purpose: '联系申请人',
  reason: '需要',
  opinion: '同意',
  text: '内容',
  party: '某公司',
  information: '内容',
  proof: '回执',
  method: 'email',
  confirmation: '书面',
  decision: '复决〔2026〕1号',
  parts: '一\n二',
  days: '5',
  pages: '5',
  organ: '云岫县人民政府',
  disposition: 'review.upheld',
  kind: 'review',
};
const caseTables = [
  'application',
  'application_event',
  'application_file',
  'application_number',
  'appeal',
  'appeal_file',
  'letter',
  'delivery',
  'opinion_request',
  'fee_notice',
  'claim',
  'claim_file',
];
/** Numbers of the office itself: they tell nothing of anybody. */
const open: readonly SecretField[] = ['id', 'receipt'];

describe('what an applicant wrote', () => {
  let walked: Walked;
  beforeAll(async () => {
    const patterns = patternsOf(site.app, 'GET');
    const once = [...asked(), ...addressesOnce(patterns)];
    const far = [...new Set([...once, ...addressesMore(patterns)])];
    walked = await walk(walkers, (walker) => (goesFar(walker) ? far : once));
  }, patient);

  it('is shown by no address to anybody it is not due to', () => {
    expect(walked.faults).toEqual([]);
    expect(walked.leaks).toEqual([]);
  });

  it('is shown to whoever takes part in the case, so that the walk went past something', () => {
    for (const role of takingPart)
      for (const field of ['content', 'name', 'fileContent', 'party', 'correction'])
        expect(walked.seen, `${role} ${field}`).toContain(`${role} ${field}`);
    expect(walked.seen).toContain('supervisor appeal');
    expect(walked.seen).toContain('auditor id');
  });

  it('is noted in the log each time it is read', () => {
    expect(walked.unlogged).toEqual([]);
  });

  it('would not pass unseen on a page that is new, in a header or in the text of an error', async () => {
    const leaky = await openSite();
    const one = county.marks.of('name', `${town} sent`).word;
    leaky.app.get('/new/applications/:id/slip', (c) => c.text(`申请人：${one}`));
    leaky.app.get('/new/header', (c) => c.body(null, 204, { 'X-Note': encodeURIComponent(one) }));
    leaky.app.get('/new/error', (c) => c.json({ title: `没有找到${one}` }, 404));
    const anybody = { name: 'public', who: { kind: 'public' as const }, visitor: leaky.visitor() };
    const { leaks } = await walk([anybody], () => addressesOnce(patternsOf(leaky.app, 'GET')));
    const { id } = caseOf(`${town} drafting`);
    expect(leaks).toEqual(
      [`/new/applications/${id}/slip`, '/new/header', '/new/error'].map(
        (address) => `public sees name of ${town} sent (${one}) at ${address}`,
      ),
    );
  });

  it(
    'is told by no refusal of a form, whatever is sent, and nothing is changed by it',
    async () => {
      const tables = async () => {
        const rows = await rowsOf(store.database);
        return caseTables.flatMap((table) => rows[table]!.map((row) => `${table} ${row}`));
      };
      const before = await tables();
      const leaks: string[] = [];
      const addresses = addressesOnce(patternsOf(site.app, 'POST')).filter((each) => !ownForms.test(each));
      for (const walker of walkers) {
        const { who, visitor } = walker;
        const _token = who.kind === 'person' ? await visitor.token() : '';
        for (const address of addresses) {
          const inside = /^\/office\/(?:applications|appeals|claims)\//.test(address);
          // Other forms of the office know nothing of cases: without their token they only say so.
          if (!inside && who.kind === 'person' && address.startsWith('/office/')) continue;
          const own = who.kind === 'person' && who.agency === town && takesPart(who.role);
          const fields = inside ? (own ? wrong : plausible) : {};
          const answer = await visitor.post(address, { ...fields, _token: inside ? _token : '' });
          expect(answer.status, `${walker.name} at ${address}`).toBeLessThan(500);
          for (const mark of shownBy(answer, address))
            if (!isDue(who, pathOf(address), mark)) leaks.push(told(walker, address, mark));
        }
      }
      expect(leaks).toEqual([]);
      const after = await tables();
      const apart = (some: readonly string[], others: readonly string[]) =>
        some.filter((row) => !others.includes(row));
      expect([...apart(before, after), ...apart(after, before)]).toEqual([]);
    },
    patient,
  );

  it('is opened by number and code alone: without the code a number gives nothing, known or not', async () => {
    const { receiptNumber } = caseOf(`${town} submitted`);
    const thief = site.visitor();
    const tries = async (number: string) => (await thief.post('/track', { number, code: 'AAAA-AAAA' })).text;
    const known = await tries(receiptNumber);
    const unknown = await tries('20261012-ZZZZZZ');
    expect(known.replaceAll(receiptNumber, '')).toBe(unknown.replaceAll('20261012-ZZZZZZ', ''));
    expect(thief.cookies.size).toBe(0);
    for (let n = 0; n < 5; n += 1) await tries(receiptNumber);
    const { code } = caseOf(`${town} submitted`);
    expect((await thief.post('/track', { number: receiptNumber, code })).status).toBe(429);
    expect((await thief.get('/track/case')).location).toBe('/track');
  });

  it('stands in no dump of the database and in no file beside it', async () => {
    const secret = county.marks.all.filter(({ field }) => !open.includes(field)).map(({ word }) => word);
    const hex = (word: string) => Buffer.from(word).toString('hex');
    const inDump = (dump: string) => secret.filter((word) => dump.includes(word) || dump.includes(hex(word)));
    expect(inDump(`a dump that holds ${secret[3]} and ${hex(secret[5]!)}`)).toEqual([secret[3], secret[5]]);
    expect(inDump(JSON.stringify(await rowsOf(store.database)))).toEqual([]);
    const { rows } = await sql<{ host: string; port: string; user: string; name: string }>`
      select current_setting('unix_socket_directories') as host, current_setting('port') as port,
        current_user as user, current_database() as name`.execute(store.database);
    const { host, port, user, name } = rows[0]!;
    const login = ['-h', host, '-p', port, '-U', user, name];
    const dumped = spawnSync('pg_dump', login, { encoding: 'utf8', maxBuffer: 2 ** 30 });
    if (dumped.error === undefined && dumped.status === 0) expect(inDump(dumped.stdout)).toEqual([]);
    const kept = await store.database
      .selectFrom('application_file')
      .select(['sha256', 'stored_as'])
      .unionAll((papers) => papers.selectFrom('appeal_file').select(['sha256', 'stored_as']))
      .execute();
    for (const { sha256, stored_as } of kept) {
      const bytes = await store.files.bytes({ sha256, storedAs: stored_as });
      expect(inDump(Buffer.from(bytes).toString('hex'))).toEqual([]);
    }
    expect(kept.length).toBeGreaterThan(60);
  });
});
