import { randomUUID } from 'node:crypto';
import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { isAlive, startOf } from './process-table.ts';

export interface Owner {
  readonly pid: number;
  readonly started: string;
  readonly host: string;
  readonly token: string;
}

export interface OwnerLock {
  readonly owner: Owner;
  release(): void;
}

const beatMs = 5_000;
/** An owner on another machine or in another container cannot be looked up: it counts as gone after this silence. */
const silentMs = 20_000;

function readOwner(path: string): Owner | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Owner;
  } catch {
    return null;
  }
}

function isHeld(path: string, owner: Owner): boolean {
  if (owner.host === hostname()) return isAlive(owner.pid) && startOf(owner.pid) === owner.started;
  try {
    return Date.now() - statSync(path).mtimeMs < silentMs;
  } catch {
    return false;
  }
}

/** Puts a dead owner's lock aside; when it was replaced by a living one meanwhile, that one is put back. */
function setAside(path: string, dead: Owner | null): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const moved = readOwner(aside);
  if (moved !== null && moved.token !== dead?.token) {
    try {
      linkSync(aside, path);
    } catch {
      // A third one was quicker: the caller looks again.
    }
  }
  rmSync(aside, { force: true });
}

/**
 * Makes this process the one owner of what stands beside the lock file, or tells who is. The lock outlives
 * kill -9 harmlessly: an owner is its number and its start time, so a dead one is known for dead.
 */
export function acquireLock(path: string): OwnerLock | { readonly heldBy: Owner } {
  mkdirSync(dirname(path), { recursive: true });
  const owner: Owner = {
    pid: process.pid,
    started: startOf(process.pid),
    host: hostname(),
    token: randomUUID(),
  };
  const draft = `${path}.${owner.token}`;
  writeFileSync(draft, JSON.stringify(owner), { mode: 0o600 });
  try {
    for (;;) {
      try {
        linkSync(draft, path);
        return hold(path, owner);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const present = readOwner(path);
      if (present !== null && isHeld(path, present)) return { heldBy: present };
      setAside(path, present);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

function hold(path: string, owner: Owner): OwnerLock {
  const beat = setInterval(() => {
    try {
      utimesSync(path, new Date(), new Date());
    } catch {
      // The folder is gone; the server's own files tell that louder.
    }
  }, beatMs);
  beat.unref();
  return {
    owner,
    release() {
      clearInterval(beat);
      if (readOwner(path)?.token === owner.token) rmSync(path, { force: true });
    },
  };
}
