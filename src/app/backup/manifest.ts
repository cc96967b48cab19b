import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CopiedPart, CopiedTable } from '../../store/copy.ts';

export interface BackedTable extends CopiedTable, CopiedPart {}

/** What a backup holds. It is written last: a folder without it is none. The master key is never in it. */
export interface Manifest {
  readonly format: 'gongkai.backup/1';
  /** Instant of the one state that the backup shows. */
  readonly at: string;
  /** Migrations the tables had, in order. */
  readonly migrations: readonly { readonly name: string; readonly sha256: string }[];
  /** In an order in which they can be filled. */
  readonly tables: readonly BackedTable[];
  readonly files: { readonly count: number; readonly bytes: number };
}

const named = 'manifest.json';
export const tableFile = (folder: string, table: string): string =>
  join(folder, 'tables', `${table}.copy.gz`);

const sealOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Writes the manifest with its own hash, in one step. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const text = JSON.stringify(manifest);
  const path = join(folder, named);
  await writeFile(`${path}.new`, `${JSON.stringify({ sha256: sealOf(text), manifest }, null, 1)}\n`, {
    mode: 0o600,
  });
  await rename(`${path}.new`, path);
}

/** A backup that cannot be taken, or is not what it was: one sentence for a person. */
export class BackupFault extends Error {
  override readonly name = 'BackupFault';
}

export async function readManifest(folder: string): Promise<Manifest> {
  let text: string;
  try {
    text = await readFile(join(folder, named), 'utf8');
  } catch (error) {
    throw new BackupFault(`${folder}：没有 ${named}，这不是备份，或备份没有做完。`, { cause: error });
  }
  let stored: { readonly sha256?: unknown; readonly manifest?: Manifest };
  try {
    stored = JSON.parse(text) as typeof stored;
  } catch (error) {
    throw new BackupFault(`${folder}：${named} 已损坏，请换一份备份。`, { cause: error });
  }
  const { manifest } = stored;
  if (manifest?.format !== 'gongkai.backup/1' || sealOf(JSON.stringify(manifest)) !== stored.sha256)
    throw new BackupFault(`${folder}：${named} 与写入时不一致，已损坏或被改动，请换一份备份。`);
  return manifest;
}
