import { createHash, randomFillSync } from 'node:crypto';
import { type CopiedTable, dropIndexes, tablesInOrder } from '../src/store/copied-tables.ts';
import { newId } from '../src/store/ids.ts';
import type { Store } from '../src/store/store.ts';

/** One agency bears most of the record, as a county's office would after decades; twenty share the rest. */
export interface OfficeSize {
  readonly events: number;
  readonly files: number;
  readonly fileBytes: number;
}

const eventsAtOnce = 500_000;
const agencies = 21;

export interface OfficeData {
  /** The agency with four fifths of the events. */
  readonly largest: string;
  readonly actors: readonly string[];
  readonly subjects: readonly string[];
}

async function addEvents(store: Store, ids: readonly string[], size: OfficeSize): Promise<void> {
  const client = await store.connect();
  try {
    const tables: readonly CopiedTable[] = await tablesInOrder(client);
    await client.query('begin');
    await client.query("set local maintenance_work_mem = '512MB'");
    const remake = await dropIndexes(
      client,
      tables.filter(({ name }) => name === 'event' || name === 'access_log'),
    );
    for (let from = 0; from < size.events; from += eventsAtOnce) {
      const to = Math.min(from + eventsAtOnce, size.events);
      // Ids as UUIDv7: the instant first, so that they sort by time as the app's do.
      const id = `(lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' ||
        substr(md5('i' || n), 1, 3) || '8' || substr(md5('j' || n), 1, 15))::uuid`;
      const instant = `timestamptz '2016-01-01 00:00+08' + n * (interval '10 years' / ${size.events})`;
      const agency = `($1::uuid[])[case when n % 5 < 4 then 1 else 2 + n / 5 % ${agencies - 1} end]`;
      await client.query(
        `insert into event (agency_id, id, kind, subject_id, actor, at, facts, seq, previous_hash, hash)
         select ${agency}, ${id}, ($2::text[])[1 + n % 4],
           md5('s' || n / 40)::uuid, 'account-' || sqrt((n * 7919 % 40000)::float8)::int, at,
           jsonb_build_object('n', n, 'title', '关于' || md5('t' || n) || '的公开', 'phase', n % 7),
           n + 1, sha256(n::text::bytea), sha256((n + 1)::text::bytea)
         from (select n, ${instant} as at from generate_series($3::bigint, $4::bigint - 1) n) made`,
        [ids, ['item.published', 'item.reviewed', 'application.received', 'letter.sent'], from, to],
      );
    }
    await client.query(
      `insert into access_log (agency_id, id, at, actor, act, subject_kind, subject_id, purpose)
       select agency_id, id, at, actor, 'application.read', 'application', subject_id, '办理'
       from event where seq % 10 = 0`,
    );
    await client.query(
      `insert into event_head (agency_id, seq, hash, sealed_at, anchored_seq)
       select agency_id, max(seq), sha256('head'), now(), 0 from event group by agency_id`,
    );
    for (const statement of remake) await client.query(statement);
    await client.query('commit');
    await client.query('vacuum analyze event');
    await client.query('vacuum analyze access_log');
  } finally {
    await client.end();
  }
}

async function addFiles(store: Store, agencyId: string, size: OfficeSize): Promise<void> {
  const bytes = Buffer.alloc(size.fileBytes);
  for (let n = 0; n < size.files; n += 1) {
    randomFillSync(bytes);
    const kept = await store.files.put(bytes);
    await store.database
      .insertInto('source_file')
      .values({
        agency_id: agencyId,
        sha256: kept.sha256,
        name: `${n}.pdf`,
        media_type: 'application/pdf',
        bytes: kept.bytes,
        stored_as: kept.storedAs,
        stored_at: new Date(),
      })
      .execute();
  }
}

/** Fills an empty store: events of ten years with their log of readings, and files that do not compress. */
export async function fillOffice(store: Store, size: OfficeSize): Promise<OfficeData> {
  const ids = Array.from({ length: agencies }, () => newId());
  for (const [n, id] of ids.entries())
    await store.database
      .insertInto('agency')
      .values({
        id,
        slug: `bench-${n}`,
        division_code: null,
        name: `第${n}机关`,
        kind: 'county',
        level: 4,
        superior_id: null,
        makes_regulations: false,
        contacts: '{}',
        demonstration: true,
        valid_from: null,
        valid_to: null,
        successor_id: null,
        created_at: new Date(),
      })
      .execute();
  await addEvents(store, ids, size);
  await addFiles(store, ids[0]!, size);
  return {
    largest: ids[0]!,
    actors: Array.from({ length: 200 }, (_, n) => `account-${n}`),
    subjects: Array.from({ length: 50 }, (_, n) => {
      const hex = createHash('md5')
        .update(`s${Math.floor((n * size.events) / 2000)}`)
        .digest('hex');
      return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    }),
  };
}
