// `npm run bench [-- --reports N] [-- --check | --backup | --pages | --applications | --campaign [small]]`: builds,
// generates what is to be measured, measures, writes bench/results.json; a part alone leaves the other figures as they were.
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './install.mjs';

const { build } = await import('./build.mjs');
await build();

const out = join(root, 'bench', 'work', 'bench.mjs');
mkdirSync(join(root, 'bench', 'work'), { recursive: true });
const esbuild = await import('esbuild');
await esbuild.build({
  entryPoints: { bench: join(root, 'bench', 'run.ts'), floor: join(root, 'bench', 'floor.ts') },
  outdir: join(root, 'bench', 'work'),
  outExtension: { '.js': '.mjs' },
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  packages: 'external',
  // They find the project by where they stand; from bench/work they are as far as from test/support.
  external: ['../../scripts/*'],
  logLevel: 'warning',
});
const migrations = join(root, 'bench', 'work', 'migrations');
rmSync(migrations, { recursive: true, force: true });
cpSync(join(root, 'src', 'store', 'migrations'), migrations, { recursive: true });
run(process.execPath, [out, ...process.argv.slice(2)]);
