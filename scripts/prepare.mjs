// After every install: builds the command line and links it, so that `npx gongkai` works in this folder.
import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { markInstalled, root } from './install.mjs';

const bin = join(root, 'node_modules', '.bin');
if (existsSync(join(root, 'node_modules', 'esbuild'))) {
  await build();
  mkdirSync(bin, { recursive: true });
  chmodSync(join(root, 'bin', 'gongkai.mjs'), 0o755);
  const link = join(bin, 'gongkai');
  rmSync(link, { force: true });
  if (process.platform === 'win32')
    writeFileSync(`${link}.cmd`, '@node "%~dp0\\..\\..\\bin\\gongkai.mjs" %*\r\n');
  else symlinkSync('../../bin/gongkai.mjs', link);
  markInstalled();
}
