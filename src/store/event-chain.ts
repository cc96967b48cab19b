import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

type Connection = Kysely<Tables>;

/** An event as it is sealed: instants and facts as PostgreSQL writes them, so that nothing is rounded away. */
export interface SealedText {
  readonly agency_id: string;
  readonly id: string;
  readonly kind: string;
  readonly subject_id: string | null;
  readonly actor: string;
  readonly at: string;
  readonly facts: string;
}

export interface ChainRow extends SealedText {
  readonly seq: number;
  readonly previous_hash: Uint8Array | null;
  readonly hash: Uint8Array;
}

export interface Head {
  readonly agency_id: string;
  readonly seq: number;
  readonly hash: Uint8Array;
  readonly anchored_seq: number;
  readonly anchored_at: Date | null;
}

/** SHA-256 over the event before, the number and every field; a zero byte stands between fields. */
export function hashOf(previous: Uint8Array | null, seq: number, event: SealedText): Buffer {
  const hash = createHash('sha256');
  hash.update(previous ?? new Uint8Array(32));
  const { agency_id, id, kind, subject_id, actor, at, facts } = event;
  hash.update([String(seq), agency_id, id, kind, subject_id ?? '', actor, at, facts].join('\0'));
  return hash.digest();
}

const instant = sql<string>`to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`;
const columns = sql`agency_id, id, kind, subject_id, actor, ${instant} as at, facts::text as facts`;

/** Agencies with events that have no number yet. */
export async function unsealedAgencies(connection: Connection, limit: number): Promise<readonly string[]> {
  const { rows } = await sql<{ agency_id: string }>`
    select distinct agency_id from event where seq is null limit ${limit}`.execute(connection);
  return rows.map((row) => row.agency_id);
}

/** The head of an agency's chain, locked so that one sealer at a time works on it; made when it is the first. */
export async function lockHead(transaction: Connection, agencyId: string, at: Date): Promise<Head> {
  await sql`
    insert into event_head (agency_id, seq, hash, sealed_at, anchored_seq)
    values (${agencyId}, 0, ${Buffer.alloc(32)}, ${at}, 0) on conflict do nothing`.execute(transaction);
  const { rows } = await sql<Head>`
    select agency_id, seq, hash, anchored_seq, anchored_at from event_head
    where agency_id = ${agencyId} for update`.execute(transaction);
  return { ...rows[0]!, seq: Number(rows[0]!.seq), anchored_seq: Number(rows[0]!.anchored_seq) };
}

/** The next events to seal, in the order of their ids, which is the order in which they were made. */
export async function unsealedEvents(
  transaction: Connection,
  agencyId: string,
  limit: number,
): Promise<readonly SealedText[]> {
  const { rows } = await sql<SealedText>`
    select ${columns} from event where agency_id = ${agencyId} and seq is null
    order by id limit ${limit}`.execute(transaction);
  return rows;
}

export interface Seal {
  readonly id: string;
  readonly seq: number;
  readonly previous: Uint8Array;
  readonly hash: Uint8Array;
}

/** Numbers and hashes for events of one agency, and its new head, in one statement each. */
export async function writeSeals(
  transaction: Connection,
  agencyId: string,
  seals: readonly Seal[],
  at: Date,
): Promise<void> {
  const last = seals.at(-1)!;
  await sql`
    update event set seq = seal.seq, previous_hash = seal.previous, hash = seal.hash
    from unnest(
      ${seals.map(({ id }) => id)}::uuid[], ${seals.map(({ seq }) => seq)}::bigint[],
      ${seals.map(({ previous }) => Buffer.from(previous))}::bytea[], ${seals.map(({ hash }) => Buffer.from(hash))}::bytea[]
    ) as seal (id, seq, previous, hash)
    where event.agency_id = ${agencyId} and event.id = seal.id`.execute(transaction);
  await sql`
    update event_head set seq = ${last.seq}, hash = ${Buffer.from(last.hash)}, sealed_at = ${at}
    where agency_id = ${agencyId}`.execute(transaction);
}

export async function markAnchored(
  transaction: Connection,
  agencyId: string,
  seq: number,
  at: Date,
): Promise<void> {
  await sql`update event_head set anchored_seq = ${seq}, anchored_at = ${at} where agency_id = ${agencyId}`.execute(
    transaction,
  );
}

/** Sealed events after a number, in order of their numbers, whatever gaps there are. */
export async function chainAfter(
  connection: Connection,
  agencyId: string,
  after: number,
  limit: number,
): Promise<readonly ChainRow[]> {
  const { rows } = await sql<ChainRow>`
    select ${columns}, seq, previous_hash, hash from event
    where agency_id = ${agencyId} and seq > ${after} order by seq limit ${limit}`.execute(connection);
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
}

export interface ChainState {
  readonly agency_id: string;
  readonly slug: string;
  readonly name: string;
  readonly superior_id: string | null;
  readonly head: { readonly seq: number; readonly hash: Uint8Array } | null;
  readonly unsealed: number;
}

/** Every agency that has events or a head, by slug. */
export async function chainStates(
  connection: Connection,
  slug: string | null,
): Promise<readonly ChainState[]> {
  const { rows } = await sql<Omit<ChainState, 'head'> & { seq: number | null; hash: Uint8Array | null }>`
    select agency.id as agency_id, slug, name, superior_id, head.seq, head.hash,
      (select count(*) from event where event.agency_id = agency.id and event.seq is null)::int as unsealed
    from agency left join event_head head on head.agency_id = agency.id
    where (head.agency_id is not null or exists (select from event where event.agency_id = agency.id))
      and (${slug}::text is null or slug = ${slug})
    order by slug`.execute(connection);
  return rows.map(({ seq, hash, ...row }) => ({
    ...row,
    head: seq === null || hash === null ? null : { seq: Number(seq), hash },
  }));
}

export interface Anchor {
  readonly seq: number;
  readonly hash: string;
}

/** What the records of other agencies say the head of this one once was. */
export async function anchorsOf(connection: Connection, agencyId: string): Promise<readonly Anchor[]> {
  const { rows } = await sql<{ seq: number; hash: string }>`
    select (facts->>'seq')::bigint as seq, facts->>'hash' as hash from event
    where kind = 'audit.anchored' and subject_id = ${agencyId} and agency_id <> ${agencyId}
    order by 1`.execute(connection);
  return rows.map((row) => ({ seq: Number(row.seq), hash: row.hash }));
}
