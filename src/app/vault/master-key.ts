import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';

const bytesOfKey = 32;

export interface MasterKey {
  readonly bytes: Buffer;
  /** The key file that was made just now; its keeper must copy it to a safe place. */
  readonly madeAt: string | null;
}

/** 32 bytes as base64, with or without its padding. */
function decoded(text: string): Buffer | null {
  const trimmed = text.trim();
  if (!/^[A-Za-z0-9+/]{43}=?$/.test(trimmed)) return null;
  const bytes = Buffer.from(trimmed, 'base64');
  return bytes.length === bytesOfKey ? bytes : null;
}

function fromFile(path: string): Buffer {
  const key = decoded(readFileSync(path, 'utf8'));
  if (key === null)
    throw new Error(`密钥文件 ${path} 不是32字节的 base64 文本。请恢复备份的密钥文件，不要另建新的。`);
  return key;
}

/** On disk for certain before anything is encrypted with it; of two that start together one makes it. */
function makeFile(path: string): MasterKey {
  mkdirSync(dirname(path), { recursive: true });
  const bytes = randomBytes(bytesOfKey);
  let file: number;
  try {
    file = openSync(path, 'wx', 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return { bytes: fromFile(path), madeAt: null };
    throw error;
  }
  writeSync(file, `${bytes.toString('base64')}\n`);
  fsyncSync(file);
  closeSync(file);
  return { bytes, madeAt: path };
}

/**
 * The master key of personal data: GONGKAI_KEY (32 bytes as base64, or the path of a file that holds them), else the
 * file master.key of the data folder, made for its owner alone to read where none is and one may be made; else null.
 */
export function masterKey(dataFolder: string, given: string | undefined, mayMake: boolean): MasterKey | null {
  if (given !== undefined && given !== '') {
    const direct = decoded(given);
    if (direct !== null) return { bytes: direct, madeAt: null };
    if (!existsSync(given))
      throw new Error('GONGKAI_KEY 既不是32字节的 base64 文本，也不是已有的密钥文件。请核对后重新启动。');
    return { bytes: fromFile(given), madeAt: null };
  }
  const path = join(dataFolder, 'master.key');
  if (existsSync(path)) return { bytes: fromFile(path), madeAt: null };
  return mayMake ? makeFile(path) : null;
}
