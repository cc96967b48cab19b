import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

type Connection = Kysely<Tables>;

export const failuresOf = (database: Connection, keys: readonly Uint8Array[]) =>
  database
    .selectFrom('sign_in_failure')
    .select(['failures', 'locked_until'])
    .where('key_hash', 'in', [...keys])
    .execute();

/** Adds one failure of a key; failures before `forgotten` no longer count. `wait` says how long it is locked, in ms. */
export async function noteFailure(
  transaction: Connection,
  key: Uint8Array,
  now: Date,
  forgotten: Date,
  wait: (failures: number) => number,
): Promise<void> {
  await transaction
    .insertInto('sign_in_failure')
    .values({ key_hash: key, failures: 0, last_at: now, locked_until: null })
    .onConflict((conflict) => conflict.column('key_hash').doNothing())
    .execute();
  const row = await transaction
    .selectFrom('sign_in_failure')
    .select(['failures', 'last_at'])
    .where('key_hash', '=', key)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const failures = row.last_at < forgotten ? 1 : row.failures + 1;
  const ms = wait(failures);
  await transaction
    .updateTable('sign_in_failure')
    .set({ failures, last_at: now, locked_until: ms === 0 ? null : new Date(now.getTime() + ms) })
    .where('key_hash', '=', key)
    .execute();
}

export async function clearFailures(transaction: Connection, key: Uint8Array): Promise<void> {
  await transaction.deleteFrom('sign_in_failure').where('key_hash', '=', key).execute();
}

/** Counts whose last attempt lies before an instant. */
export async function deleteFailuresBefore(transaction: Connection, before: Date): Promise<void> {
  await transaction.deleteFrom('sign_in_failure').where('last_at', '<', before).execute();
}
