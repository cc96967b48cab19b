import { createHash, type Hash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { type Readable, Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { type CopiedTable, listed, quoted } from './copied-tables.ts';

/** A part of a table's copy: whole rows, compressed by itself. */
export interface CopiedPart {
  readonly rows: number;
  /** Of the compressed part. */
  readonly bytes: number;
  readonly sha256: string;
}

/** What a copied table was, to tell a changed copy. */
export interface CopiedRows {
  readonly rows: number;
  /** Hash of the rows themselves in the order of the key: equal tables have equal ones, however they were packed. */
  readonly content: string;
}

/** Rows of one agency only, its ties to other agencies cut: they may not be there where it is read. */
export interface AgencyScope {
  readonly agencyId: string;
}

const lineFeed = 10;
/** A part ends with the row that fills it, in bytes before compression: what is damaged is found to this fineness. */
const partBytes = 48 * 1024 * 1024;
const chunkSize = 256 * 1024;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Passes bytes on, keeping their hash and number. */
class Meter extends Transform {
  readonly hash: Hash = createHash('sha256');
  bytes = 0;
  override _transform(chunk: Buffer, _encoding: string, done: (error?: null, chunk?: Buffer) => void): void {
    this.hash.update(chunk);
    this.bytes += chunk.length;
    done(null, chunk);
  }
}

/** In COPY's text format a line feed always ends a row: those inside values are escaped. */
function rowsIn(chunk: Buffer): number {
  let rows = 0;
  for (let at = chunk.indexOf(lineFeed); at >= 0; at = chunk.indexOf(lineFeed, at + 1)) rows += 1;
  return rows;
}

function queryOf(table: CopiedTable, scope: AgencyScope | null): string {
  const order = `order by ${listed(table.key)}`;
  if (scope === null) return `select ${listed(table.columns)} from ${quoted(table.name)} ${order}`;
  if (!uuid.test(scope.agencyId)) throw new Error(`Not an id: ${scope.agencyId}`);
  const isAgency = table.name === 'agency';
  const columns = table.columns.map((name) =>
    isAgency && (name === 'superior_id' || name === 'successor_id')
      ? `null::uuid as ${quoted(name)}`
      : quoted(name),
  );
  const key = isAgency ? 'id' : 'agency_id';
  return `select ${columns.join(', ')} from ${quoted(table.name)} where ${key} = '${scope.agencyId}' ${order}`;
}

/** One part on its way to disk. */
class PartWriter {
  readonly #path: string;
  readonly #gzip = createGzip({ level: 1, chunkSize });
  readonly #packed = new Meter();
  readonly #written: Promise<void>;
  raw = 0;
  rows = 0;

  constructor(path: string) {
    this.#path = path;
    this.#written = pipeline(this.#gzip, this.#packed, createWriteStream(path, { mode: 0o600 }));
    this.#written.catch(() => {});
  }

  async write(chunk: Buffer): Promise<void> {
    this.raw += chunk.length;
    this.rows += rowsIn(chunk);
    if (this.#gzip.write(chunk)) return;
    const drained = new Promise<void>((resolve) => this.#gzip.once('drain', resolve));
    await Promise.race([drained, this.#written]);
  }

  async end(): Promise<CopiedPart> {
    this.#gzip.end();
    await this.#written;
    await syncPath(this.#path);
    return { rows: this.rows, bytes: this.#packed.bytes, sha256: this.#packed.hash.digest('hex') };
  }
}

/**
 * Copies a table out in the order of its key, into parts that end with a row. `pathOf` names the file of a part,
 * counted from 1; an empty table has one part without rows. The connection is of no more use when `signal` ends it.
 */
export async function copyOut(
  client: pg.ClientBase,
  table: CopiedTable,
  pathOf: (part: number) => string,
  scope: AgencyScope | null = null,
  signal?: AbortSignal,
): Promise<CopiedRows & { readonly parts: readonly CopiedPart[] }> {
  const content = createHash('sha256');
  const parts: CopiedPart[] = [];
  let writer = new PartWriter(pathOf(1));
  for await (const chunk of client.query(copyTo(`copy (${queryOf(table, scope)}) to stdout`))) {
    signal?.throwIfAborted();
    const bytes = chunk as Buffer;
    content.update(bytes);
    const end = writer.raw + bytes.length < partBytes ? -1 : bytes.lastIndexOf(lineFeed);
    await writer.write(end < 0 ? bytes : bytes.subarray(0, end + 1));
    if (end < 0) continue;
    parts.push(await writer.end());
    writer = new PartWriter(pathOf(parts.length + 1));
    if (end + 1 < bytes.length) await writer.write(bytes.subarray(end + 1));
  }
  parts.push(await writer.end());
  return { rows: parts.reduce((sum, { rows }) => sum + rows, 0), content: content.digest('hex'), parts };
}

/** Reads a table in the order of its key, for comparing it with what was copied. */
export async function contentOf(
  client: pg.ClientBase,
  table: CopiedTable,
  scope: AgencyScope | null = null,
): Promise<CopiedRows> {
  const content = createHash('sha256');
  let rows = 0;
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      content.update(chunk);
      rows += rowsIn(chunk);
      done();
    },
  });
  await pipeline(client.query(copyTo(`copy (${queryOf(table, scope)}) to stdout`)), sink);
  return { rows, content: content.digest('hex') };
}

/** Copies one part in again. The caller compares what came with what went out, and undoes it when they differ. */
export async function copyIn(
  client: pg.ClientBase,
  table: CopiedTable,
  source: Readable,
): Promise<{ readonly sha256: string }> {
  const packed = new Meter();
  const target = client.query(copyFrom(`copy ${quoted(table.name)} (${listed(table.columns)}) from stdin`));
  await pipeline(source, packed, createGunzip({ chunkSize }), target);
  return { sha256: packed.hash.digest('hex') };
}
