import { createHmac, timingSafeEqual } from 'node:crypto';
import { accountCalendar } from '../../store/account-calendars.ts';
import type { AppContext, Person } from '../context.ts';
import type { Vault } from '../vault/vault.ts';
import { holderOf } from './person.ts';

const idBytes = 16;
const proofBytes = 24;

const proofOf = (vault: Vault, accountId: string, version: number): Buffer =>
  createHmac('sha256', vault.secretFor('due calendars'))
    .update(`${accountId} ${version}`)
    .digest()
    .subarray(0, proofBytes);

/**
 * The secret of a person's calendar address. Made from the master key, so that it is kept nowhere and cannot be found in
 * a stolen database; a new `version` ends the address before.
 */
export const calendarKey = (vault: Vault, accountId: string, version: number): string =>
  Buffer.concat([
    Buffer.from(accountId.replaceAll('-', ''), 'hex'),
    proofOf(vault, accountId, version),
  ]).toString('base64url');

const uuidOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** Whose key it is, with the roles of today; null for a wrong one, one that was renewed, and where the address is off. */
export async function personOfKey(context: AppContext, key: string): Promise<Person | null> {
  const bytes = Buffer.from(key.slice(0, 80), 'base64url');
  if (bytes.length !== idBytes + proofBytes) return null;
  const accountId = uuidOf(bytes.subarray(0, idBytes));
  const calendar = await context.store.read((database) => accountCalendar(database, accountId));
  const right = proofOf(context.vault, accountId, calendar?.version ?? 0);
  const holds = timingSafeEqual(bytes.subarray(idBytes), right);
  if (!holds || calendar === null || !calendar.active) return null;
  const holder = await holderOf(context, accountId);
  if (holder === null) return null;
  return { accountId, name: holder.account.name, holdings: holder.holdings, agencyId: null };
}
