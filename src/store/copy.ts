import { createHash } from 'node:crypto';
import { type Readable, Transform, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

/** A table as it is copied: its columns in order, and those that tell its rows apart. */
export interface CopiedTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
}

/** What a copied table was, to tell a changed copy. */
export interface CopiedPart {
  readonly rows: number;
  /** Of the rows themselves: equal tables have equal ones, however they were compressed. */
  readonly content: string;
  readonly bytes: number;
  /** Of the compressed copy. */
  readonly sha256: string;
}

/** The table that tells which migrations ran: a restored system has its own. */
const notCopied = 'migration';

/** Every table, those that others refer to first; within a statement a table may refer to itself. */
export async function tablesInOrder(client: pg.ClientBase): Promise<readonly CopiedTable[]> {
  const { rows: tables } = await client.query<CopiedTable & { needs: string[] }>(
    `select relname as name,
       (select array_agg(attname::text order by attnum) from pg_attribute
         where attrelid = c.oid and attnum > 0 and not attisdropped) as columns,
       (select array_agg(a.attname::text order by k.n) from pg_index i
         cross join lateral unnest(i.indkey::int[]) with ordinality k (attnum, n)
         join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
         where i.indrelid = c.oid and i.indisprimary) as key,
       coalesce((select array_agg(distinct f.relname::text) from pg_constraint r join pg_class f on f.oid = r.confrelid
         where r.conrelid = c.oid and r.contype = 'f' and f.oid <> c.oid), '{}') as needs
     from pg_class c where relkind = 'r' and relnamespace = current_schema()::regnamespace and relname <> $1
     order by relname`,
    [notCopied],
  );
  const ordered: CopiedTable[] = [];
  const placed = new Set<string>();
  while (ordered.length < tables.length) {
    const next = tables.filter(
      ({ name, needs }) => !placed.has(name) && needs.every((need) => placed.has(need)),
    );
    if (next.length === 0) throw new Error('表之间循环引用，无法确定复制顺序。');
    for (const { name, columns, key } of next) {
      ordered.push({ name, columns, key });
      placed.add(name);
    }
  }
  return ordered;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const list = (names: readonly string[]): string => names.map(quoted).join(', ');

/** Passes bytes on, keeping their hash, number and the number of line ends. */
class Meter extends Transform {
  readonly #hash = createHash('sha256');
  bytes = 0;
  lines = 0;
  readonly #counting: boolean;
  constructor(counting: boolean) {
    super();
    this.#counting = counting;
  }
  override _transform(chunk: Buffer, _encoding: string, done: (error?: null, chunk?: Buffer) => void): void {
    this.#hash.update(chunk);
    this.bytes += chunk.length;
    // In COPY's text format a line feed always ends a row: those inside values are escaped.
    if (this.#counting)
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) this.lines += 1;
    done(null, chunk);
  }
  get sha256(): string {
    return this.#hash.digest('hex');
  }
}

/** Copies a table out, compressed, in the order of its key so that equal tables give equal copies. */
export async function copyOut(
  client: pg.ClientBase,
  table: CopiedTable,
  target: Writable,
): Promise<CopiedPart> {
  const query = `copy (select ${list(table.columns)} from ${quoted(table.name)} order by ${list(table.key)}) to stdout`;
  const rows = new Meter(true);
  const packed = new Meter(false);
  await pipeline(client.query(copyTo(query)), rows, createGzip({ level: 1 }), packed, target);
  return { rows: rows.lines, content: rows.sha256, bytes: packed.bytes, sha256: packed.sha256 };
}

/** Copies a table in again. The caller compares what came with what went out, and undoes it when they differ. */
export async function copyIn(
  client: pg.ClientBase,
  table: CopiedTable,
  source: Readable,
): Promise<CopiedPart> {
  const rows = new Meter(true);
  const packed = new Meter(false);
  const target = client.query(copyFrom(`copy ${quoted(table.name)} (${list(table.columns)}) from stdin`));
  await pipeline(source, packed, createGunzip(), rows, target);
  return { rows: rows.lines, content: rows.sha256, bytes: packed.bytes, sha256: packed.sha256 };
}
