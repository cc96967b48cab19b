import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Phase } from '../domain/application/phases.ts';
import type { ApplicationRow } from './applications.ts';
import type { Tables } from './tables.ts';

type Connection = Kysely<Tables>;

/** What a list shows of a case, sealed as it is kept. */
export type ListedRow = Pick<
  ApplicationRow,
  | 'agency_id'
  | 'id'
  | 'phase'
  | 'number'
  | 'receipt_number'
  | 'applicant_kind'
  | 'channel'
  | 'submitted_on'
  | 'received_on'
  | 'ended_on'
  | 'answer'
  | 'waiting_for'
  | 'unit'
  | 'unit_until'
  | 'first_id'
  | 'holder_id'
  | 'opened_at'
  | 'clock'
  | 'state'
  | 'wrapped_key'
  | 'sealed_summary'
>;

export const listedColumns = sql`a.agency_id, a.id, a.phase, a.number, a.receipt_number, a.applicant_kind, a.channel,
  a.submitted_on, a.received_on, a.ended_on, a.answer, a.waiting_for, a.unit, a.unit_until, a.first_id, a.holder_id,
  a.opened_at, a.clock, a.state, a.wrapped_key, a.sealed_summary`;

/** What the period of a case runs from: its entries, and until receipt is confirmed how and when it was sent in. */
export type RunningColumns = Pick<ApplicationRow, 'phase' | 'clock'> & {
  readonly channel: ApplicationRow['channel'] | null;
  readonly submitted_on: string | null;
};

/** How and when a case was sent in, only while its receipt is to be confirmed: else every day would be a group. */
export const unconfirmed = {
  channel: sql`case when a.phase = 'submitted' then a.channel end`,
  submittedOn: sql`case when a.phase = 'submitted' then a.submitted_on end`,
};
export const runningColumns = sql`a.phase, a.clock, ${unconfirmed.channel} as channel,
  ${unconfirmed.submittedOn} as submitted_on`;
/** In one value what the period of a case runs from, so that equal ones are found by one hash. */
export const standing = sql`case when a.phase = 'submitted' then jsonb_build_array(a.channel, a.submitted_on) else a.clock end`;
/** The same of a row that was read. */
export const standingOf = ({ clock, channel, submitted_on }: Omit<RunningColumns, 'phase'>): unknown =>
  submitted_on === null ? clock : [channel, submitted_on];

/**
 * Open cases of an agency that share phase and clock: each distinct clock is reckoned once, however many have it. Those
 * of a group are counted with it.
 */
export interface OpenGroup extends RunningColumns {
  readonly waiting_for: string | null;
  readonly cases: number;
}

export async function openGroups(database: Connection, agencyId: string): Promise<readonly OpenGroup[]> {
  const { rows } = await sql<OpenGroup>`
    select ${runningColumns}, a.waiting_for, count(*)::int as cases from application a
    where a.agency_id = ${agencyId} and a.open and a.group_id is null group by 1, 2, 3, 4, 5`.execute(
    database,
  );
  return rows;
}

/** Which open cases a board shows; what is null does not narrow it. */
export interface OpenFilter {
  readonly agencyId: string;
  readonly phases: readonly Phase[] | null;
  readonly holderId: string | null;
  /** Only what nobody looked at since it was sent in, on that day or before. */
  readonly unopenedSince: string | null;
}

/** A clock with its place in the order of the board. */
export interface RankedClock extends Pick<RunningColumns, 'clock' | 'submitted_on' | 'channel'> {
  readonly rank: string;
}

