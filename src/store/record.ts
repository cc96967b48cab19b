import { type Kysely, type RawBuilder, sql } from 'kysely';
import { newId } from './ids.ts';
import type { Tables } from './tables.ts';

type Connection = Kysely<Tables>;

/** A reading of personal data, or an act that was refused. */
export interface NewAccess {
  readonly agencyId: string;
  readonly at: Date;
  readonly actor: string;
  /** `application.read` and the like. */
  readonly act: string;
  readonly subjectKind: string;
  readonly subjectId: string | null;
  /** Why personal data was read; null for a refused act. */
  readonly purpose: string | null;
  /** The refusal's code; null where the act was done. */
  readonly refused: string | null;
}

/** Appends to the log of readings and refusals. A refused act changes nothing, so this stands in no transaction of it. */
export async function appendAccess(connection: Connection, access: NewAccess): Promise<void> {
  await connection
    .insertInto('access_log')
    .values({
      agency_id: access.agencyId,
      id: newId(),
      at: access.at,
      actor: access.actor,
      act: access.act,
      subject_kind: access.subjectKind,
      subject_id: access.subjectId,
      purpose: access.purpose,
      refused: access.refused,
    })
    .execute();
}

/** Which part of an agency's record is asked for; what is null does not narrow it. */
export interface RecordFilter {
  readonly agencyId: string;
  readonly actor: string | null;
  readonly subjectId: string | null;
  /** From this instant on. */
  readonly from: Date | null;
  /** Before this instant. */
  readonly until: Date | null;
}

/** Where a page begins: after (older than) or before (newer than) the row of this id. */
export type RecordSeek = { readonly after: string } | { readonly before: string } | null;

export interface EventRow {
  readonly id: string;
  readonly at: Date;
  readonly actor: string;
  readonly kind: string;
  readonly subject_id: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
  /** Null until it is sealed. */
  readonly seq: number | null;
}

export interface AccessRow {
  readonly id: string;
  readonly at: Date;
  readonly actor: string;
  readonly act: string;
  readonly subject_kind: string;
  readonly subject_id: string | null;
  readonly purpose: string | null;
  readonly refused: string | null;
}

/**
 * Newest first, by keyset over (at, id): each of the indexes by day, by actor and by subject ends in them. The place of
 * the row that the page begins at is read first, so that an address needs to carry nothing but its id.
 */
async function page<Row extends { readonly id: string }>(
  connection: Connection,
  table: 'event' | 'access_log',
  columns: RawBuilder<unknown>,
  filter: RecordFilter,
  seek: RecordSeek,
  limit: number,
): Promise<readonly Row[]> {
  const { agencyId, actor, subjectId, from, until } = filter;
  const backwards = seek !== null && 'before' in seek;
  const id = seek === null ? null : 'before' in seek ? seek.before : seek.after;
  const place = sql`(select at from ${sql.table(table)} where agency_id = ${agencyId} and id = ${id})`;
  const conditions = [
    sql`agency_id = ${agencyId}`,
    ...(actor === null ? [] : [sql`actor = ${actor}`]),
    ...(subjectId === null ? [] : [sql`subject_id = ${subjectId}`]),
    ...(from === null ? [] : [sql`at >= ${from}`]),
    ...(until === null ? [] : [sql`at < ${until}`]),
    ...(id === null ? [] : [sql`(at, id) ${sql.raw(backwards ? '>' : '<')} (${place}, ${id})`]),
  ];
  const direction = sql.raw(backwards ? 'asc' : 'desc');
  const { rows } = await sql<Row>`
    select ${columns} from ${sql.table(table)} where ${sql.join(conditions, sql` and `)}
    order by at ${direction}, id ${direction} limit ${limit}`.execute(connection);
  return backwards ? [...rows].reverse() : rows;
}

export const eventPage = (
  connection: Connection,
  filter: RecordFilter,
  seek: RecordSeek,
  limit: number,
): Promise<readonly EventRow[]> =>
  page<EventRow>(connection, 'event', sql`id, at, actor, kind, subject_id, facts, seq`, filter, seek, limit);

export const accessPage = (
  connection: Connection,
  filter: RecordFilter,
  seek: RecordSeek,
  limit: number,
): Promise<readonly AccessRow[]> =>
  page<AccessRow>(
    connection,
    'access_log',
    sql`id, at, actor, act, subject_kind, subject_id, purpose, refused`,
    filter,
    seek,
    limit,
  );

/** Events of one kind on one subject, the newest first. */
export const eventsOfKind = (
  connection: Connection,
  {
    agencyId,
    subjectId,
    kind,
    limit,
  }: {
    readonly agencyId: string;
    readonly subjectId: string;
    readonly kind: string;
    readonly limit: number;
  },
): Promise<Omit<EventRow, 'seq'>[]> =>
  connection
    .selectFrom('event')
    .select(['id', 'at', 'actor', 'kind', 'subject_id', 'facts'])
    .where('agency_id', '=', agencyId)
    .where('subject_id', '=', subjectId)
    .where('kind', '=', kind)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
