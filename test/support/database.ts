import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { findBinaries, prepareHome } from '../../src/store/embedded/index.ts';
import { waitUntil } from '../../src/store/embedded/process-table.ts';
import { createCluster, spawnServer, waitReady } from '../../src/store/embedded/server.ts';
import { localFiles } from '../../src/store/files.ts';
import { newId } from '../../src/store/ids.ts';
import { type Migration, migrate } from '../../src/store/migrate.ts';
import { type Store, storeOf } from '../../src/store/store.ts';
import './postgres.ts';

const template = 'gongkai_template';

interface Server {
  readonly host: string;
  readonly port: number;
  readonly user: string;
}

/** Starts the shared server, or waits for the test file that does. */
async function sharedServer(folder: string): Promise<Server> {
  const ready = join(folder, 'ready.json');
  try {
    mkdirSync(join(folder, 'starting'));
  } catch {
    if (!(await waitUntil(() => existsSync(ready), 60_000, 20)))
      throw new Error('The PostgreSQL of this test run did not start.');
    return JSON.parse(readFileSync(ready, 'utf8')) as Server;
  }
  const home = prepareHome(folder);
  const binaries = findBinaries(home.account);
  if (binaries === null) throw new Error('No PostgreSQL binaries are installed for this platform.');
  createCluster(home, binaries);
  const settings = {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: '200',
  };
  if (!(await waitReady(home, spawnServer(home, binaries, settings))))
    throw new Error(`PostgreSQL did not start, see ${home.log}`);
  const server = { host: home.socket, port: 5432, user: 'gongkai' };
  await administer(server, `create database ${template}`);
  const database = openDatabase({ ...server, database: template });
  await migrate(database);
  await database.destroy();
  writeFileSync(ready, JSON.stringify(server));
  return server;
}

async function administer(server: Server, statement: string): Promise<void> {
  const client = new pg.Client({ ...server, database: 'postgres' });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** An empty database of its own; `migrated` false gives one without any table. */
export async function testDatabase(options: { readonly migrated?: boolean } = {}): Promise<Database> {
  return openDatabase({ ...(await testConnection(options)), max: 6 });
}

async function testConnection(options: { readonly migrated?: boolean } = {}): Promise<pg.ClientConfig> {
  const server = await sharedServer(inject('postgresFolder'));
  const name = `test_${newId().replaceAll('-', '')}`;
  await administer(
    server,
    `create database ${name}${options.migrated === false ? '' : ` template ${template}`}`,
  );
  return { ...server, database: name };
}

/**
 * A store over a database of its own, its files in a folder of the test run; `migrations` gives it the shape of an
 * older program. Close it when done.
 */
export async function testStore(
  options: { readonly migrations?: readonly Migration[] } = {},
): Promise<Store> {
  const connection = await testConnection({ migrated: options.migrations === undefined });
  const database = openDatabase({ ...connection, max: 6 });
  if (options.migrations !== undefined) await migrate(database, options.migrations);
  const files = localFiles(join(inject('postgresFolder'), 'files', newId()));
  return storeOf(database, files, { role: 'server', migrated: [], connection });
}