/** Open cases handled one by one, in the order of their clocks' ranks, a page at a time. */
export async function openPage(
  database: Connection,
  { agencyId, phases, holderId, unopenedSince }: OpenFilter,
  ranks: readonly RankedClock[],
  after: { readonly rank: string; readonly id: string } | null,
  limit: number,
): Promise<readonly (ListedRow & { readonly rank: string })[]> {
  const wanted = JSON.stringify(ranks.map((each) => [standingOf(each), each.rank]));
  const { rows } = await sql<ListedRow & { rank: string }>`
    with ranked as materialized (
      select each->0 as standing, each->>1 as rank from jsonb_array_elements(${wanted}::jsonb) each
    )
    select ${listedColumns}, r.rank from application a join ranked r on r.standing = ${standing}
    where a.agency_id = ${agencyId} and a.open and a.group_id is null
      and ${phases === null ? sql`true` : sql`a.phase = any(${[...phases]}::text[])`}
      and ${holderId === null ? sql`true` : sql`a.holder_id = ${holderId}`}
      and ${unopenedSince === null ? sql`true` : sql`a.opened_at is null and a.submitted_on <= ${unopenedSince}::date`}
      and ${after === null ? sql`true` : sql`(r.rank collate "C", a.id) > (${after.rank}, ${after.id}::uuid)`}
    order by r.rank collate "C", a.id limit ${limit}`.execute(database);
  return rows;
}

export interface CaseFilter {
  /** SQL of the ids of agencies, or the agencies themselves. */
  readonly agencies: readonly string[];
  readonly phase: Phase | null;
  readonly outcome: string | null;
  readonly kind: string | null;
  readonly channel: string | null;
  readonly receivedFrom: string | null;
  readonly receivedTo: string | null;
  readonly number: string | null;
  readonly hashes: readonly Uint8Array[];
}

export const noFilter: Omit<CaseFilter, 'agencies'> = {
  phase: null,
  outcome: null,
  kind: null,
  channel: null,
  receivedFrom: null,
  receivedTo: null,
  number: null,
  hashes: [],
};

function conditions(filter: CaseFilter): RawBuilder<unknown>[] {
  const is = (column: string, value: string | null) =>
    value === null ? [] : [sql`${sql.ref(`a.${column}`)} = ${value}`];
  const { hashes } = filter;
  const any = sql`any(${hashes.map((hash) => Buffer.from(hash))}::bytea[])`;
  return [
    sql`a.agency_id = any(${[...filter.agencies]}::uuid[])`,
    ...is('phase', filter.phase),
    ...is('outcome', filter.outcome),
    ...is('applicant_kind', filter.kind),
    ...is('channel', filter.channel),
    ...(filter.receivedFrom === null ? [] : [sql`a.received_on >= ${filter.receivedFrom}::date`]),
    ...(filter.receivedTo === null ? [] : [sql`a.received_on <= ${filter.receivedTo}::date`]),
    ...(filter.number === null
      ? []
      : [sql`(a.number = ${filter.number} or a.receipt_number = ${filter.number})`]),
    ...(hashes.length === 0
      ? []
      : [
          sql`(a.name_hash = ${any} or a.identity_hash = ${any} or a.phone_hash = ${any} or a.last_four_hash = ${any})`,
        ]),
  ];
}

/** Cases of agencies, the newest first, by keyset over their ids, which sort by the time they were made. */
export async function casePage(
  database: Connection,
  filter: CaseFilter,
  seek: { readonly after: string } | { readonly before: string } | null,
  limit: number,
): Promise<readonly ListedRow[]> {
  const backwards = seek !== null && 'before' in seek;
  const id = seek === null ? null : 'before' in seek ? seek.before : seek.after;
  const where = [
    ...conditions(filter),
    ...(id === null ? [] : [sql`a.id ${sql.raw(backwards ? '>' : '<')} ${id}::uuid`]),
  ];
  const { rows } = await sql<ListedRow>`
    select ${listedColumns} from application a where ${sql.join(where, sql` and `)}
    order by a.id ${sql.raw(backwards ? 'asc' : 'desc')} limit ${limit}`.execute(database);
  return backwards ? [...rows].reverse() : rows;
}

