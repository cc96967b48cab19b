import { createWriteStream } from 'node:fs';
import { link, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import {
  agencyTablesInOrder,
  type CopiedTable,
  largestFirst,
  tablesInOrder,
} from '../../store/copied-tables.ts';
import { type AgencyScope, copyOut, syncPath } from '../../store/copy.ts';
import { keepFilesOn } from '../../store/kept-files.ts';
import type { Store } from '../../store/store.ts';
import { filesNamed, hashOfFile, isKept, type KeptFile, readFileList, writeFileList } from './file-list.ts';
import {
  type ArchivedAgency,
  type BackedTable,
  BackupFault,
  draftName,
  keptFile,
  listName,
  type Manifest,
  manifestName,
  partFile,
  readManifest,
  writeManifest,
} from './manifest.ts';
import { sideBySide } from './side-by-side.ts';
import type { Signer } from './signer.ts';

export interface BackupOptions {
  /** Slug of the one agency to back up; the whole system without it. */
  readonly agency?: string | undefined;
  readonly signer?: Signer | undefined;
  /** An earlier backup on the same disk: files that are whole there are linked, not copied. */
  readonly reuse?: string | undefined;
  readonly say?: ((line: string) => void) | undefined;
  /** Ends it; run again into the same folder it goes on. */
  readonly signal?: AbortSignal | undefined;
}

/** Connections that copy tables at a time: beyond the processors of two machines they wait for each other. */
const connectionsAtOnce = Math.min(4, Math.max(2, availableParallelism()));
const filesAtOnce = 8;

/** A new folder, or one in which an earlier attempt ended before its manifest. */
async function prepare(folder: string): Promise<void> {
  await mkdir(join(folder, 'tables'), { recursive: true, mode: 0o700 });
  const names = await readdir(folder);
  if (names.includes(manifestName))
    throw new BackupFault(`${folder}：已有一份做完的备份。请另选文件夹，或先移走它。`);
  const ours = ['tables', 'files', listName, draftName, `${draftName}.new`, `${manifestName}.new`];
  const other = names.find((name) => !ours.includes(name));
  if (other !== undefined) throw new BackupFault(`${folder}：有别的文件（${other}）。请选一个空文件夹。`);
}

/** The tables that an earlier attempt copied whole; null where it did not come so far, or something is damaged. */
async function earlierDraft(folder: string): Promise<Manifest | null> {
  try {
    const { manifest } = await readManifest(folder, draftName);
    for (const { parts } of manifest.tables)
      for (const { file, sha256 } of parts)
        if ((await hashOfFile(partFile(folder, file))) !== sha256) return null;
    await readFileList(folder, manifest);
    return manifest;
  } catch (error) {
    if (error instanceof BackupFault) return null;
    throw error;
  }
}

async function archivedAgency(client: pg.ClientBase, slug: string): Promise<ArchivedAgency> {
  const { rows } = await client.query<ArchivedAgency>(
    `select a.id, a.slug, a.name,
       case when s.id is not null then json_build_object('slug', s.slug, 'name', s.name) end as superior,
       case when n.id is not null then json_build_object('slug', n.slug, 'name', n.name) end as successor
     from agency a left join agency s on s.id = a.superior_id left join agency n on n.id = a.successor_id
     where a.slug = $1`,
    [slug],
  );
  if (rows[0] === undefined) throw new BackupFault(`没有代码为 ${slug} 的机关。请核对网址中的代码。`);
  return rows[0];
}

/** Copies the tables over several connections that share one snapshot, the largest table first. */
async function copyTables(
  store: Store,
  client: pg.ClientBase,
  folder: string,
  tables: readonly CopiedTable[],
  scope: AgencyScope | null,
  signal: AbortSignal | undefined,
): Promise<readonly BackedTable[]> {
  const { rows } = await client.query<{ snapshot: string }>('select pg_export_snapshot() as snapshot');
  const order = await largestFirst(client);
  const bySize = [...tables].sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  const done = new Map<string, BackedTable>();
  const connections: pg.Client[] = [];
  try {
    for (let n = 0; n < Math.min(connectionsAtOnce, tables.length); n += 1) {
      const connection = await store.connect();
      connections.push(connection);
      await connection.query('begin isolation level repeatable read, read only');
      await connection.query(`set transaction snapshot '${rows[0]!.snapshot.replaceAll("'", '')}'`);
      await connection.query("set local work_mem = '64MB'");
    }
    await sideBySide(bySize, connections.length, async (table, worker) => {
      const nameOf = (part: number): string => `${table.name}.${String(part).padStart(4, '0')}.copy.gz`;
      const copied = await copyOut(
        connections[worker]!,
        table,
        (part) => partFile(folder, nameOf(part)),
        scope,
        signal,
      );
      const parts = copied.parts.map((part, index) => ({ file: nameOf(index + 1), ...part }));
      done.set(table.name, { ...table, rows: copied.rows, content: copied.content, parts });
    });
  } finally {
    for (const connection of connections) await connection.end().catch(() => {});
  }
  return tables.map(({ name }) => done.get(name)!);
}

/** Everything but the files, as of one instant, with the list of the files that belong to it. */
async function snapshot(store: Store, folder: string, options: BackupOptions): Promise<Manifest> {
  await rm(join(folder, draftName), { force: true });
  await rm(join(folder, 'tables'), { recursive: true, force: true });
  await mkdir(join(folder, 'tables'), { mode: 0o700 });
  const client = await store.connect();
  try {
    await client.query('begin isolation level repeatable read, read only');
    const { rows } = await client.query<{ at: Date }>('select now() as at');
    const agency = options.agency === undefined ? null : await archivedAgency(client, options.agency);
    const scope = agency === null ? null : { agencyId: agency.id };
    const migrations = await client.query<Manifest['migrations'][number]>(
      'select name, sha256 from migration order by number',
    );
    const named = await (scope === null ? tablesInOrder(client) : agencyTablesInOrder(client));
    const files = await filesNamed(client, named, scope);
    const tables = await copyTables(store, client, folder, named, scope, options.signal);
    await client.query('commit');
    const manifest: Manifest = {
      format: 'gongkai.backup/2',
      at: rows[0]!.at.toISOString(),
      agency,
      migrations: migrations.rows,
      tables,
      files: {
        count: files.length,
        bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
        sha256: await writeFileList(folder, files),
      },
    };
    await writeManifest(folder, draftName, manifest, null);
    return manifest;
  } finally {
    await client.end();
  }
}

async function linkFrom(reuse: string, file: KeptFile, target: string): Promise<boolean> {
  if (!(await isKept(reuse, file))) return false;
  try {
    await link(keptFile(reuse, file.sha256), target);
    return true;
  } catch {
    return false;
  }
}

/** Copies a kept file; the store verifies what it gives. One that an earlier attempt copied whole is left. */
async function copyFile(
  store: Store,
  folder: string,
  file: KeptFile,
  reuse: string | undefined,
): Promise<void> {
  const target = keptFile(folder, file.sha256);
  if ((await stat(target).catch(() => null)) !== null && (await isKept(folder, file))) return;
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  await rm(target, { force: true });
  if (reuse !== undefined && (await linkFrom(reuse, file, target))) return;
  const draft = `${target}.new`;
  try {
    await pipeline(store.files.read(file), createWriteStream(draft, { mode: 0o600 }));
    await syncPath(draft);
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Whether all files of an earlier attempt can still be had: some may have been deleted by plan since. */
async function hasItsFiles(store: Store, folder: string, manifest: Manifest): Promise<boolean> {
  for (const file of await readFileList(folder, manifest))
    if (!(await store.files.has(file)) && !(await isKept(folder, file))) return false;
  return true;
}

async function earlierOf(store: Store, folder: string, agency: string | undefined): Promise<Manifest | null> {
  const earlier = await earlierDraft(folder);
  if (earlier !== null && (earlier.agency?.slug ?? undefined) !== agency)
    throw new BackupFault(`${folder}：有一份没有做完的备份，范围与这次不同。请另选文件夹，或先移走它。`);
  return earlier !== null && (await hasItsFiles(store, folder, earlier)) ? earlier : null;
}

/**
 * Backs the system, or one agency, up into a folder: every table as of one instant, while others go on writing, then
 * every file that the tables name at that instant. A snapshot ends with its connection, so tables whose copying was
 * interrupted are copied anew; once they are all there, an interrupted backup goes on with its files, still of that
 * instant. No kept file is taken away meanwhile. The master key is not in it: keep that apart.
 */
export async function backUp(store: Store, folder: string, options: BackupOptions = {}): Promise<Manifest> {
  await prepare(folder);
  const keeper = await store.connect();
  try {
    await keepFilesOn(keeper);
    const earlier = await earlierOf(store, folder, options.agency);
    if (earlier !== null) options.say?.(`接着做 ${earlier.at} 的备份：各表已齐，继续复制文件`);
    const manifest = earlier ?? (await snapshot(store, folder, options));
    await sideBySide(await readFileList(folder, manifest), filesAtOnce, (file) => {
      options.signal?.throwIfAborted();
      return copyFile(store, folder, file, options.reuse);
    });
    for (const part of await readdir(join(folder, 'files')).catch(() => []))
      await syncPath(join(folder, 'files', part));
    await writeManifest(folder, manifestName, manifest, options.signer ?? null);
    await rm(join(folder, draftName), { force: true });
    return manifest;
  } finally {
    await keeper.end();
  }
}
