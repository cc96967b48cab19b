// Compiles the style sheets of src/web/theme/css to <name>.<hash>.css with a manifest beside them.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';

/** The oldest browser offices still run (architecture.md, decision 6). */
export const browserFloor = ['chrome86'];

const folder = join(root, 'src', 'web', 'theme', 'css');

/** Style sheets by name: every file of the folder that is no partial. */
export async function compileStyles() {
  const [sass, esbuild] = await Promise.all([import('sass'), import('esbuild')]);
  const styles = {};
  for (const file of readdirSync(folder).sort()) {
    if (!/^[a-z][a-z-]*\.scss$/.test(file)) continue;
    const { css } = sass.compile(join(folder, file), {
      loadPaths: [join(root, 'node_modules')],
      quietDeps: true,
      silenceDeprecations: ['import', 'global-builtin', 'color-functions', 'if-function'],
    });
    const { code } = await esbuild.transform(css, { loader: 'css', minify: true, target: browserFloor });
    styles[file.replace('.scss', '')] = code;
  }
  return styles;
}

/** Writes them to `outDir`; returns the manifest { "portal.css": "portal.<hash>.css" }. */
export async function buildAssets(outDir) {
  mkdirSync(outDir, { recursive: true });
  const manifest = {};
  for (const [name, code] of Object.entries(await compileStyles())) {
    const hash = createHash('sha256').update(code).digest('hex').slice(0, 10);
    manifest[`${name}.css`] = `${name}.${hash}.css`;
    writeFileSync(join(outDir, manifest[`${name}.css`]), code);
  }
  writeFileSync(join(outDir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}