/** Applications of a group, by keyset over their ids, which sort by the time they were made. */
export async function groupPage(
  database: Connection,
  agencyId: string,
  groupId: string,
  after: string | null,
  limit: number,
): Promise<readonly ListedRow[]> {
  const { rows } = await sql<ListedRow>`
    select ${listedColumns} from application a where a.agency_id = ${agencyId} and a.group_id = ${groupId}
      and ${after === null ? sql`true` : sql`a.id > ${after}::uuid`}
    order by a.id limit ${limit}`.execute(database);
  return rows;
}

/**
 * Cases of the same applicant or of the same content, for advice, which never refuses: those that are both first, then
 * the newest.
 */
export async function alikeRows(
  database: Connection,
  of: Pick<ApplicationRow, 'agency_id' | 'id' | 'identity_hash' | 'content_hash'>,
  limit: number,
): Promise<readonly (ListedRow & { readonly same_applicant: boolean; readonly same_content: boolean })[]> {
  const { rows } = await sql<ListedRow & { same_applicant: boolean; same_content: boolean }>`
    select ${listedColumns}, coalesce(a.identity_hash = ${of.identity_hash}, false) as same_applicant,
      coalesce(a.content_hash = ${of.content_hash}, false) as same_content
    from application a
    where a.agency_id = ${of.agency_id} and a.id in (
      (select id from application where agency_id = ${of.agency_id} and identity_hash = ${of.identity_hash}
        and id <> ${of.id} order by id desc limit ${limit})
      union
      (select id from application where agency_id = ${of.agency_id} and content_hash = ${of.content_hash}
        and id <> ${of.id} order by id desc limit ${limit})
      union
      (select id from application where agency_id = ${of.agency_id} and content_hash = ${of.content_hash}
        and identity_hash = ${of.identity_hash} and id <> ${of.id} order by id desc limit ${limit}))
    order by (a.identity_hash is not distinct from ${of.identity_hash}
      and a.content_hash is not distinct from ${of.content_hash}) desc, a.id desc limit ${limit}`.execute(
    database,
  );
  return rows;
}

/**
 * Open cases that a person holds, or, in the given phases, that nobody holds yet; in review and approval those of
 * everybody. Groups stand in the work list by themselves.
 */
export async function casePhases(
  database: Connection,
  agencyId: string,
  phases: readonly Phase[],
  holderId: string,
  limit: number,
): Promise<readonly ListedRow[]> {
  const { rows } = await sql<ListedRow>`
    select ${listedColumns} from application a
    where a.agency_id = ${agencyId} and a.open and a.group_id is null
      and (a.holder_id = ${holderId} or (a.phase = any(${[...phases]}::text[])
        and (a.holder_id is null or a.phase in ('submitted', 'reviewing', 'approving'))))
    order by a.received_on nulls first, a.id limit ${limit}`.execute(database);
  return rows;
}

/** Open cases that a person holds at some agencies, handled one by one or in a group, the oldest first. */
export async function heldCases(
  database: Connection,
  agencyIds: readonly string[],
  holderId: string,
  limit: number,
): Promise<readonly ListedRow[]> {
  const { rows } = await sql<ListedRow>`
    select ${listedColumns} from application a
    where a.agency_id = any(${[...agencyIds]}::uuid[]) and a.open and a.holder_id = ${holderId}
    order by a.received_on nulls last, a.id limit ${limit}`.execute(database);
  return rows;
}

export interface OpenClock extends RunningColumns {
  readonly agency_id: string;
  readonly id: string;
  readonly number: string | null;
  readonly receipt_number: string;
  readonly holder_id: string | null;
}

/** Open cases of every agency whose period runs, with their clocks, after one of them. */
export async function openClocks(
  database: Connection,
  after: Pick<OpenClock, 'agency_id' | 'id'> | null,
  limit: number,
): Promise<readonly OpenClock[]> {
  const { rows } = await sql<OpenClock>`
    select agency_id, id, number, receipt_number, holder_id, ${runningColumns} from application a
    where open and (received_on is not null or phase = 'submitted') ${
      after === null ? sql`` : sql`and (agency_id, id) > (${after.agency_id}, ${after.id})`
    } order by agency_id, id limit ${limit}`.execute(database);
  return rows;
}
