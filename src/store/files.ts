import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { newId } from './ids.ts';

export interface StoredFile {
  readonly sha256: string;
  readonly bytes: number;
  /** Where the store keeps it, relative to the store. */
  readonly storedAs: string;
}

/** A store of files addressed by what is in them. */
export interface FileStore {
  /** Keeps the bytes; when it returns they survive a power cut. Keeping the same bytes twice is one file. */
  put(bytes: Uint8Array): Promise<StoredFile>;
  /** The bytes whole, verified like `read`. */
  bytes(file: Pick<StoredFile, 'sha256' | 'storedAs'>): Promise<Uint8Array>;
  /** The bytes as a stream that fails when they are not, or no longer, the ones asked for. */
  read(file: Pick<StoredFile, 'sha256' | 'storedAs'>): Readable;
  /** Whether it is there; not whether it is whole. */
  has(file: Pick<StoredFile, 'storedAs'>): Promise<boolean>;
  /** Takes a file off the disk; one that is gone already is no fault. Whoever calls this made sure that nothing names it. */
  remove(file: Pick<StoredFile, 'storedAs'>): Promise<void>;
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a folder durable: its own entry in the folder above is synced too. */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) await sync(dirname(made));
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const draft = `${path}.${newId()}`;
  try {
    const handle = await open(draft, 'wx', 0o640);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await sync(dirname(path));
}

const damaged = (sha256: string): Error =>
  new Error(`文件 ${sha256} 的内容与登记的不一致，可能已损坏。请从备份恢复该文件。`);

/** Passes bytes on and fails at the end when their hash is another. */
function verifier(sha256: string): Transform {
  const hash = createHash('sha256');
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      done(hash.digest('hex') === sha256 ? null : damaged(sha256));
    },
  });
}

/** Files in a local folder, two levels deep by the first characters of the hash. */
export function localFiles(folder: string): FileStore {
  return {
    async put(bytes) {
      const sha256 = sha256Of(bytes);
      const storedAs = join(sha256.slice(0, 2), sha256);
      const path = join(folder, storedAs);
      const present = await stat(path).catch(() => null);
      if (present?.size !== bytes.length) {
        await makeFolder(dirname(path));
        await writeDurably(path, bytes);
      }
      return { sha256, bytes: bytes.length, storedAs };
    },
    async bytes(file) {
      const bytes = await readFile(join(folder, file.storedAs));
      if (sha256Of(bytes) !== file.sha256) throw damaged(file.sha256);
      return bytes;
    },
    read({ sha256, storedAs }) {
      const check = verifier(sha256);
      const source = createReadStream(join(folder, storedAs));
      source.on('error', (error) => check.destroy(error));
      check.on('close', () => source.destroy());
      return source.pipe(check);
    },
    has: async ({ storedAs }) => (await stat(join(folder, storedAs)).catch(() => null)) !== null,
    async remove({ storedAs }) {
      const path = join(folder, storedAs);
      await rm(path, { force: true });
      await sync(dirname(path)).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
      });
    },
  };
}
