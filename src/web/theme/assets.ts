import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file as built, and the same packed where that is smaller. */
export interface Asset {
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly br: Uint8Array<ArrayBuffer> | null;
  readonly gzip: Uint8Array<ArrayBuffer> | null;
}

/** Style sheets and scripts by file name with hash, and the manifest that maps plain names to them. */
export interface Assets {
  readonly manifest: Readonly<Record<string, string>>;
  readonly files: ReadonlyMap<string, Asset>;
}

/** Where `scripts/build.mjs` puts them: beside the built program. */
export const builtAssets = (): string => fileURLToPath(new URL('./assets/', import.meta.url));

function bytesOf(path: string): Uint8Array<ArrayBuffer> | null {
  return existsSync(path) ? new Uint8Array(readFileSync(path)) : null;
}

/** Reads a folder written by `buildAssets`; throws when it is not there. */
export function loadAssets(folder: string): Assets {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, string>;
  const files = new Map<string, Asset>();
  for (const name of Object.values(manifest)) {
    const path = join(folder, name);
    const plain = new Uint8Array(readFileSync(path));
    files.set(name, { plain, br: bytesOf(`${path}.br`), gzip: bytesOf(`${path}.gz`) });
  }
  return { manifest, files };
}
