// `npm test`: installs what is missing, then format and lint, types, generated documents, build, all tests.
// `--long` runs what is longer by nature. The last line is `N passed, N failed, N skipped`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { install, root, run } from './install.mjs';

const long = process.argv.includes('--long');
const has = (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

function installBrowser() {
  const wanted = [];
  if (!has('chromium') && !has('chromium-browser') && !has('google-chrome')) wanted.push('chromium');
  if (!(has('fc-list') && spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout.trim()))
    wanted.push('fonts-noto-cjk');
  if (wanted.length === 0) return;
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) {
    console.log(`未找到 ${wanted.join('、')}：浏览器测试将跳过。请由管理员安装后再运行。`);
    return;
  }
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], { check: false, env: environment });
  const code = run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...wanted], {
    check: false,
    env: environment,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (code !== 0) console.log(`${wanted.join('、')} 未能安装：浏览器测试将跳过。`);
}

install();
installBrowser();
const tool = (name) => join(root, 'node_modules', '.bin', name);
const steps = long
  ? []
  : [
      ['格式与规范', tool('biome'), ['ci', '.']],
      ['类型', tool('tsc'), ['--noEmit']],
      ['生成的文档', process.execPath, [join(root, 'scripts', 'docs.mjs'), '--check']],
    ];
let failed = 0;
for (const [name, command, args] of steps) {
  console.log(`\n— ${name}`);
  if (run(command, args, { check: false }) !== 0) failed += 1;
}
const { build } = await import('./build.mjs');
await build();

const scratch = mkdtempSync(join(tmpdir(), 'gongkai-test-'));
const output = join(scratch, 'results.json');
const config = long ? 'vitest.long.config.ts' : 'vitest.config.ts';
const code = run(
  tool('vitest'),
  ['run', '--config', config, '--reporter=default', '--reporter=json', `--outputFile.json=${output}`],
  { check: false },
);
const results = existsSync(output) ? JSON.parse(readFileSync(output, 'utf8')) : null;
rmSync(scratch, { recursive: true, force: true });
const passed = (results?.numPassedTests ?? 0) + steps.length - failed;
const skipped = (results?.numPendingTests ?? 0) + (results?.numTodoTests ?? 0);
failed += results?.numFailedTests ?? 1;
if (code !== 0 && failed === 0) failed = 1;
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed === 0 ? 0 : 1);
