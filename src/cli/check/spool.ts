import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Entries of a batch set aside until all files are read: a nameless temporary file, so memory stays flat and nothing
 * is left behind however the program ends. Small batches never touch the disk.
 */
export class Spool {
  #handle: number | null = null;
  #end = 0;
  readonly #places = new Map<number, { at: number; length: number }>();
  readonly #kept = new Map<number, Uint8Array>();
  #keptBytes = 0;

  static readonly keep = 32 * 1024 * 1024;

  set(index: number, entry: Uint8Array): void {
    const before = this.#kept.get(index);
    if (before !== undefined || this.#keptBytes + entry.length <= Spool.keep) {
      this.#keptBytes += entry.length - (before?.length ?? 0);
      this.#kept.set(index, entry);
      return;
    }
    this.#handle ??= this.#open();
    for (let done = 0; done < entry.length; )
      done += writeSync(this.#handle, entry, done, entry.length - done, this.#end + done);
    this.#places.set(index, { at: this.#end, length: entry.length });
    this.#end += entry.length;
  }

  get(index: number): Uint8Array {
    const kept = this.#kept.get(index);
    if (kept !== undefined) return kept;
    const place = this.#places.get(index);
    if (place === undefined || this.#handle === null) return new Uint8Array(0);
    const entry = new Uint8Array(place.length);
    for (let done = 0; done < entry.length; ) {
      const count = readSync(this.#handle, entry, done, entry.length - done, place.at + done);
      if (count === 0) break;
      done += count;
    }
    return entry;
  }

  #open(): number {
    const folder = mkdtempSync(join(tmpdir(), 'gongkai-'));
    const handle = openSync(join(folder, 'entries'), 'w+', 0o600);
    try {
      rmSync(folder, { recursive: true });
    } catch {
      // Where an open file cannot be removed, the system clears its temporary folder.
    }
    return handle;
  }

  close(): void {
    if (this.#handle !== null) closeSync(this.#handle);
    this.#handle = null;
  }
}
