import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Files a folder is searched for; a file named outright is taken whatever its name. */
const reportFile = /\.(?:txt|md|x?html?|shtml|docx)$/i;

/**
 * Every report file under the paths, in the order given, within a folder by name. Links are followed, a folder
 * that was visited is not entered again, and what cannot be opened is told to `unreadable`.
 */
export async function* walkFiles(
  paths: readonly string[],
  unreadable: (path: string, error: unknown) => void = () => {},
): AsyncGenerator<string> {
  const visited = new Set<string>();
  for (const path of paths) {
    const found = await stat(path).catch((error: unknown) => unreadable(path, error));
    if (!found) continue;
    if (found.isDirectory()) yield* walkFolder(path, visited, unreadable);
    else yield path;
  }
}

async function* walkFolder(
  top: string,
  visited: Set<string>,
  unreadable: (path: string, error: unknown) => void,
): AsyncGenerator<string> {
  // A stack of our own: a chain of folders as deep as a path may be long must not exhaust the call stack.
  const waiting = [top];
  while (waiting.length > 0) {
    const path = waiting.pop()!;
    const found = await stat(path).catch((error: unknown) => unreadable(path, error));
    if (!found) continue;
    if (found.isFile()) {
      if (path === top || reportFile.test(path)) yield path;
      continue;
    }
    if (!found.isDirectory()) continue;
    const real = await realpath(path);
    if (visited.has(real)) continue;
    visited.add(real);
    const names = await readdir(path).catch((error: unknown) => unreadable(path, error));
    for (const name of (names ?? []).sort().reverse())
      if (!name.startsWith('.')) waiting.push(join(path, name));
  }
}
