import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

type Connection = Kysely<Tables>;

/** How many open applications of an agency a person holds. */
export async function countHeld(database: Connection, agencyId: string, accountId: string): Promise<number> {
  const { held } = await database
    .selectFrom('application')
    .select(({ fn }) => fn.countAll<number>().as('held'))
    .where('agency_id', '=', agencyId)
    .where('open', '=', true)
    .where('holder_id', '=', accountId)
    .executeTakeFirstOrThrow();
  return Number(held);
}

/** Gives all of them to the next person; 首问负责: who touched it first stays named. */
export async function moveHeld(
  transaction: Connection,
  agencyId: string,
  from: string,
  to: string,
): Promise<number> {
  const done = await transaction
    .updateTable('application')
    .set({ holder_id: to })
    .where('agency_id', '=', agencyId)
    .where('open', '=', true)
    .where('holder_id', '=', from)
    .executeTakeFirst();
  return Number(done.numUpdatedRows);
}
