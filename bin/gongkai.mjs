#!/usr/bin/env node
import { existsSync } from 'node:fs';

const built = new URL('../dist/main.js', import.meta.url);
if (!existsSync(built)) {
  const { install } = await import('../scripts/install.mjs');
  install();
  const { build } = await import('../scripts/build.mjs');
  await build();
}
await import(built.href);
