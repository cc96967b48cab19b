import { type Kysely, sql } from 'kysely';
import type { ApplicationRow } from './applications.ts';
import type { Tables } from './tables.ts';

/** How many applications of one applicant an agency received in a calendar month, `2026-03`; 0 where nobody is known. */
export async function countOfMonth(
  database: Kysely<Tables>,
  { agency_id, identity_hash }: Pick<ApplicationRow, 'agency_id' | 'identity_hash'>,
  month: string,
): Promise<number> {
  if (identity_hash === null) return 0;
  const first = `${month}-01`;
  const { rows } = await sql<{ cases: number }>`
    select count(*)::int as cases from application
    where agency_id = ${agency_id} and identity_hash = ${identity_hash} and counted
      and received_on >= ${first}::date and received_on < ${first}::date + interval '1 month'`.execute(
    database,
  );
  return rows[0]!.cases;
}

/**
 * Items that the same applicant sent to the agency in the calendar month of receipt of a case, before it: one for each
 * application, or as many as its own notice of a fee counted. 0 where nobody is known.
 */
export async function itemsBefore(
  database: Kysely<Tables>,
  {
    agency_id,
    id,
    identity_hash,
    received_on,
  }: Pick<ApplicationRow, 'agency_id' | 'id' | 'identity_hash' | 'received_on'>,
): Promise<number> {
  if (identity_hash === null || received_on === null) return 0;
  const { rows } = await sql<{ items: number }>`
    select coalesce(sum(coalesce(f.quantity, 1)), 0)::int as items from application a
    left join lateral (select quantity from fee_notice
      where agency_id = a.agency_id and application_id = a.id and tariff = 'byItem' order by id desc limit 1) f on true
    where a.agency_id = ${agency_id} and a.identity_hash = ${identity_hash} and a.counted
      and a.received_on >= date_trunc('month', ${received_on}::date)
      and (a.received_on, a.id) < (${received_on}::date, ${id}::uuid)`.execute(database);
  return rows[0]!.items;
}

/** How many others asked an agency for the same words, counted up to a limit; 0 where the words are not known. */
export async function countByOthers(
  database: Kysely<Tables>,
  {
    agency_id,
    id,
    identity_hash,
    content_hash,
  }: Pick<ApplicationRow, 'agency_id' | 'id' | 'identity_hash' | 'content_hash'>,
  limit: number,
): Promise<number> {
  if (content_hash === null) return 0;
  const { rows } = await sql<{ cases: number }>`
    select count(*)::int as cases from (select from application where agency_id = ${agency_id}
      and content_hash = ${content_hash} and id <> ${id} and identity_hash is distinct from ${identity_hash}
      limit ${limit}) found`.execute(database);
  return rows[0]!.cases;
}
