import { damaged, hashOfFile, type KeptFile, readFileList } from './file-list.ts';
import { keptFile, partFile, readManifest, type SealedManifest } from './manifest.ts';
import { sideBySide } from './side-by-side.ts';

const atOnce = 4;

export interface VerifiedBackup extends SealedManifest {
  readonly files: readonly KeptFile[];
}

/**
 * Whether every part of a backup is still what it was: any bit flipped, part cut short, exchanged or missing.
 * @throws BackupFault that names the part
 */
export async function verifyBackup(folder: string): Promise<VerifiedBackup> {
  const sealed = await readManifest(folder);
  const parts = sealed.manifest.tables.flatMap((table) => table.parts);
  await sideBySide(parts, atOnce, async ({ file, sha256 }) => {
    const path = partFile(folder, file);
    if ((await hashOfFile(path)) !== sha256) throw damaged(path);
  });
  const files = await readFileList(folder, sealed.manifest);
  await sideBySide(files, atOnce, async ({ sha256 }) => {
    const path = keptFile(folder, sha256);
    if ((await hashOfFile(path)) !== sha256) throw damaged(path);
  });
  return { ...sealed, files };
}
