import type { Insertable, Kysely, Selectable } from 'kysely';
import type { AppealFileTable } from './application-tables.ts';
import type { Tables } from './tables.ts';

export type AppealFileRow = Selectable<AppealFileTable>;
type Connection = Kysely<Tables>;

export const insertAppealFile = (transaction: Connection, file: Insertable<AppealFileTable>) =>
  transaction.insertInto('appeal_file').values(file).execute();

/** Papers of appeals, in the order in which they came. */
export const appealFilesOf = async (
  database: Connection,
  agencyId: string,
  appealIds: readonly string[],
): Promise<AppealFileRow[]> =>
  appealIds.length === 0
    ? []
    : database
        .selectFrom('appeal_file')
        .selectAll()
        .where('agency_id', '=', agencyId)
        .where('appeal_id', 'in', [...appealIds])
        .orderBy('id')
        .execute();
