import type { Readable, Writable } from 'node:stream';

/** Where a command reads its surroundings from and writes to; tests give their own. */
export interface Io {
  /** With `fd` it writes to the system and keeps nothing of what that has taken. */
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly fd?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean };
  /** Standard input; only commands that read `-` look at it. */
  readonly stdin?: Readable;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
}

/** Writes and waits while the reader is slower than we are, so that output of any size needs no memory. */
export function write(stream: Writable, text: string | Uint8Array): Promise<void> | void {
  if (stream.write(text) || stream.destroyed) return;
  return new Promise((resolve) => {
    const done = () => {
      stream.off('drain', done).off('close', done).off('error', done);
      resolve();
    };
    stream.on('drain', done).on('close', done).on('error', done);
  });
}
