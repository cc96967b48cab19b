import { join, resolve } from 'node:path';
import type { Transaction } from 'kysely';
import pg from 'pg';
import { patiently } from './availability.ts';
import { type Database, openDatabase } from './database.ts';
import { type EmbeddedServer, openEmbedded } from './embedded/index.ts';
import { type FileStore, localFiles } from './files.ts';
import { migrate } from './migrate.ts';
import type { Tables } from './tables.ts';

export interface StoreOptions {
  /** GONGKAI_DATA. */
  readonly dataFolder: string;
  /** DATABASE_URL; without it the embedded server under the data folder is used. */
  readonly databaseUrl?: string | undefined;
  /** One line for the person at the terminal. */
  readonly say?: (line: string) => void;
}

export interface Store {
  readonly database: Database;
  readonly files: FileStore;
  /** How the database is reached: a server, the embedded one as its owner, or as a guest of another process. */
  readonly role: 'server' | 'owner' | 'guest';
  /** Names of the migrations applied when it was opened. */
  readonly migrated: readonly string[];
  /** A reading; waits while the server is away. Throws StoreUnavailable when it stays away. */
  read<T>(work: (database: Database) => Promise<T>): Promise<T>;
  /** One transaction. It may run twice when the server is lost at its end, so `work` must be idempotent. */
  write<T>(work: (transaction: Transaction<Tables>) => Promise<T>): Promise<T>;
  /**
   * A connection of one's own, for what no pool does: copying tables whole. `schema` is where its unqualified names
   * lie. End it when done.
   */
  connect(schema?: string): Promise<pg.Client>;
  /** A pool whose unqualified names lie in another schema of the same database. Destroy it when done. */
  openSchema(schema: string): Database;
  close(): Promise<void>;
}

/** How values are printed, whatever the server is set to: copies of equal tables are equal. */
const printing = [
  'timezone=Asia/Shanghai',
  'datestyle=ISO',
  'intervalstyle=postgres',
  'bytea_output=hex',
  'extra_float_digits=1',
];
const optionsOf = (schema: string | undefined): string =>
  [...printing, ...(schema === undefined ? [] : [`search_path=${schema}`])]
    .map((set) => `-c ${set}`)
    .join(' ');

/** Wraps an open database as a store. */
export function storeOf(
  database: Database,
  files: FileStore,
  rest: {
    readonly role: Store['role'];
    readonly migrated: readonly string[];
    readonly connection: pg.ClientConfig;
    readonly close?: () => Promise<void>;
  },
): Store {
  return {
    database,
    files,
    role: rest.role,
    migrated: rest.migrated,
    read: (work) => patiently(() => work(database)),
    write: (work) => patiently(() => database.transaction().execute(work)),
    openSchema: (schema) => openDatabase({ ...rest.connection, options: optionsOf(schema), max: 2 }),
    async connect(schema) {
      const client = new pg.Client({ ...rest.connection, options: optionsOf(schema) });
      // A connection that is lost fails the statement under way; nothing else hears of it.
      client.on('error', () => {});
      await client.connect();
      return client;
    },
    async close() {
      await database.destroy();
      await rest.close?.();
    },
  };
}

/** Creates the database of a fresh cluster; any later start finds it there. */
async function ensureDatabase(server: EmbeddedServer): Promise<void> {
  const client = new pg.Client({ ...server.connection, database: 'postgres' });
  await client.connect();
  try {
    const name = server.connection.database;
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

/** Opens the store of a data folder: server, database, newest shape, files. Close it to stop the server cleanly. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const files = localFiles(join(resolve(options.dataFolder), 'files'));
  if (options.databaseUrl) {
    const connection = { connectionString: options.databaseUrl };
    return finish(connection, files, 'server', async () => {});
  }
  const say = options.say ? { say: options.say } : {};
  const server = await openEmbedded(options.dataFolder, say);
  try {
    if (server.role === 'owner') await ensureDatabase(server);
    return await finish({ ...server.connection }, files, server.role, server.stop);
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function finish(
  connection: pg.ClientConfig,
  files: FileStore,
  role: Store['role'],
  stop: () => Promise<void>,
): Promise<Store> {
  const database = openDatabase(connection);
  try {
    const migrated = await patiently(() => migrate(database));
    return storeOf(database, files, { role, migrated, connection, close: stop });
  } catch (error) {
    await database.destroy();
    throw error;
  }
}
