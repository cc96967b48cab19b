import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CopiedTable } from '../../store/copied-tables.ts';
import { type CopiedPart, type CopiedRows, syncPath } from '../../store/copy.ts';
import { type Signature, type Signer, signatureFault } from './signer.ts';

export interface BackedPart extends CopiedPart {
  /** Below `tables/`. */
  readonly file: string;
}

export interface BackedTable extends CopiedTable, CopiedRows {
  readonly parts: readonly BackedPart[];
}

/** The agency that an archive is of, and whom it hung under. */
export interface ArchivedAgency {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly superior: { readonly slug: string; readonly name: string } | null;
  readonly successor: { readonly slug: string; readonly name: string } | null;
}

/** What a backup holds. It is written last: a folder without it is none. The master key is never in it. */
export interface Manifest {
  readonly format: 'gongkai.backup/2';
  /** Instant of the one state that the backup shows. */
  readonly at: string;
  /** Null: the whole system. */
  readonly agency: ArchivedAgency | null;
  /** Migrations the tables had, in order. */
  readonly migrations: readonly { readonly name: string; readonly sha256: string }[];
  /** In an order in which they can be filled. */
  readonly tables: readonly BackedTable[];
  /** Of the files; `sha256` is that of their list, null in the first format, which had none. */
  readonly files: { readonly count: number; readonly bytes: number; readonly sha256: string | null };
}

export const manifestName = 'manifest.json';
/** The manifest while files are still being copied: where an interrupted backup goes on. */
export const draftName = 'tables.json';
export const listName = 'files.txt';

export const partFile = (folder: string, file: string): string => join(folder, 'tables', file);
export const keptFile = (folder: string, sha256: string): string =>
  join(folder, 'files', sha256.slice(0, 2), sha256);

export const sha256Hex = (text: string | Uint8Array): string =>
  createHash('sha256').update(text).digest('hex');

/** A backup that cannot be taken, or is not what it was: one sentence for a person. */
export class BackupFault extends Error {
  override readonly name = 'BackupFault';
}

/** Writes the manifest with its own hash and the installation's signature, in one step. */
export async function writeManifest(
  folder: string,
  name: string,
  manifest: Manifest,
  signer: Signer | null,
): Promise<void> {
  const text = JSON.stringify(manifest);
  const path = join(folder, name);
  const sealed = { sha256: sha256Hex(text), signature: signer?.sign(text) ?? null, manifest };
  await writeFile(`${path}.new`, `${JSON.stringify(sealed, null, 1)}\n`, { mode: 0o600 });
  await syncPath(`${path}.new`);
  await rename(`${path}.new`, path);
  await syncPath(folder);
}

export interface SealedManifest {
  readonly manifest: Manifest;
  readonly signature: Signature | null;
}

interface FirstFormat extends Pick<Manifest, 'at' | 'migrations'> {
  readonly format: 'gongkai.backup/1';
  readonly tables: readonly (CopiedTable & CopiedRows & CopiedPart)[];
  readonly files: { readonly count: number; readonly bytes: number };
}

interface Stored {
  readonly sha256?: unknown;
  readonly signature?: Signature | null;
  readonly manifest?: Manifest | FirstFormat;
}

/** A manifest of this or the first format, in which every table was one part; null where it is neither. */
function asCurrent(manifest: Manifest | FirstFormat): Manifest | null {
  if (manifest.format === 'gongkai.backup/2') return manifest;
  if (manifest.format !== 'gongkai.backup/1') return null;
  const { at, migrations, tables, files } = manifest;
  return {
    format: 'gongkai.backup/2',
    at,
    agency: null,
    migrations,
    tables: tables.map(({ name, columns, key, rows, content, bytes, sha256 }) => ({
      name,
      columns,
      key,
      rows,
      content,
      parts: [{ file: `${name}.copy.gz`, rows, bytes, sha256 }],
    })),
    files: { ...files, sha256: null },
  };
}

/** @throws BackupFault where it is missing, damaged, changed, or its signature does not fit */
export async function readManifest(folder: string, name = manifestName): Promise<SealedManifest> {
  let text: string;
  try {
    text = await readFile(join(folder, name), 'utf8');
  } catch (error) {
    throw new BackupFault(`${folder}：没有 ${name}，这不是备份，或备份没有做完。`, { cause: error });
  }
  let stored: Stored;
  try {
    stored = JSON.parse(text) as Stored;
  } catch (error) {
    throw new BackupFault(`${folder}：${name} 已损坏，请换一份备份。`, { cause: error });
  }
  const content = JSON.stringify(stored?.manifest);
  if (content === undefined || sha256Hex(content) !== stored.sha256)
    throw new BackupFault(`${folder}：${name} 与写入时不一致，已损坏或被改动，请换一份备份。`);
  const manifest = asCurrent(stored.manifest!);
  if (manifest === null)
    throw new BackupFault(
      `${folder}：备份的格式（${stored.manifest?.format}）本程序不认识，请用做备份的版本恢复。`,
    );
  const signature = stored.signature ?? null;
  const fault = signature === null ? null : signatureFault(content, signature);
  if (fault !== null) throw new BackupFault(`${folder}：${name} ${fault}`);
  return { manifest, signature };
}
