import { createHash } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { canWalkTo, type ServerAccount, serverAccount } from './account.ts';

/** Where the embedded server of a data folder keeps its things. */
export interface Home {
  readonly folder: string;
  readonly cluster: string;
  /** Folder of the Unix socket; nobody but the server's account and root may enter it. */
  readonly socket: string;
  readonly log: string;
  readonly lock: string;
  readonly account: ServerAccount | null;
  /** True when it lies outside the data folder, because the server's account cannot walk there. */
  readonly elsewhere: boolean;
}

const systemFolder = '/var/lib/gongkai';
/** Longest path of a Unix socket on the systems we run on (104 bytes on macOS, its own name included). */
const longestSocketFolder = 84;

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

function remembered(dataFolder: string): string | null {
  try {
    return (JSON.parse(readFileSync(join(dataFolder, 'postgres.json'), 'utf8')) as { home: string }).home;
  } catch {
    return null;
  }
}

/**
 * Finds or makes the home of the data folder's server and remembers it in `postgres.json` there. As root under a
 * private folder (0700, such as /root) it lies in /var/lib/gongkai, since initdb would say Permission denied.
 */
export function prepareHome(dataFolder: string): Home {
  mkdirSync(dataFolder, { recursive: true });
  const data = realpathSync(dataFolder);
  const inside = join(data, 'postgres');
  const known = remembered(data);
  const account = serverAccount(join(known ?? inside, 'cluster'));
  const folder =
    known !== null && canWalkTo(known, account)
      ? known
      : canWalkTo(data, account)
        ? inside
        : join(systemFolder, shortHash(data));
  const elsewhere = folder !== inside;
  if (elsewhere) mkdirSync(systemFolder, { recursive: true, mode: 0o755 });
  if (elsewhere && known === null) setAside(folder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account) chownSync(folder, account.uid, account.gid);
  if (known !== folder) writeFileSync(join(data, 'postgres.json'), `${JSON.stringify({ home: folder })}\n`);
  return {
    folder,
    cluster: join(folder, 'cluster'),
    socket: socketFolder(folder, account),
    log: join(folder, 'postgres.log'),
    lock: join(folder, 'owner.lock'),
    account,
    elsewhere,
  };
}

/** The data folder was removed and is begun anew: the cluster of the old one is kept, under another name. */
function setAside(folder: string): void {
  if (existsSync(join(folder, 'cluster', 'PG_VERSION'))) renameSync(folder, `${folder}.${Date.now()}`);
}

function socketFolder(folder: string, account: ServerAccount | null): string {
  const inside = join(folder, 'run');
  const socket =
    Buffer.byteLength(inside) <= longestSocketFolder
      ? inside
      : resolve('/tmp', `gongkai-${shortHash(folder)}`);
  mkdirSync(socket, { recursive: true, mode: 0o700 });
  if (account) chownSync(socket, account.uid, account.gid);
  return socket;
}
