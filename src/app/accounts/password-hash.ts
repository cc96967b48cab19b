import { hash, verify } from '@node-rs/argon2';
import { verifyPassword as verifyScrypt } from 'better-auth/crypto';

/** Argon2id (RFC 9106) over 12 MiB, three passes: one of the costs that OWASP names as equal. */
const cost = { memoryCost: 12_288, timeCost: 3, parallelism: 1 };
const current = `$argon2id$v=19$m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}$`;

/** The same characters, however the keyboard composed them. */
const composed = (password: string): string => password.normalize('NFKC');

/** A hash with its salt and cost, as text to keep. */
export const hashPassword = (password: string): Promise<string> => hash(composed(password), cost);

/** Whether the password is the one hashed; hashes of earlier versions (scrypt) are read too. */
export const verifyPassword = (kept: string, password: string): Promise<boolean> =>
  kept.startsWith('$argon2')
    ? verify(kept, composed(password))
    : verifyScrypt({ hash: kept, password: composed(password) });

/** Whether a hash was made at another cost than is asked now. */
export const isOutdated = (kept: string): boolean => !kept.startsWith(current);
