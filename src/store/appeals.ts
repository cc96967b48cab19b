import type { Insertable, Kysely, Selectable, Updateable } from 'kysely';
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

/** Appeals of an agency, the newest first; all of one case where it is named. */
export function appealsOf(
  database: Connection,
  filter: { readonly agencyId: string; readonly applicationId?: string; readonly limit: number },
): Promise<AppealRow[]> {
  const all = database.selectFrom('appeal').selectAll().where('agency_id', '=', filter.agencyId);
  const some =
    filter.applicationId === undefined ? all : all.where('application_id', '=', filter.applicationId);
  return some.orderBy('accepted_on', 'desc').orderBy('id', 'desc').limit(filter.limit).execute();
}
