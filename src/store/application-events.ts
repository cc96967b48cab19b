import { type Insertable, type Kysely, type Selectable, sql } from 'kysely';
import type { ApplicationEventTable } from './application-tables.ts';
import type { CaseRef } from './applications.ts';
import type { Tables } from './tables.ts';

export type ApplicationEventRow = Selectable<ApplicationEventTable>;
type Connection = Kysely<Tables>;

/** Appends acts to a case whose row is locked; `number` is given here. */
export async function appendActs(
  transaction: Connection,
  { agencyId, id }: CaseRef,
  acts: readonly Omit<Insertable<ApplicationEventTable>, 'agency_id' | 'application_id' | 'number'>[],
): Promise<void> {
  if (acts.length === 0) return;
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(number), 0)::int as last from application_event
    where agency_id = ${agencyId} and application_id = ${id}`.execute(transaction);
  const { last } = rows[0]!;
  await transaction
    .insertInto('application_event')
    .values(
      acts.map((act, index) => ({
        ...act,
        agency_id: agencyId,
        application_id: id,
        number: last + index + 1,
      })),
    )
    .execute();
}

/** All acts on a case, the first first. */
export const actsOf = (database: Connection, { agencyId, id }: CaseRef): Promise<ApplicationEventRow[]> =>
  database
    .selectFrom('application_event')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('application_id', '=', id)
    .orderBy('number')
    .execute();

/** Which accounts did which act on a case (职责分离). */
export async function doersOf(
  database: Connection,
  { agencyId, id }: CaseRef,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const rows = await database
    .selectFrom('application_event')
    .select(['act', 'account_id'])
    .distinct()
    .where('agency_id', '=', agencyId)
    .where('application_id', '=', id)
    .where('account_id', 'is not', null)
    .execute();
  const done: Record<string, string[]> = {};
  for (const { act, account_id } of rows) {
    done[`application.${act}`] ??= [];
    done[`application.${act}`]!.push(account_id!);
  }
  return done;
}
