// Compiles the style sheets of src/web/theme/css and bundles what runs in the browser, each to <name>.<hash> with a
// manifest beside them.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { bundleBrowser } from './browser.mjs';
import { root } from './install.mjs';

/** The oldest browser offices still run (architecture.md, decision 6). */
export const browserFloor = ['chrome86'];

const folder = join(root, 'src', 'web', 'theme', 'css');

/** Of Bootstrap's parts these are used on no page. */
export const unusedParts =
  /\.(?:form-control-(?:plaintext|sm|lg|color)|form-select-(?:sm|lg)|form-switch|form-check-(?:inline|reverse)|btn-(?:check|lg)|visually-hidden-focusable)\b/;

/** The same sheet without rules of unused parts and without Bootstrap's properties that no rule reads. */
function trimmed(postcss, css) {
  const root = postcss.parse(css);
  root.walkRules((rule) => {
    const kept = rule.selectors.filter((selector) => !unusedParts.test(selector));
    if (kept.length === 0) rule.remove();
    else if (kept.length < rule.selectors.length) rule.selectors = kept;
  });
  for (let before = 0; before !== root.toString().length; ) {
    const text = root.toString();
    before = text.length;
    const read = new Set([...text.matchAll(/var\((--bs-[\w-]+)/g)].map((match) => match[1]));
    root.walkDecls(/^--bs-/, (declaration) => {
      if (!read.has(declaration.prop)) declaration.remove();
    });
  }
  return root.toString();
}

/** Style sheets by name: every file of the folder that is no partial. */
export async function compileStyles() {
  const [sass, esbuild, { default: postcss }] = await Promise.all([
    import('sass'),
    import('esbuild'),
    import('postcss'),
  ]);
  const styles = {};
  for (const file of readdirSync(folder).sort()) {
    if (!/^[a-z][a-z-]*\.scss$/.test(file)) continue;
    const { css } = sass.compile(join(folder, file), {
      loadPaths: [join(root, 'node_modules')],
      quietDeps: true,
      silenceDeprecations: ['import', 'global-builtin', 'color-functions', 'if-function'],
    });
    const { code } = await esbuild.transform(trimmed(postcss, css), {
      loader: 'css',
      minify: true,
      target: browserFloor,
    });
    styles[file.replace('.scss', '')] = code;
  }
  return styles;
}

/** Packed beside the file where that makes it smaller, so that nothing is packed again at every request. */
function writePacked(path, bytes) {
  writeFileSync(path, bytes);
  const packings = [
    ['.gz', gzipSync(bytes, { level: 9 })],
    ['.br', brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })],
  ];
  for (const [ending, packed] of packings)
    if (packed.length < bytes.length) writeFileSync(path + ending, packed);
}

const hashOf = (code) => createHash('sha256').update(code).digest('hex').slice(0, 10);

/**
 * Writes style sheets and browser bundles to `outDir` with the manifest { "portal.css": "portal.<hash>.css" }, which
 * it returns. Chunks that only bundles load stand in it under their own names. `first.json` lists the bundles that the
 * checker loads before a file is dropped.
 */
export async function buildAssets(outDir) {
  mkdirSync(outDir, { recursive: true });
  const manifest = {};
  const [styles, bundles] = await Promise.all([compileStyles(), bundleBrowser(browserFloor)]);
  for (const [name, code] of Object.entries(styles)) {
    manifest[`${name}.css`] = `${name}.${hashOf(code)}.css`;
    writePacked(join(outDir, manifest[`${name}.css`]), Buffer.from(code));
  }
  for (const { name, file, bytes } of bundles) {
    manifest[name] = file;
    writePacked(join(outDir, file), bytes);
  }
  const first = bundles.filter((bundle) => bundle.first).map(({ file }) => file);
  writeFileSync(join(outDir, 'first.json'), `${JSON.stringify(first)}\n`);
  writeFileSync(join(outDir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}
