import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testStore } from '../../../test/support/database.ts';
import { actingAs, done } from '../../../test/support/office.ts';
import { refuse } from '../../domain/refusal.ts';
import type { Day } from '../../domain/workday/index.ts';
import { appendEvent } from '../../store/events.ts';
import { newId } from '../../store/ids.ts';
import { appendAccess } from '../../store/record.ts';
import type { Store } from '../../store/store.ts';
import { logReading, logRefusal } from '../access-log.ts';
import { sealAccesses } from '../commands/seal-accesses.ts';
import { sealEvents } from '../commands/seal-events.ts';
import { type AppContext, appContext } from '../context.ts';
import { dayOf } from '../day-of.ts';
import { verifyChains } from './audit.ts';
import { exportAccesses, exportEvents, listAccesses, listEvents, type RecordPageQuery } from './record.ts';

let store: Store;
let context: AppContext;
let auditor: AppContext;
const [one, other] = [newId(), newId()];
const subjects = Array.from({ length: 5 }, () => newId());
const hour = 3_600_000;
/** 2026-03-01 00:00 in Shanghai. */
const start = Date.parse('2026-03-01T00:00:00+08:00');

beforeAll(async () => {
  store = await testStore();
  context = appContext(store);
  auditor = actingAs(store, {
    accountId: newId(),
    name: '审计员',
    agencyId: one,
    holdings: [one, other].map((agencyId) => ({ agencyId, role: 'auditor', deputy: false })),
  });
  for (const [n, id] of [one, other].entries())
    await sql`insert into agency (id, slug, name, kind, level, makes_regulations, contacts, demonstration, created_at)
      values (${id}, ${`a${n}`}, ${`机关${n}`}, 'county', 4, false, '{}', true, now())`.execute(
      store.database,
    );
  for (let n = 0; n < 120; n += 1)
    await store.write(async (transaction) => {
      const agencyId = n % 12 === 0 ? other : one;
      // Every fourth shares its instant with the one before: the id decides between them.
      const at = new Date(start + (n - (n % 4 === 3 ? 1 : 0)) * hour);
      const actor = `clerk-${n % 3}`;
      const subjectId = subjects[n % 5]!;
      await appendEvent(transaction, {
        agencyId,
        kind: 'item.published',
        subjectId,
        actor,
        at,
        facts: { n },
      });
      await appendAccess(transaction, {
        agencyId,
        at,
        actor,
        act: 'application.read',
        subjectKind: 'application',
        subjectId,
        purpose: `办理${n}`,
        refused: null,
      });
    });
});
afterAll(() => store.close());

async function collect<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

