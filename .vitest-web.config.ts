import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['test/e2e/zz-shoot.test.ts'], root: '/work/main', globalSetup: ['/work/main/test/support/postgres.ts'], 
    
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
