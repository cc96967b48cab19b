import { type ReaderNote, type SourceDocument, UnreadableFile } from '../document.ts';

export const readDelimited = (
  _text: string,
  _encoding: string,
  _notes: readonly ReaderNote[],
  _fileName: string,
): SourceDocument => {
  throw new UnreadableFile('unsupported', '不能读取这种文件。');
};
