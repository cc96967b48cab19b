import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testStore } from '../../../test/support/database.ts';
import { layoutNamed } from '../../../test/support/layouts.ts';
import { cleanSample } from '../../../test/support/sample-prose.ts';
import { filesOf, rowsOf, shapeOf } from '../../../test/support/whole-system.ts';
import { prepareHome } from '../../store/embedded/index.ts';
import { clearRemains, createCluster, spawnServer, waitReady } from '../../store/embedded/server.ts';
import { openStore, type Store } from '../../store/store.ts';
import { importReport } from '../commands/import-report.ts';
import { sealEvents } from '../commands/seal-events.ts';
import { appContext } from '../context.ts';
import { verifyChains } from '../queries/audit.ts';
import { backUp } from './back-up.ts';
import { restore } from './restore.ts';

/** The system's own PostgreSQL (Debian keeps them by major version), for moving between versions. */
const systemFolder = '/usr/lib/postgresql';
const installed = existsSync(systemFolder)
  ? readdirSync(systemFolder).filter((name) => existsSync(join(systemFolder, name, 'bin', 'initdb')))
  : [];
const major = installed.sort((a, b) => Number(a) - Number(b))[0];

const work = mkdtempSync(join(tmpdir(), 'gongkai-versions-'));
chmodSync(work, 0o755);
const home = prepareHome(join(work, 'server'));
const url = (database: string) => `postgres://gongkai@localhost/${database}?host=${home.socket}`;
const stores: Store[] = [];
const versionOf = async (store: Store): Promise<number> => {
  const { rows } = await sql<{ n: string }>`select current_setting('server_version_num') as n`.execute(
    store.database,
  );
  return Math.floor(Number(rows[0]!.n) / 10_000);
};

beforeAll(async () => {
  if (major === undefined) return;
  const folder = join(systemFolder, major, 'bin');
  const binaries = {
    folder,
    initdb: join(folder, 'initdb'),
    postgres: join(folder, 'postgres'),
    version: major,
  };
  createCluster(home, binaries);
  if (!(await waitReady(home, spawnServer(home, binaries, { fsync: 'off' }))))
    throw new Error(`PostgreSQL ${major} did not start, see ${home.log}`);
  const client = new pg.Client({ connectionString: url('postgres') });
  await client.connect();
  await client.query('create database gongkai');
  await client.end();
});
afterAll(async () => {
  for (const store of stores) await store.close();
  await clearRemains(home);
  for (const path of [home.folder, home.socket, work]) rmSync(path, { recursive: true, force: true });
});

describe.skipIf(major === undefined)(
  `a backup between the embedded server and a DATABASE_URL server of PostgreSQL ${major ?? '(none is installed here)'}`,
  () => {
    it('is the same system there and back again', async () => {
      const embedded = await testStore();
      stores.push(embedded);
      for (const year of [2022, 2023])
        await importReport(appContext(embedded), {
          bytes: Buffer.from(layoutNamed('tab').write(cleanSample('2021', year))),
          path: `${year}.txt`,
        });
      await sealEvents(appContext(embedded));
      await backUp(embedded, join(work, 'there'));

      const server = await openStore({ dataFolder: join(work, 'data'), databaseUrl: url('gongkai') });
      stores.push(server);
      expect(await versionOf(server)).toBe(Number(major));
      expect(await versionOf(embedded)).toBeGreaterThan(Number(major));
      await restore(server, join(work, 'there'));
      expect(await rowsOf(server.database)).toEqual(await rowsOf(embedded.database));
      expect(await filesOf(server)).toEqual(await filesOf(embedded));
      for await (const { faults } of verifyChains(appContext(server))) expect(faults).toEqual([]);

      await backUp(server, join(work, 'back'));
      const back = await testStore();
      stores.push(back);
      await restore(back, join(work, 'back'));
      expect(await rowsOf(back.database)).toEqual(await rowsOf(embedded.database));
      expect(await shapeOf(back.database)).toEqual(await shapeOf(embedded.database));
    });
  },
);