describe('the record of one agency', () => {
  const queries: [string, Omit<RecordPageQuery, 'agencyId' | 'limit'>, (n: number) => boolean][] = [
    ['whole', {}, () => true],
    ['by person', { actor: 'clerk-1' }, (n) => n % 3 === 1],
    ['by subject', { subjectId: subjects[2]! }, (n) => n % 5 === 2],
    [
      'by day',
      { from: '2026-03-02' as Day, to: '2026-03-02' as Day },
      (n) => n - (n % 4 === 3 ? 1 : 0) >= 24 && n < 48,
    ],
    [
      'by person and days',
      { actor: 'clerk-2', from: '2026-03-02' as Day, to: '2026-03-03' as Day },
      (n) => n % 3 === 2 && n >= 24 && n < 72,
    ],
    ['by nobody', { actor: 'clerk-9' }, () => false],
  ];

  it.each(queries)('%s, newest first, page by page there and back', async (_, narrowed, belongs) => {
    const expected = Array.from({ length: 120 }, (_, n) => n)
      .filter((n) => n % 12 !== 0 && belongs(n))
      .reverse();
    const query = { agencyId: one, ...narrowed, limit: 7 };
    const seen: number[] = [];
    let page = await done(listEvents(auditor, query));
    let pages = 1;
    for (; ; pages += 1) {
      seen.push(...page.rows.map(({ facts }) => facts.n as number));
      if (page.next === null) break;
      page = await done(listEvents(auditor, { ...query, after: page.next }));
    }
    expect(seen).toEqual(expected);
    for (; page.previous !== null; pages -= 1)
      page = await done(listEvents(auditor, { ...query, before: page.previous }));
    expect(pages).toBe(1);
    expect(page.rows.map(({ facts }) => facts.n)).toEqual(expected.slice(0, 7));
    expect((await collect(await done(exportEvents(auditor, query)))).map(({ facts }) => facts.n)).toEqual(
      expected,
    );
  });

  it.each(queries)('of readings %s likewise', async (_, narrowed, belongs) => {
    const expected = Array.from({ length: 120 }, (_, n) => n)
      .filter((n) => n % 12 !== 0 && belongs(n))
      .reverse();
    const query = { agencyId: one, ...narrowed, limit: 5 };
    const { rows } = await done(listAccesses(auditor, query));
    expect(rows.map(({ purpose }) => purpose)).toEqual(expected.slice(0, 5).map((n) => `办理${n}`));
    const all = await collect(await done(exportAccesses(auditor, query)));
    expect(all.map(({ purpose }) => purpose)).toEqual(expected.map((n) => `办理${n}`));
  });

  it('is shown to the agency’s auditor alone; whoever else asks is refused, and that is logged', async () => {
    const clerk = actingAs(store, {
      accountId: newId(),
      name: '信息员',
      agencyId: one,
      holdings: [{ agencyId: one, role: 'contributor', deputy: false }],
    });
    for (const asked of [listEvents, listAccesses, exportEvents, exportAccesses])
      expect(await asked(clerk, { agencyId: one, limit: 5 })).toMatchObject({ refused: true });
    const now = { agencyId: one, from: dayOf(new Date()), limit: 9 };
    const { rows } = await done(listAccesses(auditor, now));
    expect(rows.map(({ act, refused }) => [act, refused?.slice(0, 7)])).toEqual(
      ['access.list', 'event.list', 'access.list', 'event.list'].map((act) => [act, 'policy.']),
    );
  });

  it('walks its pages by an index, whatever it is asked by', async () => {
    await store.write(async (transaction) => {
      // So few rows are sorted fastest; with this a sort stands there only where no index has their order.
      for (const way of ['seqscan', 'bitmapscan', 'sort'])
        await sql`set local ${sql.ref(`enable_${way}`)} = off`.execute(transaction);
      for (const table of ['event', 'access_log'])
        for (const by of [sql`actor = 'clerk-1'`, sql`subject_id = ${subjects[0]}`, sql`true`]) {
          const { rows } = await sql<{ 'QUERY PLAN': string }>`
            explain select id from ${sql.table(table)} where agency_id = ${one} and ${by}
              and (at, id) < (now(), ${newId()}) order by at desc, id desc limit 51`.execute(transaction);
          expect(rows.map((row) => row['QUERY PLAN']).join('\n')).not.toContain('Sort');
        }
    });
  });
});

describe('what a person read or was refused', () => {
  const subject = {
    agencyId: other,
    act: 'application.read',
    subjectKind: 'application',
    subjectId: subjects[0]!,
  };

  it('is logged with purpose or code', async () => {
    const now = () => new Date('2026-04-01T10:00:00+08:00');
    await logReading({ ...context, now }, subject, '答复申请人');
    await logRefusal({ ...context, now }, subject, refuse('policy.otherAgency', '不是本机关的申请。'));
    const { rows } = await done(
      listAccesses(auditor, { agencyId: other, from: '2026-04-01' as Day, limit: 10 }),
    );
    expect(rows.map(({ purpose, refused }) => [purpose, refused])).toEqual([
      [null, 'policy.otherAgency'],
      ['答复申请人', null],
    ]);
  });

  it('is sealed day by day into the record of acts, once, today left open', async () => {
    const at = (text: string): AppContext => ({ ...context, now: () => new Date(text) });
    expect(await sealAccesses(at('2026-03-02T01:00:00+08:00'))).toBe(2);
    expect(await sealAccesses(at('2026-03-02T02:00:00+08:00'))).toBe(0);
    expect(await sealAccesses(at('2026-05-01T01:00:00+08:00'))).toBeGreaterThan(4);
    await sealEvents(context);
    for await (const chain of verifyChains(context)) expect(chain.faults).toEqual([]);
  });

  it.each<[string, ReturnType<typeof sql>, RegExp]>([
    [
      'a changed purpose',
      sql`update access_log set purpose = 'x' where agency_id = ${one} and at = ${new Date(start + 5 * hour)}`,
      /^2026-03-01的查阅记录.*内容/,
    ],
    [
      'a removed row',
      sql`delete from access_log where agency_id = ${one} and at = ${new Date(start + 29 * hour)}`,
      /^2026-03-02的查阅记录.*现有/,
    ],
    [
      'a moved row',
      sql`update access_log set at = at - interval '1 day' where agency_id = ${one} and at = ${new Date(start + 53 * hour)}`,
      /^2026-03-02的查阅记录/,
    ],
  ])('and %s is found with its day', async (_, statement, found) => {
    await statement.execute(store.database);
    const messages: string[] = [];
    for await (const chain of verifyChains(context, 'a0'))
      messages.push(...chain.faults.map(({ message }) => message));
    expect(messages.some((message) => found.test(message))).toBe(true);
  });
});
