import { type Insertable, type Kysely, type Selectable, sql } from 'kysely';
import type { DisclosureProposalTable } from './application-tables.ts';
import type { ApplicationRow, CaseRef } from './applications.ts';
import type { Tables } from './tables.ts';

export type ProposalRow = Selectable<DisclosureProposalTable>;
type Connection = Kysely<Tables>;

/** False where the case has a proposal that is not decided yet: nothing is written then. */
export async function insertProposal(
  transaction: Connection,
  proposal: Insertable<DisclosureProposalTable>,
): Promise<boolean> {
  const written = await transaction
    .insertInto('disclosure_proposal')
    .values(proposal)
    .onConflict((conflict) =>
      conflict.columns(['agency_id', 'application_id']).where('state', '=', 'open').doNothing(),
    )
    .executeTakeFirst();
  return written.numInsertedOrUpdatedRows === 1n;
}

/** What was last proposed over a case; null where nothing was. */
export async function proposalOf(
  database: Connection,
  { agencyId, id }: CaseRef,
): Promise<Pick<ProposalRow, 'state' | 'suggested' | 'proposed_on' | 'decided_on'> | null> {
  const row = await database
    .selectFrom('disclosure_proposal')
    .select(['state', 'suggested', 'proposed_on', 'decided_on'])
    .where('agency_id', '=', agencyId)
    .where('application_id', '=', id)
    .orderBy('proposed_on', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** Locked until the transaction ends: a proposal is decided once. */
export async function lockProposal(
  transaction: Connection,
  { agencyId, id }: CaseRef,
): Promise<ProposalRow | null> {
  const row = await transaction
    .selectFrom('disclosure_proposal')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export const decideProposal = (
  transaction: Connection,
  { agencyId, id }: CaseRef,
  decision: Pick<ProposalRow, 'state' | 'decided_on' | 'decided_by' | 'sealed_reason'>,
): Promise<unknown> =>
  transaction
    .updateTable('disclosure_proposal')
    .set(decision)
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .execute();

/** A proposal with what a list shows of its case, sealed as it is kept. */
export type ListedProposalRow = ProposalRow &
  Pick<ApplicationRow, 'number' | 'receipt_number' | 'wrapped_key' | 'sealed_summary'>;

export interface ProposalPlace {
  readonly on: string;
  readonly id: string;
}

/** Proposals of an agency, the newest first, a page at a time. */
export async function proposalPage(
  database: Connection,
  agencyId: string,
  which: { readonly state: ProposalRow['state'] | null } | { readonly id: string },
  after: ProposalPlace | null,
  limit: number,
): Promise<readonly ListedProposalRow[]> {
  const wanted =
    'id' in which
      ? sql`p.id = ${which.id}`
      : which.state === null
        ? sql`true`
        : sql`p.state = ${which.state}`;
  const { rows } = await sql<ListedProposalRow>`
    select p.*, a.number, a.receipt_number, a.wrapped_key, a.sealed_summary from disclosure_proposal p
    join application a on a.agency_id = p.agency_id and a.id = p.application_id
    where p.agency_id = ${agencyId} and ${wanted}
      and ${after === null ? sql`true` : sql`(p.proposed_on, p.id) < (${after.on}::date, ${after.id}::uuid)`}
    order by p.proposed_on desc, p.id desc limit ${limit}`.execute(database);
  return rows;
}

export async function proposalCounts(
  database: Connection,
  agencyId: string,
): Promise<Readonly<Partial<Record<ProposalRow['state'], number>>>> {
  const { rows } = await sql<{ state: ProposalRow['state']; proposals: number }>`
    select state, count(*)::int as proposals from disclosure_proposal where agency_id = ${agencyId}
    group by state`.execute(database);
  return Object.fromEntries(rows.map(({ state, proposals }) => [state, proposals]));
}
