import { spawnSync } from 'node:child_process';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** The account PostgreSQL runs under when the app itself runs as root, which PostgreSQL refuses to do. */
export interface ServerAccount {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const ownName = 'gongkai';

function accounts(): ServerAccount[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name, , uid, gid]) => ({ name: name!, uid: Number(uid), gid: Number(gid) }));
}

/**
 * Null when not root: the server then runs as the caller. As root: the owner of an existing cluster, else the
 * account `gongkai`, made when missing; where none can be made, the system's `postgres`.
 */
export function serverAccount(cluster: string): ServerAccount | null {
  if (process.getuid?.() !== 0) return null;
  const owner = ownerOf(cluster);
  if (owner !== null && owner.uid !== 0) return owner;
  const find = (name: string) => accounts().find((account) => account.name === name);
  const known = find(ownName);
  if (known) return known;
  spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', ownName]);
  const made = find(ownName) ?? find('postgres');
  if (made) return made;
  throw new Error('以 root 运行时，内置数据库需要一个普通系统账户。请执行 useradd --system gongkai 后重试。');
}

function ownerOf(path: string): ServerAccount | null {
  try {
    const { uid, gid } = statSync(path);
    return { name: String(uid), uid, gid };
  } catch {
    return null;
  }
}

/** Whether the account may walk down to `path`, or to the nearest folder of it that exists. */
export function canWalkTo(path: string, account: ServerAccount | null): boolean {
  if (account === null) return true;
  let folder = nearestExisting(resolve(path));
  for (;;) {
    const { mode, uid, gid } = statSync(folder);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    const parent = dirname(folder);
    if (parent === folder) return true;
    folder = parent;
  }
}

function nearestExisting(path: string): string {
  for (let folder = path; ; folder = dirname(folder)) {
    try {
      return realpathSync(folder);
    } catch {
      if (dirname(folder) === folder) return folder;
    }
  }
}
