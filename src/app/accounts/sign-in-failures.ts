import type { Transaction } from 'kysely';
import { clearFailures, failuresOf, noteFailure } from '../../store/sign-in-failures.ts';
import type { Tables } from '../../store/tables.ts';
import type { AppContext } from '../context.ts';
import type { Vault } from '../vault/vault.ts';

/** Failures that cost nothing but time to type. */
const freeTries = 5;
const firstWaitMs = 60_000;
const longestWaitMs = 3_600_000;
/** An address may stand for a whole office behind one gateway: it is given more room. */
const freeTriesOfAddress = 40;
/** After this long without a failure the count begins anew. */
const forgottenAfterMs = 24 * 3_600_000;

/** How long to wait after so many failures: one minute, doubled with each, at most an hour. */
export function waitMs(failures: number, free: number): number {
  if (failures < free) return 0;
  return Math.min(firstWaitMs * 2 ** Math.min(failures - free, 10), longestWaitMs);
}

/** Who tries to come in. Names are counted whether they exist or not, so that the answer tells nothing. */
export interface Attempt {
  /** Null where no name is typed: at the code of a second factor, whose account better-auth counts by itself. */
  readonly username: string | null;
  /** Where it comes from, as the server sees it; null where unknown. */
  readonly address: string | null;
}

const keysOf = ({ vault }: AppContext, { username, address }: Attempt) => [
  ...(username === null ? [] : [{ hash: vault.searchHash('sign-in name', username), free: freeTries }]),
  ...(address === null
    ? []
    : [{ hash: vault.searchHash('sign-in address', address), free: freeTriesOfAddress }]),
];

/** Until when this name or this address must wait, null when it may try. */
export async function lockedUntil(context: AppContext, attempt: Attempt): Promise<Date | null> {
  const now = context.now();
  const keys = keysOf(context, attempt).map(({ hash }) => hash);
  if (keys.length === 0) return null;
  const rows = await context.store.read((database) => failuresOf(database, keys));
  const until = rows
    .map(({ locked_until }) => locked_until)
    .filter((day): day is Date => day !== null && day > now);
  return until.length === 0 ? null : new Date(Math.max(...until.map(Number)));
}

/** Counts a failure against the name and the address. */
export async function countFailure(context: AppContext, attempt: Attempt): Promise<void> {
  const now = context.now();
  const forgotten = new Date(now.getTime() - forgottenAfterMs);
  await context.store.write(async (transaction) => {
    for (const { hash, free } of keysOf(context, attempt))
      await noteFailure(transaction, hash, now, forgotten, (failures) => waitMs(failures, free));
  });
}

/** What was counted against a name is forgotten: after the right way in, and after a password set anew. */
export const forgetFailuresOf = (transaction: Transaction<Tables>, vault: Vault, username: string) =>
  clearFailures(transaction, vault.searchHash('sign-in name', username));

/** A person who came in by the right way starts anew; the address keeps its count. */
export const forgetFailures = ({ store, vault }: AppContext, username: string): Promise<unknown> =>
  store.write((transaction) => forgetFailuresOf(transaction, vault, username));
