import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { extname, join, resolve, sep } from 'node:path';
import { isHiddenName, isReportFile } from '../report/batch/kinds.ts';

/** A file to read: `named` when its own path was given, not found in a folder. */
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

interface State {
  readonly files: Found[];
  readonly skipped: Map<string, number>;
  readonly closed: string[];
  /** Real paths of the folders met, so that linked folders are walked once and loops end. */
  readonly met: Set<string>;
}

function kindOf(path: string, entry: Dirent): 'folder' | 'file' | null {
  if (!entry.isSymbolicLink()) return entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : null;
  try {
    const stat = statSync(path);
    return stat.isDirectory() ? 'folder' : stat.isFile() ? 'file' : null;
  } catch {
    // A link that leads nowhere is told when it is read.
    return 'file';
  }
}

function entriesOf(folder: string, state: State): readonly Dirent[] {
  try {
    const real = realpathSync(folder);
    if (state.met.has(real)) return [];
    state.met.add(real);
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : a.name > b.name ? 1 : 0,
    );
  } catch {
    state.closed.push(folder);
    return [];
  }
}

function take(path: string, name: string, state: State): void {
  const kind = extname(name).toLowerCase();
  if (isReportFile(name)) state.files.push({ path, named: false });
  else state.skipped.set(kind, (state.skipped.get(kind) ?? 0) + 1);
}

/** A stack of our own: a chain of folders as deep as a path may be long must not exhaust the call stack. */
function walkFolder(top: string, state: State): void {
  const waiting: Iterator<Dirent>[] = [];
  const folders: string[] = [];
  const enter = (folder: string): void => {
    folders.push(folder);
    waiting.push(entriesOf(folder, state)[Symbol.iterator]());
  };
  enter(top);
  while (waiting.length > 0) {
    const { done, value: entry } = waiting.at(-1)!.next();
    if (done) {
      waiting.pop();
      folders.pop();
      continue;
    }
    if (isHiddenName(entry.name)) continue;
    const path = join(folders.at(-1)!, entry.name);
    const kind = kindOf(path, entry);
    if (kind === 'folder') enter(path);
    else if (kind === 'file') take(path, entry.name, state);
  }
}

/**
 * The files to read under the paths given, in the order given; folders are walked in order of names, linked folders
 * once. A path that is no folder is taken as a file whatever its name: whether it can be read is told later.
 */
export function walkFiles(paths: readonly string[]): Walk {
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
