// Bundles what runs in the browser: the checker's page, its two workers with the parts they load when needed, and the
// service worker that keeps them; the office's one script. Entries keep their names and get a hash; shared and lazy
// parts are chunks.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { characterMaps } from './character-maps.mjs';
import { root } from './install.mjs';
import { packedPairs } from './pairs.mjs';

const folder = join(root, 'src', 'web', 'islands', 'checker');

/** Entry points by the name they have in the manifest. */
const entries = { 'check.js': 'page.ts', 'check-desk.js': 'desk.ts', 'check-reader.js': 'reader.ts' };

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const common = (target) => ({
  bundle: true,
  platform: 'browser',
  target,
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  minify: true,
  legalComments: 'none',
  charset: 'utf8',
  write: false,
  inject: [join(root, 'src', 'web', 'islands', 'floor.ts')],
  loader: { '.bcmap': 'binary' },
  plugins: [characterMaps, packedPairs, packing],
  define: { GONGKAI_VERSION: JSON.stringify(version) },
  logLevel: 'warning',
});

/**
 * fflate is one file: what only downloads need of it would else come with what every docx needs. Those who pack get a
 * copy of their own, loaded with them.
 */
const packing = {
  name: 'packing',
  setup(build) {
    build.onResolve({ filter: /^fflate$/ }, async ({ importer, kind, resolveDir, pluginData }) => {
      if (pluginData === packing || !/\/(?:render|islands)\/.*(?:ooxml|saves)\.ts$/.test(importer))
        return null;
      const found = await build.resolve('fflate', { importer, kind, resolveDir, pluginData: packing });
      return { path: found.path, suffix: '?pack', sideEffects: found.sideEffects };
    });
  },
};

/**
 * The bundles as `{ name, file, bytes, entry, first }`: `name` is the plain name (of a chunk its file's), `first`
 * whether the page loads it before any file is dropped.
 */
export async function bundleBrowser(target) {
  const esbuild = await import('esbuild');
  const [app, worker, office] = await Promise.all([
    esbuild.build({
      ...common(target),
      entryPoints: Object.entries(entries).map(([name, file]) => ({
        in: join(folder, file),
        out: name.replace(/\.js$/, ''),
      })),
      outdir: '/out',
      entryNames: '[name].[hash]',
      chunkNames: 'check-part.[hash]',
      splitting: true,
      format: 'esm',
      metafile: true,
    }),
    esbuild.build({
      ...common(target),
      entryPoints: [join(folder, 'service-worker.ts')],
      format: 'iife',
    }),
    esbuild.build({
      ...common(target),
      entryPoints: [{ in: join(root, 'src', 'web', 'islands', 'office', 'office.ts'), out: 'office' }],
      outdir: '/out',
      entryNames: '[name].[hash]',
      format: 'iife',
    }),
  ]);
  const outputs = Object.entries(app.metafile.outputs).map(([path, output]) => ({
    file: basename(path),
    ...output,
  }));
  const first = firstParts(outputs);
  const bundles = app.outputFiles.map(({ path, contents }) => {
    const file = basename(path);
    const entry = outputs.find((output) => output.file === file)?.entryPoint;
    const name = Object.keys(entries).find((key) => entry?.endsWith(`/checker/${entries[key]}`));
    return { name: name ?? file, file, bytes: contents, first: first.has(file) };
  });
  return [
    ...bundles,
    {
      name: 'check-service-worker.js',
      file: 'check-service-worker.js',
      bytes: worker.outputFiles[0].contents,
      first: false,
    },
    {
      name: 'office.js',
      file: basename(office.outputFiles[0].path),
      bytes: office.outputFiles[0].contents,
      first: false,
    },
  ];
}

/** Everything the entries import without waiting for a file. */
function firstParts(outputs) {
  const byFile = new Map(outputs.map((output) => [output.file, output]));
  const seen = new Set();
  const visit = (file) => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const { path, kind } of byFile.get(file)?.imports ?? [])
      if (kind === 'import-statement') visit(basename(path));
  };
  for (const { file, entryPoint } of outputs)
    if (Object.values(entries).some((name) => entryPoint?.endsWith(`/checker/${name}`))) visit(file);
  return seen;
}
