// `npm run bench [-- --reports N]`: builds, generates what is to be measured, measures, writes bench/results.json.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './install.mjs';

const { build } = await import('./build.mjs');
await build();

const out = join(root, 'bench', 'work', 'bench.mjs');
mkdirSync(join(root, 'bench', 'work'), { recursive: true });
const esbuild = await import('esbuild');
await esbuild.build({
  entryPoints: [join(root, 'bench', 'run.ts')],
  outfile: out,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  packages: 'external',
  logLevel: 'warning',
});
run(process.execPath, [out, ...process.argv.slice(2)]);
