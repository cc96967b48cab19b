import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { type IdentityCheck, identityChecks } from '../../domain/application/identity.ts';
import type { CaseRef } from '../../store/applications.ts';
import type { Vault } from '../vault/vault.ts';

/** Without 0 O 1 I L U: read out over a telephone and typed on any keyboard. */
const signs = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

const spelled = (bytes: Uint8Array, length: number): string =>
  Array.from(bytes.subarray(0, length), (byte) => signs[byte % signs.length]).join('');

/** 20261128-7K3MQX: the day and six signs by chance, so that numbers tell neither how many there are nor the next. */
export const newReceiptNumber = (day: string): string =>
  `${day.replaceAll('-', '')}-${spelled(randomBytes(6), 6)}`;

/**
 * The code that goes with it: made from the master key and the case, so that it is kept nowhere, is told again when a
 * form is sent twice, and cannot be found in a stolen database. A new `version` makes the old code worthless.
 */
export function followCode(vault: Vault, { agencyId, id }: CaseRef, version: number): string {
  const hmac = createHmac('sha256', vault.secretFor('follow codes'))
    .update(`${agencyId} ${id} ${version}`)
    .digest();
  const text = spelled(hmac, 8);
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');

/** However it was typed. */
export const isFollowCode = (given: string, right: string): boolean => {
  const [a, b] = [Buffer.from(plain(given)), Buffer.from(plain(right))];
  return a.length === b.length && timingSafeEqual(a, b);
};

export const typedReceiptNumber = (text: string): string => {
  const signsOnly = plain(text);
  return `${signsOnly.slice(0, 8)}-${signsOnly.slice(8)}`;
};

/** What somebody is given who lost his code. */
export interface NewCode {
  readonly receiptNumber: string;
  readonly code: string;
}

export const identityCheckSchema = z.enum(
  Object.keys(identityChecks) as [IdentityCheck, ...IdentityCheck[]],
  '请选择怎样核对了身份。',
);
