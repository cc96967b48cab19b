import { randomInt } from 'node:crypto';
import type { Vault } from '../../app/vault/vault.ts';
import { open, seal } from '../../app/vault/vault.ts';

/*
 * Against machines, a sum in words: read aloud by a screen reader, solved without script or picture. It is no lock, the
 * limits by address are; it stops what posts blindly.
 */
export interface Question {
  /** 十二加五等于几 */
  readonly words: string;
  /** Goes through the form; tells the server what was asked without telling the answer. */
  readonly seal: string;
}

const digits = '零一二三四五六七八九';
export const inWords = (n: number): string =>
  n < 10 ? digits[n]! : `${n < 20 ? '' : digits[Math.floor(n / 10)]}十${n % 10 === 0 ? '' : digits[n % 10]}`;

const key = (vault: Vault): Buffer => Buffer.from(vault.secretFor('question in words'), 'hex');
const validForMs = 2 * 3_600_000;

/** A question for one form; `about` binds it to that form, so that an answer serves once. */
export function askInWords(vault: Vault, about: string, now: Date): Question {
  const [a, b] = [randomInt(6, 30), randomInt(2, 10)];
  const minus = randomInt(2) === 0;
  const answer = minus ? a - b : a + b;
  const plain = Buffer.from(JSON.stringify([answer, now.getTime() + validForMs]), 'utf8');
  return {
    words: `${inWords(a)}${minus ? '减' : '加'}${inWords(b)}等于几`,
    seal: seal(key(vault), plain, about).toString('base64url'),
  };
}

const typed = (text: string): string => text.normalize('NFKC').replace(/[\s。.]/g, '');

/** Whether the answer is right, in digits or in words. */
export function answeredRight(
  vault: Vault,
  sealed: string,
  given: string,
  about: string,
  now: Date,
): boolean {
  try {
    const plain = open(key(vault), Buffer.from(sealed, 'base64url'), about).toString('utf8');
    const [answer, until] = JSON.parse(plain) as [number, number];
    return until > now.getTime() && [String(answer), inWords(answer)].includes(typed(given));
  } catch {
    return false;
  }
}
