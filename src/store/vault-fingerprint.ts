import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Fingerprint of the master key that this data is sealed with, null before the first. */
export async function keyFingerprint(database: Kysely<Tables>): Promise<Buffer | null> {
  const row = await database.selectFrom('vault_fingerprint').select('fingerprint').executeTakeFirst();
  return row === undefined ? null : Buffer.from(row.fingerprint);
}

/** Keeps the fingerprint of the first key; of two that start together the first is kept. */
export const keepFingerprint = (transaction: Kysely<Tables>, fingerprint: Uint8Array, at: Date) =>
  transaction
    .insertInto('vault_fingerprint')
    .values({ fingerprint, first_used_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
