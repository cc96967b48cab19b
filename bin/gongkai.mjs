#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs';

const current = new URL('../dist/current', import.meta.url);
if (!existsSync(current)) {
  const { install } = await import('../scripts/install.mjs');
  install();
  const { build } = await import('../scripts/build.mjs');
  await build();
}
await import(new URL(`../dist/${readFileSync(current, 'utf8')}/main.js`, import.meta.url).href);
