import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    exclude: ['test/long/**', 'node_modules/**'],
    globalSetup: ['test/support/postgres.ts'],
    pool: 'forks',
    // Most of a file's time went into loading the same modules again: files share them, and two run side by side.
    isolate: false,
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
