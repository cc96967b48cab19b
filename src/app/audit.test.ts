import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testStore } from '../../test/support/database.ts';
import { hashOf, type SealedText } from '../store/event-chain.ts';
import { appendEvent } from '../store/events.ts';
import { newId } from '../store/ids.ts';
import type { Store } from '../store/store.ts';
import { sealEvents } from './commands/seal-events.ts';
import { type AppContext, appContext } from './context.ts';
import { type VerifiedChain, verifyChains } from './queries/audit.ts';

let store: Store;
let context: AppContext;
const county = newId();
const townships = Array.from({ length: 4 }, () => newId());

beforeAll(async () => {
  store = await testStore();
  context = appContext(store);
  const agency = (id: string, slug: string, superior: string | null) =>
    sql`
    insert into agency (id, slug, name, kind, level, superior_id, makes_regulations, contacts, demonstration, created_at)
    values (${id}, ${slug}, ${slug}, 'county', 4, ${superior}, false, '{}', true, now())`.execute(
      store.database,
    );
  await agency(county, 'county', null);
  for (const [n, id] of townships.entries()) await agency(id, `township-${n}`, county);
});
afterAll(() => store.close());

interface Act {
  readonly agency: number;
  readonly kind: string;
  readonly subject: boolean;
  readonly ms: number;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** 250 acts of each township in a random order, of random kinds and facts; the seed is fixed so that a failure recurs. */
const acts: readonly Act[] = fc.sample(
  fc
    .shuffledSubarray(
      Array.from({ length: 1_000 }, (_, n) => n % 4),
      { minLength: 1_000 },
    )
    .chain((agencies) =>
      fc.tuple(
        ...agencies.map((agency) =>
          fc.record({
            agency: fc.constant(agency),
            kind: fc.constantFrom('item.published', 'item.withdrawn', 'application.received', 'letter.sent'),
            subject: fc.boolean(),
            ms: fc.integer({ min: 1_600_000_000_000, max: 1_800_000_000_000 }),
            facts: fc.dictionary(
              fc.string({ maxLength: 6 }),
              fc.oneof(fc.integer(), fc.double(), fc.string()),
            ),
          }),
        ),
      ),
    ),
  { numRuns: 1, seed: 4 },
)[0]!;

const act = ({ agency, kind, subject, ms, facts }: Act, person: number): Promise<void> =>
  store.write((transaction) =>
    appendEvent(transaction, {
      agencyId: townships[agency]!,
      kind,
      subjectId: subject ? newId() : null,
      actor: `clerk-${person}`,
      at: new Date(ms),
      facts: JSON.parse(JSON.stringify(facts).replaceAll('\\u0000', '')),
    }),
  );

async function verified(slug: string | null = null): Promise<Map<string, VerifiedChain>> {
  const chains = new Map<string, VerifiedChain>();
  for await (const chain of verifyChains(context, slug)) chains.set(chain.slug, chain);
  return chains;
}
const faultsOf = async (slug: string): Promise<string[]> =>
  (await verified(slug)).get(slug)!.faults.map(({ seq, message }) => `${seq} ${message}`);

/** Does something to the database by hand, looks, and undoes it. */
type Statement = ReturnType<typeof sql>;

async function tampered(slug: string, statements: readonly Statement[]): Promise<string[]> {
  let found: string[] = [];
  await store.database
    .transaction()
    .execute(async (transaction) => {
      for (const statement of statements) await statement.execute(transaction);
      const inside = {
        ...context,
        store: { ...store, read: (work: (database: never) => unknown) => work(transaction as never) },
      };
      for await (const chain of verifyChains(inside as AppContext, slug))
        found = chain.faults.map(({ seq, message }) => `${seq} ${message}`);
      throw new Error('undo');
    })
    .catch((error: Error) => {
      if (error.message !== 'undo') throw error;
    });
  return found;
}

describe('the record of acts', () => {
  it('takes 1,000 random acts by 20 people at once while it is sealed, each agency’s chain whole', async () => {
    let n = 0;
    const people = Array.from({ length: 20 }, async (_, person) => {
      while (n < acts.length) {
        n += 1;
        await act(acts[n - 1]!, person);
      }
    });
    const sealing = (async () => {
      for (let round = 0; round < 20; round += 1)
        await Promise.all([sealEvents(context), sealEvents(context)]);
    })();
    await Promise.all([...people, sealing]);
    await sealEvents(context);
    const chains = await verified();
    expect([...chains.values()].flatMap(({ faults }) => faults)).toEqual([]);
    expect(townships.map((_, i) => chains.get(`township-${i}`)!.sealed)).toEqual([250, 250, 250, 250]);
    expect([...chains.values()].every(({ unsealed }) => unsealed === 0)).toBe(true);
  });

  it('tells each head to the superior’s record', async () => {
    const anchors = await sql<{ n: number }>`
      select count(*)::int as n from event where agency_id = ${county} and kind = 'audit.anchored'`.execute(
      store.database,
    );
    expect(anchors.rows[0]!.n).toBeGreaterThanOrEqual(4);
    expect((await verified('county')).get('county')!.faults).toEqual([]);
  });
});

describe('tampering by hand is found and located', () => {
  const id = townships[1]!;
  const at = sql`agency_id = ${id} and seq = 100`;
  it.each<[string, Statement | readonly Statement[], RegExp]>([
    ['a changed fact', sql`update event set facts = facts || '{"changed": 0}' where ${at}`, /^100 内容/],
    [
      'an instant moved by a microsecond',
      sql`update event set at = at + interval '1 microsecond' where ${at}`,
      /^100 内容/,
    ],
    ['another actor', sql`update event set actor = 'somebody' where ${at}`, /^100 内容/],
    ['another subject', sql`update event set subject_id = ${newId()} where ${at}`, /^100 内容/],
    ['another kind', sql`update event set kind = 'item.changed' where ${at}`, /^100 内容/],
    ['a missing event', sql`delete from event where ${at}`, /^100 .*缺失/],
    ['a cut tail', sql`delete from event where agency_id = ${id} and seq > 240`, /^241 .*截断/],
    [
      'two events exchanged',
      [
        [100, -1],
        [101, 100],
        [-1, 101],
      ].map(([from, to]) => sql`update event set seq = ${to} where agency_id = ${id} and seq = ${from}`),
      /^100 /,
    ],
    ['a changed hash', sql`update event set hash = sha256('x') where ${at}`, /^100 内容/],
    ['a changed link', sql`update event set previous_hash = sha256('x') where ${at}`, /^100 与前一条/],
    ['a changed head', sql`update event_head set hash = sha256('x') where agency_id = ${id}`, /^250 链头/],
    ['a head taken away', sql`delete from event_head where agency_id = ${id}`, /^250 链头缺失/],
    [
      'an event put after the head',
      sql`insert into event (agency_id, id, kind, actor, at, facts, seq, previous_hash, hash)
          values (${id}, ${newId()}, 'item.published', 'x', now(), '{}', 251, sha256('x'), sha256('y'))`,
      /^251 /,
    ],
  ])('%s', async (_, statements, first) => {
    expect(await faultsOf('township-1')).toEqual([]);
    expect((await tampered('township-1', [statements].flat()))[0]).toMatch(first);
    expect(await faultsOf('township-1')).toEqual([]);
  });

  it('a chain rewritten from its first event, with its head, is found by what the superior keeps', async () => {
    const events = await sql<SealedText & { seq: string }>`
      select agency_id, id, kind, subject_id, 'forged' as actor, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as at,
        facts::text as facts, seq from event where agency_id = ${townships[2]!} order by seq`.execute(
      store.database,
    );
    let previous: Buffer = Buffer.alloc(32);
    for (const { seq, ...event } of events.rows) {
      const hash = hashOf(previous, Number(seq), event);
      await sql`update event set actor = 'forged', previous_hash = ${previous}, hash = ${hash}
        where agency_id = ${townships[2]!} and id = ${event.id}`.execute(store.database);
      previous = hash;
    }
    await sql`update event_head set hash = ${previous} where agency_id = ${townships[2]!}`.execute(
      store.database,
    );
    const faults = await faultsOf('township-2');
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain('上级机关留存的摘要不一致');
  });
});
