import { erasedFiles, forgetErasedFile } from '../../store/erase.ts';
import { withFilesAlone } from '../../store/kept-files.ts';
import type { AppContext } from '../context.ts';

const atOnce = 500;

/** Takes some files off the disk; gives how many, and whether there are more. */
async function removeSome(
  { store }: AppContext,
  signal: AbortSignal,
): Promise<{ readonly removed: number; readonly more: boolean }> {
  const files = await store.read((database) => erasedFiles(database, atOnce));
  let removed = 0;
  for (const file of files) {
    if (signal.aborted) return { removed, more: false };
    if (!file.named) {
      await store.files.remove({ storedAs: file.place });
      removed += 1;
    }
    await store.write((transaction) => forgetErasedFile(transaction, file));
  }
  return { removed, more: files.length === atOnce };
}

/**
 * Takes the encrypted files of deleted cases off the disk, but for those that another row names. Gives how many. A backup
 * that is being made still copies what stood in the tables when it began: while one runs nothing is taken away, and the
 * next run does it. Their keys are gone already, so that nobody reads them meanwhile.
 */
export async function removeErasedFiles(
  context: AppContext,
  signal: AbortSignal = new AbortController().signal,
): Promise<number> {
  let all = 0;
  for (;;) {
    let more = false;
    // Some at a time: a backup that begins waits no longer than for these.
    const alone = await withFilesAlone(context.store, async () => {
      const some = await removeSome(context, signal);
      all += some.removed;
      more = some.more;
    });
    if (!alone || !more) return all;
  }
}
