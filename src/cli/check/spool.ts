import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where an entry lies in the spool. */
export interface Stretch {
  readonly at: number;
  readonly length: number;
}

/** What the threads of a batch share of its spool: each puts its entries there itself. */
export interface SharedSpool {
  readonly memory: SharedArrayBuffer;
  /** Bytes taken so far, one 64-bit number. */
  readonly end: SharedArrayBuffer;
  /** Of the file; null while there is none. A file belongs to the process, so every thread may use it. */
  readonly handle: number | null;
}

/** A file without a name, so that nothing is left behind however the program ends. */
function openNameless(): number {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-'));
  const handle = openSync(join(folder, 'entries'), 'w+', 0o600);
  try {
    rmSync(folder, { recursive: true });
  } catch {
    // Where an open file cannot be removed, the system clears its temporary folder.
  }
  return handle;
}

/**
 * Entries of a batch set aside until all files are read: what does not fit in `keep` bytes goes to a temporary file,
 * so memory stays flat. Small batches never touch the disk.
 */
export class Spool {
  readonly #memory: Uint8Array;
  readonly #end: BigUint64Array;
  #handle: number | null;

  static readonly keep = 32 * 1024 * 1024;

  constructor(shared?: SharedSpool) {
    const { memory, end, handle } = shared ?? {
      memory: new SharedArrayBuffer(Spool.keep),
      end: new SharedArrayBuffer(8),
      handle: null,
    };
    this.#memory = new Uint8Array(memory);
    this.#end = new BigUint64Array(end);
    this.#handle = handle;
  }

  /** For other threads; with a file, for they could not tell each other of one opened later. */
  share(): SharedSpool {
    this.#handle ??= openNameless();
    return {
      memory: this.#memory.buffer as SharedArrayBuffer,
      end: this.#end.buffer as SharedArrayBuffer,
      handle: this.#handle,
    };
  }

  /** Sets entries aside, end to end; each may be copied by itself. */
  add(entries: Uint8Array): Stretch {
    const { length } = entries;
    const at = Number(Atomics.add(this.#end, 0, BigInt(length)));
    // What has room is there, although the file may have it too: where an entry lies tells where to find it.
    if (at < Spool.keep) this.#memory.set(entries.subarray(0, Spool.keep - at), at);
    if (at + length > Spool.keep) {
      this.#handle ??= openNameless();
      for (let done = 0; done < length; )
        done += writeSync(this.#handle, entries, done, length - done, at + done);
    }
    return { at, length };
  }

  /** Copies an entry into `target`, from its `from` on. */
  copy({ at, length }: Stretch, target: Uint8Array, from: number): void {
    if (at + length <= Spool.keep) target.set(this.#memory.subarray(at, at + length), from);
    else
      for (let done = 0; done < length; ) {
        const count = readSync(this.#handle!, target, from + done, length - done, at + done);
        if (count === 0) throw new Error('临时文件不完整。');
        done += count;
      }
  }

  close(): void {
    if (this.#handle !== null) closeSync(this.#handle);
    this.#handle = null;
  }
}
