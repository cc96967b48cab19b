import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { systemReason } from '../../app/system-reason.ts';
import { UnreadableFile } from '../../report/document.ts';
import { fileLimit } from '../../report/read/index.ts';

const none = new Uint8Array(0);

/** Bytes that will all be written before any is read: none has to be made zero first. */
export const bytesUnset = (length: number): Uint8Array =>
  new Uint8Array(Buffer.allocUnsafeSlow(length).buffer);

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1_048_576)} MB`;

/**
 * The bytes of a file that may be read at all: a plain file no larger than its kind allows. Its size is looked at
 * before anything is loaded, so a text of a gigabyte costs nothing. They lie at the beginning of `room` where they fit.
 * @throws UnreadableFile with a sentence for a person
 */
export function readBytes(path: string, room: Uint8Array = none): Uint8Array {
  let handle: number;
  try {
    // Opening a named pipe in the ordinary way would wait for somebody to write to it.
    handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    throw new UnreadableFile('unsupported', `文件${systemReason(error)}。`, { cause: error });
  }
  try {
    return readOpen(handle, path, room);
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile('unsupported', `文件${systemReason(error)}。`, { cause: error });
  } finally {
    closeSync(handle);
  }
}

function readOpen(handle: number, path: string, room: Uint8Array): Uint8Array {
  const stat = fstatSync(handle);
  if (stat.isDirectory()) throw new UnreadableFile('unsupported', '这是文件夹，请指明其中的文件。');
  if (!stat.isFile()) throw new UnreadableFile('unsupported', '这不是普通文件，请先存为文件。');
  const limit = fileLimit(path);
  if (stat.size > limit)
    throw new UnreadableFile(
      'tooLarge',
      `文件有${megabytes(stat.size)}，超过可读取的上限${megabytes(limit)}。请确认是否选错了文件。`,
    );
  const bytes = stat.size <= room.length ? room.subarray(0, stat.size) : bytesUnset(stat.size);
  let filled = 0;
  while (filled < bytes.length) {
    const count = readSync(handle, bytes, filled, bytes.length - filled, null);
    if (count === 0) break;
    filled += count;
  }
  return filled === bytes.length ? bytes : bytes.subarray(0, filled);
}
