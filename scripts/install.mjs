// Brings node_modules in line with the lockfile; does nothing when it already is. Uses only what Node ships.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

const stamp = join(root, 'node_modules', '.gongkai-installed');

function fingerprint() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(`${process.platform} ${process.arch} ${process.versions.modules}`)
    .digest('hex');
}

export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(
    `公开需要 Node.js 20.19 或更高版本，本机是 ${process.versions.node}。请升级 Node.js 后再运行。`,
  );
  process.exit(1);
}

/** Runs a program with its output on ours; exits with its code when it fails and `check` is set. */
export function run(command, args, { check = true, ...options } = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (result.error) throw result.error;
  if (check && result.status !== 0) process.exit(result.status ?? 1);
  return result.status ?? 1;
}

function npm(args) {
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js') || script?.endsWith('.cjs')) run(process.execPath, [script, ...args]);
  else run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { shell: process.platform === 'win32' });
}

/** Called once an install is complete, also by npm's own `prepare`. */
export const markInstalled = () => writeFileSync(stamp, fingerprint());

export function install() {
  requireNode();
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('正在安装所需的软件包（首次约需一两分钟）……');
  npm(['ci', '--include=dev', '--no-audit', '--no-fund']);
  markInstalled();
}
