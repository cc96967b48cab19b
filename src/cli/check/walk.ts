import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { extname, join, resolve, sep } from 'node:path';

/** A file to check: `named` when its own path was given, not found in a folder. */
export interface Found {
  readonly path: string;
  readonly named: boolean;
}

export interface Walk {
  readonly files: readonly Found[];
  /** Files of other kinds met in folders, by extension. */
  readonly skipped: ReadonlyMap<string, number>;
  /** Folders that could not be opened. */
  readonly closed: readonly string[];
}

const kinds: ReadonlySet<string> = new Set(['.txt', '.htm', '.html', '.docx', '.md']);

interface State {
  readonly files: Found[];
  readonly skipped: Map<string, number>;
  readonly closed: string[];
  /** Real paths of the folders met, so that linked folders are walked once and loops end. */
  readonly met: Set<string>;
}

/** Lock files of Word and WPS, and what systems hide. */
const isHidden = (name: string): boolean => name.startsWith('.') || name.startsWith('~$');

function isFolder(path: string, entry: Dirent): boolean | null {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  try {
    return statSync(path).isDirectory();
  } catch {
    return null;
  }
}

function walkFolder(folder: string, state: State): void {
  let entries: Dirent[];
  try {
    const real = realpathSync(folder);
    if (state.met.has(real)) return;
    state.met.add(real);
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    state.closed.push(folder);
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (const entry of entries) {
    if (isHidden(entry.name)) continue;
    const path = join(folder, entry.name);
    const folderBelow = isFolder(path, entry);
    const kind = extname(entry.name).toLowerCase();
    if (folderBelow) walkFolder(path, state);
    else if (folderBelow === false && kinds.has(kind)) state.files.push({ path, named: false });
    else if (folderBelow === false) state.skipped.set(kind, (state.skipped.get(kind) ?? 0) + 1);
  }
}

/**
 * The files to check under the paths given, in the order given; folders are walked in order of names, linked folders
 * once. A path that is no folder is taken as a file whatever its name: whether it can be read is told later.
 */
export function walk(paths: readonly string[]): Walk {
  const state: State = { files: [], skipped: new Map(), closed: [], met: new Set() };
  for (const path of paths) {
    let folder = false;
    try {
      folder = statSync(path).isDirectory();
    } catch {
      // Told when it is read.
    }
    if (folder) walkFolder(path.endsWith(sep) && resolve(path) !== path ? path.slice(0, -1) : path, state);
    else state.files.push({ path, named: true });
  }
  return { files: state.files, skipped: state.skipped, closed: state.closed };
}

/** pdf 2、xlsx 1: the other kinds met, most frequent first. */
export function skippedText(skipped: Walk['skipped']): string {
  return [...skipped]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 12)
    .map(([kind, count]) => `${kind === '' ? '无扩展名' : kind.slice(1)} ${count}`)
    .join('、');
}
