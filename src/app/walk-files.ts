import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Files a folder is searched for; a file named outright is taken whatever its name. */
const reportFile = /\.(?:txt|md|x?html?|shtml|docx)$/i;

type Tell = (path: string, error: unknown) => void;

const told =
  (path: string, unreadable: Tell) =>
  (error: unknown): null => {
    unreadable(path, error);
    return null;
  };

/**
 * Every report file under the paths, in the order given, within a folder by name. Links are followed, a folder
 * that was visited is not entered again, and what cannot be opened is told to `unreadable`.
 */
export async function* walkFiles(
  paths: readonly string[],
  unreadable: Tell = () => {},
): AsyncGenerator<string> {
  const visited = new Set<string>();
  for (const path of paths) {
    const found = await stat(path).catch(told(path, unreadable));
    if (!found) continue;
    if (found.isDirectory()) yield* walkFolder(path, visited, unreadable);
    else yield path;
  }
}

async function* walkFolder(top: string, visited: Set<string>, unreadable: Tell): AsyncGenerator<string> {
  // A stack of our own: a chain of folders as deep as a path may be long must not exhaust the call stack.
  const waiting = [top];
  while (waiting.length > 0) {
    const path = waiting.pop()!;
    const found = await stat(path).catch(told(path, unreadable));
    if (!found) continue;
    if (found.isFile()) {
      if (path === top || reportFile.test(path)) yield path;
      continue;
    }
    if (!found.isDirectory()) continue;
    const real = await realpath(path);
    if (visited.has(real)) continue;
    visited.add(real);
    const names = await readdir(path).catch(told(path, unreadable));
    for (const name of (names ?? []).sort().reverse())
      if (!/^(\.|~\$)/.test(name)) waiting.push(join(path, name));
  }
}
