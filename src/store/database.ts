import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;

const oid = { int8: 20, date: 1082, numeric: 1700 };

/**
 * Counts and money of this system stay below 2^53, so bigint and numeric are numbers; a date is a legal day and
 * stays the text YYYY-MM-DD, since a clock would move it.
 */
function parserOf(type: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (type === oid.int8 || type === oid.numeric) return Number;
  if (type === oid.date) return (value) => value;
  return pg.types.getTypeParser(type, format as 'text');
}

/** Opens a pool; it connects on first use and again after the server was away. */
export function openDatabase(config: pg.PoolConfig): Database {
  const pool = new pg.Pool({
    max: 12,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    application_name: 'gongkai',
    options: '-c timezone=Asia/Shanghai',
    types: { getTypeParser: parserOf as typeof pg.types.getTypeParser },
    ...config,
  });
  // A connection that the server drops between two queries is no fault: the next query fails on it, or opens another.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
