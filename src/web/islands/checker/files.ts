import { extensionOf, isReportFile } from '../../../report/batch/kinds.ts';
import { isArchive, isHidden, isOtherArchive } from './kinds.ts';
import type { DroppedFile } from './protocol.ts';

/** Files to check, and what else was met in folders, by extension. */
export interface Chosen {
  readonly files: readonly DroppedFile[];
  readonly skipped: Readonly<Record<string, number>>;
}

/** Folders in one another deeper than this are not walked: a link that leads back would never end. */
const deepest = 16;
/** Files met after which a folder is not walked further: nobody drops a whole disk on purpose. */
const most = 20_000;

const byPath = (a: DroppedFile, b: DroppedFile): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

/** A file dropped by itself is taken whatever its name; in a folder only those that may hold a report. */
function sorted(met: readonly DroppedFile[]): Chosen {
  const skipped: Record<string, number> = {};
  const files: DroppedFile[] = [];
  for (const one of met) {
    if (!one.path.includes('/')) files.push(one);
    else if (isHidden(one.path)) continue;
    else if (isReportFile(one.path) || isArchive(one.path) || isOtherArchive(one.path)) files.push(one);
    else skipped[extensionOf(one.path)] = (skipped[extensionOf(one.path)] ?? 0) + 1;
  }
  return { files: files.sort(byPath), skipped };
}

/** What an input of files or of a folder holds. */
export const chosenIn = (input: HTMLInputElement): Chosen =>
  sorted(Array.from(input.files ?? [], (file) => ({ path: file.webkitRelativePath || file.name, file })));

const fileOf = (entry: FileSystemFileEntry): Promise<File | null> =>
  new Promise((resolve) => entry.file(resolve, () => resolve(null)));

/** A folder gives its entries in portions, the last one empty. */
const portionOf = (reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> =>
  new Promise((resolve) => reader.readEntries(resolve, () => resolve([])));

async function walk(entry: FileSystemEntry, depth: number, met: DroppedFile[]): Promise<void> {
  if (met.length >= most) return;
  if (entry.isFile) {
    const file = await fileOf(entry as FileSystemFileEntry);
    if (file !== null) met.push({ path: entry.fullPath.replace(/^\//, ''), file });
    return;
  }
  if (depth >= deepest) return;
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (let portion = await portionOf(reader); portion.length > 0; portion = await portionOf(reader))
    for (const below of portion) await walk(below, depth + 1, met);
}

/** What was dropped, folders walked. The entries must be taken while the event lasts, so this starts at once. */
export async function dropped(transfer: DataTransfer): Promise<Chosen> {
  const entries = Array.from(transfer.items)
    .filter(({ kind }) => kind === 'file')
    .map((item) => item.webkitGetAsEntry());
  const plain = Array.from(transfer.files);
  if (entries.some((entry) => entry === null) || entries.length === 0)
    return sorted(plain.map((file) => ({ path: file.name, file })));
  const met: DroppedFile[] = [];
  for (const entry of entries) await walk(entry!, 0, met);
  return sorted(met);
}
