import type { Insertable, Kysely, Selectable, Updateable } from 'kysely';
import type { ApplicationFileTable, DeliveryTable, LetterTable } from './application-tables.ts';
import type { CaseRef } from './applications.ts';
import type { Tables } from './tables.ts';

export type LetterRow = Selectable<LetterTable>;
export type DeliveryRow = Selectable<DeliveryTable>;
export type CaseFileRow = Selectable<ApplicationFileTable>;
type Connection = Kysely<Tables>;

export const insertLetter = (transaction: Connection, letter: Insertable<LetterTable>) =>
  transaction.insertInto('letter').values(letter).execute();

export const updateLetter = (
  transaction: Connection,
  { agencyId, id }: CaseRef,
  change: Updateable<LetterTable>,
) =>
  transaction
    .updateTable('letter')
    .set(change)
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .execute();

/** Takes a draft away that another takes the place of; what was approved or sent stays. */
export const dropDrafts = (transaction: Connection, { agencyId, id }: CaseRef) =>
  transaction
    .deleteFrom('letter')
    .where('agency_id', '=', agencyId)
    .where('application_id', '=', id)
    .where('status', '=', 'draft')
    .execute();

/** Letters of a case, the first first. */
export const lettersOf = (database: Connection, { agencyId, id }: CaseRef): Promise<LetterRow[]> =>
  database
    .selectFrom('letter')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('application_id', '=', id)
    .orderBy('made_at')
    .orderBy('id')
    .execute();

/** The answer under way: the draft, or the one that was approved. */
export async function answerUnderWay(
  database: Connection,
  { agencyId, id }: CaseRef,
): Promise<LetterRow | null> {
  const row = await database
    .selectFrom('letter')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('application_id', '=', id)
    .where('status', 'in', ['draft', 'approved'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

export const insertDelivery = (transaction: Connection, delivery: Insertable<DeliveryTable>) =>
  transaction.insertInto('delivery').values(delivery).execute();

export const proveDeliveryOf = (
  transaction: Connection,
  { agencyId, id }: CaseRef,
  letterId: string,
  change: Updateable<DeliveryTable>,
) =>
  transaction
    .updateTable('delivery')
    .set(change)
    .where('agency_id', '=', agencyId)
    .where('application_id', '=', id)
    .where('letter_id', '=', letterId)
    .execute();

export const deliveriesOf = (database: Connection, { agencyId, id }: CaseRef): Promise<DeliveryRow[]> =>
  database
    .selectFrom('delivery')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('application_id', '=', id)
    .orderBy('recorded_at')
    .execute();

export const insertCaseFile = (transaction: Connection, file: Insertable<ApplicationFileTable>) =>
  transaction.insertInto('application_file').values(file).execute();

export const caseFilesOf = (database: Connection, { agencyId, id }: CaseRef): Promise<CaseFileRow[]> =>
  database
    .selectFrom('application_file')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('application_id', '=', id)
    .orderBy('added_at')
    .orderBy('id')
    .execute();
