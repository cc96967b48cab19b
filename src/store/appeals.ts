import { type Insertable, type Kysely, type Selectable, sql, type Updateable } from 'kysely';
import type { AppealResult } from '../law/appeals.ts';
import type { AppealTable } from './application-tables.ts';
import type { CaseRef } from './applications.ts';
import type { Tables } from './tables.ts';

export type AppealRow = Selectable<AppealTable>;
type Connection = Kysely<Tables>;

export const insertAppeal = (transaction: Connection, appeal: Insertable<AppealTable>) =>
  transaction.insertInto('appeal').values(appeal).execute();

export async function lockAppeal(
  transaction: Connection,
  { agencyId, id }: CaseRef,
): Promise<AppealRow | null> {
  const row = await transaction
    .selectFrom('appeal')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export const updateAppeal = (
  transaction: Connection,
  { agencyId, id }: CaseRef,
  change: Updateable<AppealTable>,
) =>
  transaction
    .updateTable('appeal')
    .set(change)
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .execute();

/** The case that a decision ordered. */
export const linkReopened = (transaction: Connection, ref: CaseRef, reopenedId: string) =>
  updateAppeal(transaction, ref, { reopened_id: reopenedId });

/** Appeals over one case, the newest first. */
export const appealsOf = (
  database: Connection,
  of: { readonly agencyId: string; readonly applicationId: string; readonly limit: number },
): Promise<AppealRow[]> =>
  database
    .selectFrom('appeal')
    .selectAll()
    .where('agency_id', '=', of.agencyId)
    .where('application_id', '=', of.applicationId)
    .orderBy('accepted_on', 'desc')
    .orderBy('id', 'desc')
    .limit(of.limit)
    .execute();

export const appealById = async (
  database: Connection,
  { agencyId, id }: CaseRef,
): Promise<AppealRow | null> =>
  (await database
    .selectFrom('appeal')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .executeTakeFirst()) ?? null;

/** Which appeals of an agency a page of the register shows; what is null does not narrow it. */
export interface RegisterFilter {
  readonly agencyId: string;
  readonly kind: AppealRow['kind'] | null;
  /** `pending`: those that are open. */
  readonly result: AppealResult | null;
}

/** The register of an agency, the newest first, a page at a time by keyset over day and id. */
export async function registerPage(
  database: Connection,
  { agencyId, kind, result }: RegisterFilter,
  after: { readonly on: string; readonly id: string } | null,
  limit: number,
): Promise<readonly AppealRow[]> {
  const { rows } = await sql<AppealRow>`
    select * from appeal where agency_id = ${agencyId}
      and ${kind === null ? sql`true` : sql`kind = ${kind}`}
      and ${result === null ? sql`true` : sql`coalesce(result, 'pending') = ${result}`}
      and ${after === null ? sql`true` : sql`(accepted_on, id) < (${after.on}::date, ${after.id}::uuid)`}
    order by accepted_on desc, id desc limit ${limit}`.execute(database);
  return rows;
}

/** An appeal in which the agency may owe something, with the number of the application it is over. */
export type OwedAppeal = Omit<AppealRow, 'wrapped_key' | 'sealed_facts'> & { readonly number: string | null };

/**
 * Appeals of agencies that are open, or that ended with one of `ordering` over an application for which no case was
 * opened since; the oldest first.
 */
export async function owedAppeals(
  database: Connection,
  agencies: readonly string[],
  ordering: readonly string[],
  limit: number,
): Promise<readonly OwedAppeal[]> {
  if (agencies.length === 0) return [];
  const { rows } = await sql<OwedAppeal>`
    select p.agency_id, p.id, p.application_id, p.reopened_id, p.kind, p.procedure, p.accepted_on, p.copy_received_on,
      p.replied_on, p.hearing_on, p.disposition, p.result, p.ended_on, p.costs, p.demonstration, p.recorded_by,
      p.recorded_at, coalesce(a.number, a.receipt_number) as number
    from appeal p left join application a on a.agency_id = p.agency_id and a.id = p.application_id
    where p.agency_id = any(${[...agencies]}::uuid[]) and p.wrapped_key is not null
      and (p.ended_on is null or (p.disposition = any(${[...ordering]}::text[])
        and p.application_id is not null and p.reopened_id is null))
    order by p.accepted_on, p.id limit ${limit}`.execute(database);
  return rows;
}
