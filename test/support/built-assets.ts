import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildAssets } from '../../scripts/assets.mjs';
import { fingerprint } from '../../scripts/build.mjs';

const cache = join(process.cwd(), 'node_modules', '.cache', 'gongkai-assets');

/** Builds that another test process may still read from stay. */
function removeOld(): void {
  const folders = readdirSync(cache)
    .map((name) => join(cache, name))
    .map((path) => ({ path, time: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.time - a.time);
  for (const { path } of folders.slice(6)) rmSync(path, { recursive: true, force: true });
}

/** Folder of the style sheets and scripts of the sources as they stand; built once for all test files. */
export async function builtAssets(): Promise<string> {
  const folder = join(cache, fingerprint().slice(0, 16));
  if (existsSync(folder)) return folder;
  const next = `${folder}.${process.pid}`;
  mkdirSync(next, { recursive: true });
  await buildAssets(next);
  try {
    renameSync(next, folder);
  } catch {
    // Another test process was first.
    rmSync(next, { recursive: true, force: true });
  }
  removeOld();
  return folder;
}
