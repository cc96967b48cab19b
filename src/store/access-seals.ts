import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

type Connection = Kysely<Tables>;

/** A day of an agency's access log, as the record of acts keeps it. */
export interface AccessSeal {
  /** YYYY-MM-DD, of Shanghai. */
  readonly day: string;
  readonly rows: number;
  /** SHA-256 over every field of every row, in the order of (at, id), hex. */
  readonly hash: string;
}

export interface KeptSeal extends AccessSeal {
  /** The event that keeps it. */
  readonly event: string;
  readonly seq: number | null;
}

export async function agenciesWithAccesses(connection: Connection): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from agency where exists (select from access_log where agency_id = agency.id) order by id`.execute(
    connection,
  );
  return rows.map(({ id }) => id);
}

/** The days after one and before another on which the agency's log has rows. */
export async function daysWithAccesses(
  connection: Connection,
  agencyId: string,
  after: string | null,
  before: string,
): Promise<readonly string[]> {
  const { rows } = await sql<{ day: string }>`
    select distinct (at at time zone 'Asia/Shanghai')::date::text as day from access_log
    where agency_id = ${agencyId} and at < ${before}::date::timestamp at time zone 'Asia/Shanghai'
      and (${after}::date is null or at >= (${after}::date + 1)::timestamp at time zone 'Asia/Shanghai')
    order by 1`.execute(connection);
  return rows.map(({ day }) => day);
}

/** Counts and hashes one day of an agency's log; a unit separator stands between fields, a line feed between rows. */
export async function sealOfDay(connection: Connection, agencyId: string, day: string): Promise<AccessSeal> {
  const hash = createHash('sha256');
  let rows = 0;
  let last = { at: '-infinity', id: '00000000-0000-0000-0000-000000000000' };
  for (;;) {
    const { rows: found } = await sql<{ at: string; id: string; text: string }>`
      select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, id,
        concat_ws(chr(31), id, actor, act, subject_kind, coalesce(subject_id::text, ''), coalesce(purpose, ''),
          coalesce(refused, '')) as text
      from access_log
      where agency_id = ${agencyId} and at >= ${day}::date::timestamp at time zone 'Asia/Shanghai'
        and at < (${day}::date + 1)::timestamp at time zone 'Asia/Shanghai'
        and (at, id) > (${last.at}::timestamptz, ${last.id}::uuid)
      order by access_log.at, access_log.id limit 5000`.execute(connection);
    for (const row of found) hash.update(`${row.at}\x1f${row.text}\n`);
    rows += found.length;
    if (found.length < 5_000) return { day, rows, hash: hash.digest('hex') };
    last = found.at(-1)!;
  }
}

/** What the agency's record keeps of its access log, by day. */
export async function keptSeals(connection: Connection, agencyId: string): Promise<readonly KeptSeal[]> {
  const { rows } = await sql<KeptSeal>`
    select id as event, seq, facts->>'day' as day, (facts->>'rows')::int as rows, facts->>'hash' as hash from event
    where agency_id = ${agencyId} and kind = 'access.sealed' order by at, id`.execute(connection);
  return rows;
}

/** The last day that is sealed; null where none is. */
export async function lastSealedDay(connection: Connection, agencyId: string): Promise<string | null> {
  const { rows } = await sql<{ day: string }>`
    select facts->>'day' as day from event where agency_id = ${agencyId} and kind = 'access.sealed'
    order by at desc limit 1`.execute(connection);
  return rows[0]?.day ?? null;
}
