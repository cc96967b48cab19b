import { type Kysely, sql } from 'kysely';
import { newId } from './ids.ts';
import type { Tables } from './tables.ts';

type Connection = Kysely<Tables>;

interface Cases {
  readonly agencyId: string;
  readonly ids: readonly string[];
}

/** Locks cases, in the order of their ids, until the transaction ends. */
export async function lockCases(transaction: Connection, { agencyId, ids }: Cases): Promise<void> {
  await sql`select from application where agency_id = ${agencyId} and id = any(${ids}::uuid[])
    order by id for update`.execute(transaction);
}

/** Encrypted files of the cases: their rows go, what is on the disk is noted to go. Gives how many of each case. */
async function eraseFiles(transaction: Connection, { agencyId, ids }: Cases): Promise<Map<string, number>> {
  const { rows: gone } = await sql<{ application_id: string; stored_as: string }>`
    with files as (delete from application_file
      where agency_id = ${agencyId} and application_id = any(${ids}::uuid[]) returning application_id, stored_as),
    proofs as (delete from claim_file f using claim c
      where f.agency_id = ${agencyId} and c.agency_id = f.agency_id and c.id = f.claim_id
        and c.application_id = any(${ids}::uuid[]) returning c.application_id, f.stored_as),
    papers as (delete from appeal_file f using appeal p
      where f.agency_id = ${agencyId} and p.agency_id = f.agency_id and p.id = f.appeal_id
        and p.application_id = any(${ids}::uuid[]) returning p.application_id, f.stored_as)
    select * from files union all select * from proofs union all select * from papers`.execute(transaction);
  if (gone.length > 0)
    await transaction
      .insertInto('erased_file')
      .values(gone.map(({ stored_as }) => ({ agency_id: agencyId, id: newId(), place: stored_as })))
      .execute();
  const counts = new Map<string, number>();
  for (const { application_id: id } of gone) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** Groups of which no application has its data left lose theirs. */
async function eraseGroups(transaction: Connection, { agencyId, ids }: Cases): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    update application_group g set wrapped_key = null, sealed_title = '', sealed_draft = null, content_hash = ''
    where agency_id = ${agencyId} and not open and wrapped_key is not null
      and id in (select group_id from application where agency_id = ${agencyId} and id = any(${ids}::uuid[]))
      and not exists (select from application a where a.agency_id = g.agency_id and a.group_id = g.id
        and a.wrapped_key is not null)
    returning id`.execute(transaction);
  const groups = rows.map(({ id }) => id);
  await sql`update group_act set sealed_facts = '' where agency_id = ${agencyId}
    and group_id = any(${groups}::uuid[])`.execute(transaction);
}

/**
 * Destroys the keys of cases and with them all that is sealed; search hashes, sealed values and files go too. What table
 * 三, table 四 and the record are made of stays: phase, days, outcome, numbers, clock, hashes of letters. Gives how many
 * files each case had.
 */
export async function eraseCases(transaction: Connection, cases: Cases): Promise<Map<string, number>> {
  const { agencyId, ids } = cases;
  await sql`update application set wrapped_key = null, sealed_state = '', sealed_form = '', sealed_summary = '',
      name_hash = null, identity_hash = null, phone_hash = null, last_four_hash = null, content_hash = null
    where agency_id = ${agencyId} and id = any(${ids}::uuid[])`.execute(transaction);
  for (const [table, change] of [
    ['application_event', sql`sealed_facts = null`],
    ['letter', sql`sealed_body = ''`],
    ['delivery', sql`sealed_proof = null`],
    ['opinion_request', sql`sealed_party = '', sealed_reply = null`],
    ['disclosure_proposal', sql`sealed_reason = null`],
    ['appeal', sql`wrapped_key = null, sealed_facts = ''`],
    ['claim', sql`sealed_content = '', sealed_answer = null`],
  ] as const)
    await sql`update ${sql.table(table)} set ${change}
      where agency_id = ${agencyId} and application_id = any(${ids}::uuid[])`.execute(transaction);
  await eraseGroups(transaction, cases);
  return eraseFiles(transaction, cases);
}

/** Files to be taken off the disk, with whether another row names them still. */
export async function erasedFiles(
  database: Connection,
  limit: number,
): Promise<
  readonly {
    readonly agency_id: string;
    readonly id: string;
    readonly place: string;
    readonly named: boolean;
  }[]
> {
  const { rows } = await sql<{ agency_id: string; id: string; place: string; named: boolean }>`
    select e.agency_id, e.id, e.place,
      exists (select from application_file where stored_as = e.place)
        or exists (select from claim_file where stored_as = e.place)
        or exists (select from appeal_file where stored_as = e.place)
        or exists (select from source_file where stored_as = e.place) as named
    from erased_file e order by e.id limit ${limit}`.execute(database);
  return rows;
}

export const forgetErasedFile = (
  transaction: Connection,
  { agency_id, id }: { readonly agency_id: string; readonly id: string },
) => transaction.deleteFrom('erased_file').where('agency_id', '=', agency_id).where('id', '=', id).execute();
