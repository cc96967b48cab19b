import { type Kysely, sql, type Updateable } from 'kysely';
import { searchable, tokensOf } from './bigrams.ts';
import type { AgencyTable, Tables } from './tables.ts';

type Connection = Kysely<Tables>;

/** Changes what an agency is; its name in the search index goes with it. */
export async function changeAgency(
  transaction: Connection,
  id: string,
  change: Omit<Updateable<AgencyTable>, 'id' | 'slug'>,
): Promise<void> {
  await transaction.updateTable('agency').set(change).where('id', '=', id).execute();
  if (change.name === undefined) return;
  const content = searchable(change.name);
  await transaction
    .updateTable('agency_search')
    .set({ content, tokens: sql<string>`array_to_tsvector(${tokensOf(content)}::text[])` })
    .where('agency_id', '=', id)
    .execute();
}

/** What still hangs on an agency after a day: it cannot be closed before that is moved. */
export interface HangingOn {
  readonly subordinates: number;
  readonly accounts: number;
  readonly roles: number;
}

export async function hangingOn(database: Connection, agencyId: string, lastDay: string): Promise<HangingOn> {
  const { rows } = await sql<HangingOn>`select
    (select count(*)::int from agency where superior_id = ${agencyId} and valid_to is null) as subordinates,
    (select count(*)::int from account where home_agency_id = ${agencyId} and disabled_at is null) as accounts,
    (select count(*)::int from membership where agency_id = ${agencyId}
      and (valid_to is null or valid_to > ${lastDay}::date)) as roles`.execute(database);
  return rows[0]!;
}

/** Hangs all that is directly below one agency under another; returns their ids. */
export async function moveSubordinates(
  transaction: Connection,
  from: string,
  to: string,
): Promise<readonly string[]> {
  const rows = await transaction
    .updateTable('agency')
    .set({ superior_id: to })
    .where('superior_id', '=', from)
    .where('id', '!=', to)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Gives the accounts that one agency looks after to another; returns how many. */
export async function moveAccounts(
  transaction: Connection,
  from: string,
  to: string,
  at: Date,
): Promise<number> {
  const { numUpdatedRows } = await transaction
    .updateTable('account')
    .set({ home_agency_id: to, updated_at: at })
    .where('home_agency_id', '=', from)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
