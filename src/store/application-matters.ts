import type { Insertable, Kysely, Selectable, Updateable } from 'kysely';
import type { FeeNoticeTable, OpinionRequestTable } from './application-tables.ts';
import type { CaseRef } from './applications.ts';
import type { Tables } from './tables.ts';

export type OpinionRow = Selectable<OpinionRequestTable>;
export type FeeNoticeRow = Selectable<FeeNoticeTable>;
type Connection = Kysely<Tables>;

export const insertOpinion = (transaction: Connection, opinion: Insertable<OpinionRequestTable>) =>
  transaction.insertInto('opinion_request').values(opinion).execute();

export const updateOpinion = (
  transaction: Connection,
  { agencyId, id }: CaseRef,
  ref: string,
  change: Updateable<OpinionRequestTable>,
) =>
  transaction
    .updateTable('opinion_request')
    .set(change)
    .where('agency_id', '=', agencyId)
    .where('application_id', '=', id)
    .where('ref', '=', ref)
    .execute();

export const opinionsOf = (database: Connection, { agencyId, id }: CaseRef): Promise<OpinionRow[]> =>
  database
    .selectFrom('opinion_request')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('application_id', '=', id)
    .orderBy('sent_on')
    .orderBy('ref')
    .execute();

export const insertFeeNotice = (transaction: Connection, notice: Insertable<FeeNoticeTable>) =>
  transaction.insertInto('fee_notice').values(notice).execute();

/** Changes the notice of a case that is not paid yet. */
export const updateOpenFeeNotice = (
  transaction: Connection,
  { agencyId, id }: CaseRef,
  change: Updateable<FeeNoticeTable>,
) =>
  transaction
    .updateTable('fee_notice')
    .set(change)
    .where('agency_id', '=', agencyId)
    .where('application_id', '=', id)
    .where('paid_on', 'is', null)
    .execute();
