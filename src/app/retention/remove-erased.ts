import { erasedFiles, forgetErasedFile } from '../../store/erase.ts';
import type { AppContext } from '../context.ts';

const atOnce = 500;

/** Takes the encrypted files of deleted cases off the disk, but for those that another row names. Gives how many. */
export async function removeErasedFiles(
  { store }: AppContext,
  signal: AbortSignal = new AbortController().signal,
): Promise<number> {
  let removed = 0;
  for (;;) {
    const files = await store.read((database) => erasedFiles(database, atOnce));
    for (const file of files) {
      if (signal.aborted) return removed;
      if (!file.named) {
        await store.files.remove({ storedAs: file.place });
        removed += 1;
      }
      await store.write((transaction) => forgetErasedFile(transaction, file));
    }
    if (files.length < atOnce) return removed;
  }
}
