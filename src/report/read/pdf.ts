import { type SourceDocument, UnreadableFile } from '../document.ts';

export const readPdf = async (_bytes: Uint8Array): Promise<SourceDocument> => {
  throw new UnreadableFile('unsupported', '不能读取这种文件。');
};
