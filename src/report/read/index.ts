import { type SourceDocument, UnreadableFile } from '../document.ts';
import { charsetOf, decodeText } from './decode.ts';
import { readDocx } from './docx.ts';
import { readHtml } from './html.ts';
import { LIMITS } from './limits.ts';
import { sniff } from './sniff.ts';
import { readText } from './text.ts';

export { decodeText } from './decode.ts';
export { readDocx } from './docx.ts';
export { readHtml } from './html.ts';
export { fileLimit, LIMITS } from './limits.ts';
export { readText } from './text.ts';

function refuseLarger(bytes: Uint8Array, limit: number): void {
  if (bytes.length > limit)
    throw new UnreadableFile(
      'tooLarge',
      `文件有${Math.ceil(bytes.length / 1048576)} MB，超过可读取的上限${limit / 1048576} MB。请确认是否选错了文件。`,
    );
}

/**
 * Any file as a positioned document. The type is told by the content; the name helps only where the content
 * leaves it open.
 * @throws UnreadableFile with a sentence that says what to do
 */
export function readDocument(bytes: Uint8Array, fileName: string): SourceDocument {
  const type = sniff(bytes, fileName);
  if (type === 'zip') {
    refuseLarger(bytes, LIMITS.docx);
    return readDocx(bytes);
  }
  if (type === 'html') {
    refuseLarger(bytes, LIMITS.html);
    const { text, encoding, notes } = decodeText(bytes, charsetOf(bytes));
    return readHtml(text, encoding, notes);
  }
  refuseLarger(bytes, LIMITS.text);
  const { text, encoding, notes } = decodeText(bytes);
  return readText(text, encoding, notes);
}
