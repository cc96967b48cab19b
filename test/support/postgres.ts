import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { prepareHome } from '../../src/store/embedded/index.ts';
import { clearRemains } from '../../src/store/embedded/server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgresFolder: string;
  }
}

/**
 * Names the folder of the one PostgreSQL that a test run shares. It is started by the first test file that asks for
 * a database (test/support/database.ts), so that runs without one do not pay for it, and ended here.
 */
export default function setup(project: TestProject): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-test-'));
  chmodSync(folder, 0o755);
  project.provide('postgresFolder', folder);
  return async () => {
    if (existsSync(join(folder, 'postgres.json'))) {
      const home = prepareHome(folder);
      await clearRemains(home);
      rmSync(home.folder, { recursive: true, force: true });
      rmSync(home.socket, { recursive: true, force: true });
    }
    rmSync(folder, { recursive: true, force: true });
  };
}
