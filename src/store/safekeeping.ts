import { type Insertable, type Kysely, type Selectable, sql } from 'kysely';
import { newId } from './ids.ts';
import type { SafekeepingTable, Tables } from './tables.ts';

type Connection = Kysely<Tables>;
export type Safekeeping = Selectable<SafekeepingTable>;

/** Puts a backup or restore drill on record. */
export async function recordSafekeeping(
  transaction: Connection,
  one: Omit<Insertable<SafekeepingTable>, 'id'>,
): Promise<void> {
  await transaction
    .insertInto('safekeeping')
    .values({ id: newId(), ...one })
    .execute();
}

/** The newest backups or drills, the last one first. */
export function newestSafekeeping(
  connection: Connection,
  kind: Safekeeping['kind'],
  limit: number,
): Promise<Safekeeping[]> {
  const of = connection.selectFrom('safekeeping').selectAll().where('kind', '=', kind);
  return of.orderBy('started_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

/** Whether one was done since an instant. */
export async function doneSince(
  connection: Connection,
  kind: Safekeeping['kind'],
  since: Date,
): Promise<boolean> {
  const row = await connection
    .selectFrom('safekeeping')
    .select('id')
    .where('kind', '=', kind)
    .where('outcome', '=', 'done')
    .where('started_at', '>=', since)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The agency whose record tells what the installation does with itself: the highest there is; null where none is. */
export async function highestAgency(connection: Connection): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from agency where superior_id is null order by valid_to is not null, level, slug limit 1`.execute(
    connection,
  );
  return rows[0]?.id ?? null;
}
