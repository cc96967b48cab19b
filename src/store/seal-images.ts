import type { Insertable, Kysely, Selectable, Updateable } from 'kysely';
import type { SealImageTable } from './application-tables.ts';
import type { Tables } from './tables.ts';

type Connection = Kysely<Tables>;
export type SealImageRow = Selectable<SealImageTable>;

export const insertSealImage = (transaction: Connection, row: Insertable<SealImageTable>) =>
  transaction.insertInto('seal_image').values(row).execute();

export const updateSealImage = (
  transaction: Connection,
  agencyId: string,
  id: string,
  change: Updateable<SealImageTable>,
) =>
  transaction
    .updateTable('seal_image')
    .set(change)
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .execute();

export async function sealImageById(
  connection: Connection,
  agencyId: string,
  id: string,
): Promise<SealImageRow | null> {
  const row = await connection
    .selectFrom('seal_image')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** Without the images, the newest first. */
export const sealImagesOf = (
  connection: Connection,
  agencyId: string,
): Promise<Omit<SealImageRow, 'sealed_image' | 'wrapped_key'>[]> =>
  connection
    .selectFrom('seal_image')
    .select([
      'agency_id',
      'id',
      'from_on',
      'to_on',
      'side',
      'bytes',
      'image_hash',
      'added_by',
      'added_at',
      'ended_by',
      'ended_at',
    ])
    .where('agency_id', '=', agencyId)
    .orderBy('from_on', 'desc')
    .orderBy('added_at', 'desc')
    .execute();

/** The seal that a letter of a day bears: the one that began last and has not ended; null where there is none. */
export async function sealInForce(
  connection: Connection,
  agencyId: string,
  day: string,
): Promise<string | null> {
  const row = await connection
    .selectFrom('seal_image')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('from_on', '<=', day)
    .where((where) => where.or([where('to_on', 'is', null), where('to_on', '>=', day)]))
    .orderBy('from_on', 'desc')
    .orderBy('added_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}
