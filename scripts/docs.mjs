// Writes the generated pages of docs/. `--check` writes nothing and fails when a page is not what the code says.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './install.mjs';

const pages = [
  { page: 'docs/law.md', source: 'test/support/law-page.ts', make: 'lawDocument' },
  { page: 'docs/rules.md', source: 'test/support/rule-pages.ts', make: 'rulesDocument' },
  { page: 'docs/workflow.md', source: 'test/support/workflow-page.ts', make: 'workflowDocument' },
];

/** The bundle stands beside its source, which finds its files by its own address. */
async function textOf({ source, make }) {
  const { build } = await import('esbuild');
  const file = join(root, dirname(source), `.docs.${process.pid}.mjs`);
  try {
    await build({
      entryPoints: [join(root, source)],
      outfile: file,
      bundle: true,
      format: 'esm',
      platform: 'node',
      external: ['vitest'],
      logLevel: 'warning',
    });
    return (await import(`${pathToFileURL(file).href}?${make}`))[make]();
  } finally {
    rmSync(file, { force: true });
  }
}

const check = process.argv.includes('--check');
let stale = 0;
for (const entry of pages) {
  const path = join(root, entry.page);
  const text = await textOf(entry);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : null;
  if (text === before) continue;
  stale += 1;
  if (check) console.error(`${entry.page} 与代码不一致，请运行 npm run docs。`);
  else writeFileSync(path, text);
}
if (check && stale > 0) process.exitCode = 1;
