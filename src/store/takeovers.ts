import { type Insertable, type Kysely, type Selectable, sql } from 'kysely';
import { appendEvents, type NewAct } from './application-bulk.ts';
import type { ApplicationTable, FeeNoticeTable, OpinionRequestTable } from './application-tables.ts';
import type { NewEvent } from './events.ts';
import type { Tables } from './tables.ts';
import type { TakeoverDraftTable } from './takeover-tables.ts';

type Connection = Kysely<Tables>;
export type TakeoverDraft = Selectable<TakeoverDraftTable>;

export interface DraftOwner {
  readonly agencyId: string;
  readonly accountId: string;
}

const draftOf = (connection: Connection, { agencyId, accountId }: DraftOwner, since: Date) =>
  connection
    .selectFrom('takeover_draft')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('account_id', '=', accountId)
    .where('made_at', '>', since);

/** The file of a person at an agency; an older one is gone. */
export const takeoverDraft = async (
  database: Connection,
  owner: DraftOwner,
  since: Date,
): Promise<TakeoverDraft | null> => (await draftOf(database, owner, since).executeTakeFirst()) ?? null;

/** The same, locked until the transaction ends: pressed twice, it is taken once. */
export const lockTakeoverDraft = async (
  transaction: Connection,
  owner: DraftOwner,
  since: Date,
): Promise<TakeoverDraft | null> =>
  (await draftOf(transaction, owner, since).forUpdate().executeTakeFirst()) ?? null;

/** Puts a file in the place of the one before. */
export async function keepTakeoverDraft(
  transaction: Connection,
  draft: Insertable<TakeoverDraftTable>,
): Promise<void> {
  await transaction
    .insertInto('takeover_draft')
    .values(draft)
    .onConflict((conflict) => conflict.columns(['agency_id', 'account_id']).doUpdateSet(draft))
    .execute();
}

export async function dropTakeoverDraft(
  transaction: Connection,
  { agencyId, accountId }: DraftOwner,
): Promise<boolean> {
  const done = await transaction
    .deleteFrom('takeover_draft')
    .where('agency_id', '=', agencyId)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return done.numDeletedRows > 0n;
}

export const dropTakeoverDraftsBefore = (transaction: Connection, before: Date) =>
  transaction.deleteFrom('takeover_draft').where('made_at', '<=', before).execute();

/** Which of some numbers the agency has given. */
export async function numbersGiven(
  database: Connection,
  agencyId: string,
  numbers: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ number: string }>`
    select number from application where agency_id = ${agencyId} and number = any(${[...numbers]}::text[])`.execute(
    database,
  );
  return new Set(rows.map(({ number }) => number));
}

/** 结转下年度继续办理 of the annual report of a year as it is kept; null where none is, or it tells no figure. */
export async function carriedOutOf(
  database: Connection,
  agencyId: string,
  year: number,
): Promise<number | null> {
  const row = await database
    .selectFrom('annual_report as report')
    .innerJoin('annual_cell as cell', (join) =>
      join.onRef('cell.agency_id', '=', 'report.agency_id').onRef('cell.report_id', '=', 'report.id'),
    )
    .select('cell.value')
    .where('report.agency_id', '=', agencyId)
    .where('report.year', '=', year)
    .where('report.status', '=', 'current')
    .where('cell.cell', '=', 'applications.carriedOut.total')
    .executeTakeFirst();
  return row?.value ?? null;
}

/** The last number given of a series in a year; 0 where none was. */
export async function lastNumber(
  database: Connection,
  agencyId: string,
  series: string,
  year: number,
): Promise<number> {
  const row = await database
    .selectFrom('application_number')
    .select('last')
    .where('agency_id', '=', agencyId)
    .where('series', '=', series)
    .where('year', '=', year)
    .executeTakeFirst();
  return row?.last ?? 0;
}

/** Lets a series go on after a number, never back; its counter stays locked until the transaction ends. */
export async function raiseNumber(
  transaction: Connection,
  agencyId: string,
  series: string,
  year: number,
  atLeast: number,
): Promise<void> {
  await sql`
    insert into application_number (agency_id, series, year, last) values (${agencyId}, ${series}, ${year}, ${atLeast})
    on conflict (agency_id, series, year) do update set last = greatest(application_number.last, ${atLeast})`.execute(
    transaction,
  );
}

export interface TakenRows {
  readonly applications: readonly Insertable<ApplicationTable>[];
  readonly acts: readonly (NewAct & { readonly agency_id: string; readonly number: number })[];
  readonly events: readonly NewEvent[];
  readonly opinions: readonly Insertable<OpinionRequestTable>[];
  readonly fees: readonly Insertable<FeeNoticeTable>[];
}

/** Writes some cases with all that belongs to them, a statement a table. */
export async function insertTaken(transaction: Connection, rows: TakenRows): Promise<void> {
  const { applications, acts, events, opinions, fees } = rows;
  await transaction
    .insertInto('application')
    .values([...applications])
    .execute();
  await transaction
    .insertInto('application_event')
    .values([...acts])
    .execute();
  await appendEvents(transaction, events);
  if (opinions.length > 0)
    await transaction
      .insertInto('opinion_request')
      .values([...opinions])
      .execute();
  if (fees.length > 0)
    await transaction
      .insertInto('fee_notice')
      .values([...fees])
      .execute();
}
