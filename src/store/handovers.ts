import type { Insertable, Kysely, Selectable } from 'kysely';
import type { HandoverTable } from './people-tables.ts';
import type { Tables } from './tables.ts';

type Connection = Kysely<Tables>;
export type Handover = Selectable<HandoverTable>;

export const insertHandover = (connection: Connection, handover: Insertable<HandoverTable>) =>
  connection.insertInto('handover').values(handover).execute();

/** The next handover whose day has come, locked; null where none waits. */
export async function nextHandover(connection: Connection, day: string): Promise<Handover | null> {
  const row = await connection
    .selectFrom('handover')
    .selectAll()
    .where('done_at', 'is', null)
    .where('valid_from', '<=', day)
    .orderBy('valid_from')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row ?? null;
}

export const settleHandover = (connection: Connection, { agency_id, id }: Handover, at: Date) =>
  connection
    .updateTable('handover')
    .set({ done_at: at })
    .where('agency_id', '=', agency_id)
    .where('id', '=', id)
    .execute();
