import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '../../store/ids.ts';

/** An Ed25519 signature with the public key it is verified by, both base64; the key in SPKI DER. */
export interface Signature {
  readonly algorithm: 'Ed25519';
  readonly key: string;
  readonly value: string;
}

/** Signs in the name of this installation. */
export interface Signer {
  readonly fingerprint: string;
  sign(text: string): Signature;
}

const derOf = (key: KeyObject): Buffer => createPublicKey(key).export({ type: 'spki', format: 'der' });

/** How a key is told to a person: the first 128 bits of its SHA-256, in groups of four. */
const fingerprintOfDer = (der: Uint8Array): string =>
  createHash('sha256').update(der).digest('hex').slice(0, 32).match(/.{4}/g)!.join(' ');

export const fingerprintOf = ({ key }: Signature): string => fingerprintOfDer(Buffer.from(key, 'base64'));

/** What is wrong with a signature, as a clause; null where it fits the text. */
export function signatureFault(text: string, signature: Signature): string | null {
  try {
    const key = createPublicKey({ key: Buffer.from(signature.key, 'base64'), type: 'spki', format: 'der' });
    const fits =
      key.asymmetricKeyType === 'ed25519' &&
      verify(null, Buffer.from(text), key, Buffer.from(signature.value, 'base64'));
    return fits ? null : '的签名不符，已被改动，请向移交的机关核实。';
  } catch {
    return '的签名不能辨认，请向移交的机关核实。';
  }
}

async function readKey(path: string): Promise<KeyObject | null> {
  try {
    return createPrivateKey(await readFile(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new Error(`签名密钥 ${path} 不能使用。请从保管处取回，或移走它以另立新密钥。`, { cause: error });
  }
}

/** Of two processes that make a key together the first one wins, and both read that. */
async function makeKey(folder: string, path: string): Promise<KeyObject> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { privateKey } = generateKeyPairSync('ed25519');
  const draft = `${path}.${newId()}`;
  try {
    await writeFile(draft, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
    await link(draft, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(draft, { force: true });
  }
  return (await readKey(path))!;
}

/** The installation's signer. Its key lies in the data folder (`archive.pem`, 0600), made on first use; never in
 * a backup. */
export async function installationSigner(dataFolder: string): Promise<Signer> {
  const path = join(dataFolder, 'archive.pem');
  const key = (await readKey(path)) ?? (await makeKey(dataFolder, path));
  const der = derOf(key);
  return {
    fingerprint: fingerprintOfDer(der),
    sign: (text) => ({
      algorithm: 'Ed25519',
      key: der.toString('base64'),
      value: sign(null, Buffer.from(text), key).toString('base64'),
    }),
  };
}
