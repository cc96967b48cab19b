import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Style sheets as built, by file name with hash, and the manifest that maps plain names to them. */
export interface Assets {
  readonly manifest: Readonly<Record<string, string>>;
  readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

/** Where `scripts/build.mjs` puts them: beside the built program. */
export const builtAssets = (): string => fileURLToPath(new URL('./assets/', import.meta.url));

/** Reads a folder written by `buildAssets`; throws when it is not there. */
export function loadAssets(folder: string): Assets {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, string>;
  const known = new Set(Object.values(manifest));
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const name of readdirSync(folder))
    if (known.has(name)) files.set(name, new Uint8Array(readFileSync(join(folder, name))));
  return { manifest, files };
}
