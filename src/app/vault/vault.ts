import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/*
 * 个人信息保护法第五十一条: encryption. A key a case under the master key, so that deletion (第四十七条) is destroying the
 * case's wrapped key; AES-256-GCM; the first byte of every sealed value names the way it was sealed.
 */
const version = 1;
const nonceBytes = 12;
const tagBytes = 16;

/** A key of one case, unwrapped; never stored. */
export type CaseKey = Buffer & { readonly case: true };

export interface Vault {
  /** A new key and its wrapped form, which is what is stored. `about` binds it to its case: agency and case id. */
  readonly newKey: (about: string) => { readonly key: CaseKey; readonly wrapped: Buffer };
  /** @throws Error when the wrapped key was changed or belongs to another case */
  readonly unwrap: (wrapped: Uint8Array, about: string) => CaseKey;
  /** Exact search without the value: the same value of one purpose (`name`, `idNumber`, `phone`) has the same hash. */
  readonly searchHash: (purpose: string, value: string) => Buffer;
  /** A secret of its own for another part of the system, as hex. */
  readonly secretFor: (purpose: string) => string;
}

/** Seals bytes with a key; `about` (what the value is, of whom) must be the same when it is opened. */
export function seal(key: Uint8Array, plain: Uint8Array, about: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(about, 'utf8'));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), body]);
}

/** @throws Error when a byte was changed, or the value is another one's */
export function open(key: Uint8Array, sealed: Uint8Array, about: string): Buffer {
  if (sealed[0] !== version || sealed.length < 1 + nonceBytes + tagBytes)
    throw new Error('A sealed value of an unknown version.');
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 1 + nonceBytes));
  decipher.setAAD(Buffer.from(about, 'utf8'));
  decipher.setAuthTag(bytes.subarray(1 + nonceBytes, 1 + nonceBytes + tagBytes));
  return Buffer.concat([decipher.update(bytes.subarray(1 + nonceBytes + tagBytes)), decipher.final()]);
}

export const sealText = (key: Uint8Array, text: string, about: string): Buffer =>
  seal(key, Buffer.from(text, 'utf8'), about);
export const openText = (key: Uint8Array, sealed: Uint8Array, about: string): string =>
  open(key, sealed, about).toString('utf8');

/** The vault of a master key (32 bytes). Keys of different purposes are derived apart from each other (HKDF-SHA256). */
export function vaultOf(master: Uint8Array): Vault {
  const derive = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `gongkai ${purpose}`, 32));
  const wrapping = derive('case keys');
  const searching = derive('search');
  return {
    newKey(about) {
      const key = randomBytes(32) as CaseKey;
      return { key, wrapped: seal(wrapping, key, about) };
    },
    unwrap: (wrapped, about) => open(wrapping, wrapped, about) as CaseKey,
    searchHash: (purpose, value) =>
      createHmac('sha256', searching)
        .update(`${purpose}\n${value.normalize('NFKC').trim().toLowerCase()}`)
        .digest(),
    secretFor: (purpose) => derive(`secret ${purpose}`).toString('hex'),
  };
}

const closed = (): never => {
  throw new Error('This context was opened without the master key.');
};

/** Where no master key is at hand: whatever would need it throws. */
export const closedVault: Vault = { newKey: closed, unwrap: closed, searchHash: closed, secretFor: closed };
