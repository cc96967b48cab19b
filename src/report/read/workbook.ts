import { type SourceDocument, UnreadableFile } from '../document.ts';

export const readWorkbook = (_bytes: Uint8Array): SourceDocument => {
  throw new UnreadableFile('unsupported', '不能读取这种文件。');
};
