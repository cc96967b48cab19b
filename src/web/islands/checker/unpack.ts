import { reasonOf } from '../../../report/batch/unreadable.ts';
import { UnreadableFile } from '../../../report/document.ts';
import { archiveLimits, openArchive } from './archive.ts';
import type { DroppedFile } from './protocol.ts';
import type { Unpacked } from './reader-protocol.ts';

/** The files of an archive, in a folder of its name; what is wrong with it is told, never thrown. */
export async function unpack(id: number, path: string, file: Blob): Promise<Unpacked> {
  const files: DroppedFile[] = [];
  const folder = path.replace(/\.zip$/i, '');
  try {
    if (file.size > archiveLimits.packed)
      throw new UnreadableFile(
        'tooLarge',
        `压缩包超过${archiveLimits.packed / 1048576} MB，未解开。请解压后拖入文件夹。`,
      );
    const bytes = new Uint8Array(await file.arrayBuffer());
    const skipped = openArchive(bytes, (one) =>
      files.push({ path: `${folder}/${one.path}`, file: new File([one.bytes], one.path) }),
    );
    return { id, files, skipped, failure: files.length === 0 ? '压缩包里没有可以检查的文件。' : null };
  } catch (error) {
    const failure = error instanceof RangeError ? `${error.message}，请解压后拖入文件夹。` : reasonOf(error);
    return { id, files, skipped: {}, failure };
  }
}
