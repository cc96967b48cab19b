import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testStore } from '../../../test/support/database.ts';
import { filesOf, rowsOf } from '../../../test/support/whole-system.ts';
import { appendEvent } from '../../store/events.ts';
import { newId } from '../../store/ids.ts';
import type { Store } from '../../store/store.ts';
import { sealEvents } from '../commands/seal-events.ts';
import { appContext } from '../context.ts';
import { verifyChains } from '../queries/audit.ts';
import { backUp } from './back-up.ts';
import type { Manifest } from './manifest.ts';
import { restore } from './restore.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-running-'));
const agencies = Array.from({ length: 5 }, () => newId());
const perSecond = 50;
let source: Store;
let target: Store;

beforeAll(async () => {
  [source, target] = await Promise.all([testStore(), testStore()]);
  for (const [n, id] of agencies.entries())
    await sql`insert into agency (id, slug, name, kind, level, makes_regulations, contacts, demonstration, created_at)
      values (${id}, ${`a${n}`}, ${`机关${n}`}, 'county', 4, false, '{"n": 0}', true, now())`.execute(
      source.database,
    );
  // Enough rows that copying them takes a while.
  await sql`insert into access_log (agency_id, id, at, actor, act, subject_kind, purpose)
    select ${agencies[0]}, gen_random_uuid(), now(), 'x', 'application.read', 'application', repeat(md5(n::text), 12)
    from generate_series(1, 60000) n`.execute(source.database);
});
afterAll(async () => {
  await source.close();
  await target.close();
  rmSync(folder, { recursive: true, force: true });
});

/** One act: a file kept, its row, an event, and a count on the agency, in one transaction. */
async function act(n: number): Promise<void> {
  const agencyId = agencies[n % agencies.length]!;
  const bytes = Buffer.from(`附件${n}`.repeat(50));
  const kept = await source.files.put(bytes);
  await source.write(async (transaction) => {
    await transaction
      .insertInto('source_file')
      .values({
        agency_id: agencyId,
        sha256: kept.sha256,
        name: `${n}.txt`,
        media_type: 'text/plain',
        bytes: kept.bytes,
        stored_as: kept.storedAs,
        stored_at: new Date(),
      })
      .execute();
    await appendEvent(transaction, {
      agencyId,
      kind: 'file.kept',
      subjectId: newId(),
      actor: `clerk-${n % 20}`,
      at: new Date(),
      facts: { n, sha256: kept.sha256 },
    });
    await sql`update agency set contacts = jsonb_build_object('n', (contacts->>'n')::int + 1)
      where id = ${agencyId}`.execute(transaction);
  });
}

/** Begins so many acts a second, each without waiting for the others, until it is told to stop. */
function office(): { done: () => number; stop: () => Promise<void> } {
  let begun = 0;
  let done = 0;
  let stopped = false;
  const running = new Set<Promise<void>>();
  const start = performance.now();
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - start) / 1_000) * perSecond);
    while (!stopped && begun < due) {
      const one = act(begun).then(() => {
        done += 1;
      });
      running.add(one);
      void one.finally(() => running.delete(one));
      begun += 1;
    }
  }, 20);
  return {
    done: () => done,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await Promise.all(running);
    },
  };
}

/** Lets the test look at the very snapshot that the backup copies. */
function watched(store: Store, seen: (client: pg.Client) => void): Store {
  return {
    ...store,
    connect: async (schema) => {
      const client = await store.connect(schema);
      const query = client.query.bind(client) as (text: unknown, values?: unknown) => unknown;
      const exported = async (text: string): Promise<pg.QueryResult<{ snapshot: string }>> => {
        const result = (await query(text)) as pg.QueryResult<{ snapshot: string }>;
        const own = await store.connect();
        await own.query('begin isolation level repeatable read, read only');
        await own.query(`set transaction snapshot '${result.rows[0]!.snapshot}'`);
        seen(own);
        return result;
      };
      client.query = ((text: unknown, values?: unknown) =>
        typeof text === 'string' && text.includes('pg_export_snapshot')
          ? exported(text)
          : query(text, values)) as typeof client.query;
      return client;
    },
  };
}

describe(`a backup while ${perSecond} acts a second go on`, () => {
  it('restored elsewhere is identical, row by row and file by file, as of one instant', async () => {
    const context = appContext(source);
    const { done, stop } = office();
    let instant: pg.Client | null = null;
    let during = 0;
    let seconds = 0;
    let manifest: Manifest;
    try {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      const sealing = sealEvents(context);
      const [before, start] = [done(), performance.now()];
      const seen = watched(source, (client) => {
        instant = client;
      });
      manifest = await backUp(seen, join(folder, 'backup'));
      seconds = (performance.now() - start) / 1_000;
      during = done() - before;
      await sealing;
    } finally {
      await stop();
    }
    expect(during, `${during} acts in ${seconds} s`).toBeGreaterThan(20);

    await restore(target, join(folder, 'backup'));
    const restored = await rowsOf(target.database);
    expect(restored).toEqual(await rowsOf(instant!));
    expect(restored).not.toEqual(await rowsOf(source.database));
    await (instant as unknown as pg.Client).end();
    for (const { name, rows } of manifest.tables) expect(restored[name]).toHaveLength(rows);

    const files = await filesOf(target);
    const all = await filesOf(source);
    expect(Object.keys(files)).toHaveLength(manifest.files.count);
    for (const [sha256, bytes] of Object.entries(files)) expect(all[sha256]).toBe(bytes);

    const torn = await sql<{ slug: string }>`
      select slug from agency a where (contacts->>'n')::int <> (select count(*) from source_file f where f.agency_id = a.id)
        or (contacts->>'n')::int <> (select count(*) from event e where e.agency_id = a.id and kind = 'file.kept')`.execute(
      target.database,
    );
    expect(torn.rows).toEqual([]);
    await sealEvents(appContext(target));
    for await (const { faults } of verifyChains(appContext(target))) expect(faults).toEqual([]);
  });
});
