import { type SourceDocument, UnreadableFile } from '../document.ts';
import { charsetOf, decodeText, isUtf8Label } from './decode.ts';
import { readDocx } from './docx.ts';
import { readHtml, readHtmlUtf8 } from './html.ts';
import { LIMITS } from './limits.ts';
import { keepingNatives } from './pdf-natives.ts';
import { type FileType, sniff } from './sniff.ts';
import { readText } from './text.ts';
import { soundText } from './utf8.ts';

export { decodeText } from './decode.ts';
export { readDocx } from './docx.ts';
export { readHtml } from './html.ts';
export { fileLimit, LIMITS } from './limits.ts';
export { readText } from './text.ts';

/** What reading needs from outside, where it can be had. */
export interface ReadingHelp {
  /** Reads Word files before 2007; runs on Node only, so a browser has none. */
  readonly legacyWord?: ((bytes: Uint8Array) => Promise<SourceDocument>) | undefined;
  /** A character map of Adobe by name, for Chinese fonts that a PDF does not hold (`cmaps/<name>.bcmap` of pdfjs-dist). */
  readonly characterMap?: ((name: string) => Promise<Uint8Array>) | undefined;
}

const limits: Readonly<Record<FileType, number>> = {
  docx: LIMITS.docx,
  workbook: LIMITS.workbook,
  legacyWord: LIMITS.legacyWord,
  pdf: LIMITS.pdf,
  html: LIMITS.html,
  webArchive: LIMITS.html,
  richText: LIMITS.legacyWord,
  delimited: LIMITS.text,
  text: LIMITS.text,
};

function refuseLarger(bytes: Uint8Array, limit: number): void {
  if (bytes.length > limit)
    throw new UnreadableFile(
      'tooLarge',
      `文件有${Math.ceil(bytes.length / 1048576)} MB，超过可读取的上限${limit / 1048576} MB。请确认是否选错了文件。`,
    );
}

const SAMPLE = 4096;

/** Bytes that make no text in any encoding: control characters and broken ones in numbers no text has. */
function refuseBinary(text: string): void {
  const end = Math.min(text.length, SAMPLE);
  let strange = 0;
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd || code === 0x7f || (code < 0x20 && (code < 0x09 || code > 0x0d))) strange++;
  }
  if (strange > 16 && strange * 20 > end)
    throw new UnreadableFile(
      'wrongType',
      '文件内容不是文字。请提供 docx、pdf、xlsx、html 或 txt 格式的报告。',
    );
}

/**
 * Any file as a positioned document. The type is told by the content; the name helps only where the content
 * leaves it open. Readers of PDF and of workbooks are loaded when the first such file comes.
 * @throws UnreadableFile with a sentence that says what to do
 */
export async function readDocument(
  bytes: Uint8Array,
  fileName: string,
  help: ReadingHelp = {},
): Promise<SourceDocument> {
  const type = sniff(bytes, fileName);
  refuseLarger(bytes, limits[type]);
  if (type === 'pdf') return (await keepingNatives(() => import('./pdf.ts'))).readPdf(bytes, help);
  if (type === 'workbook') return (await import('./workbook.ts')).readWorkbook(bytes);
  if (type === 'legacyWord') return readLegacyWord(bytes, help);
  if (type === 'richText') return (await import('./rtf.ts')).readRichText(bytes);
  if (type === 'webArchive') return readPage((await import('./web-archive.ts')).pageOf(bytes));
  if (type !== 'delimited') return readWritten(type, bytes);
  const { text, encoding, notes } = decodeText(bytes, null);
  refuseBinary(text);
  return (await import('./delimited.ts')).readDelimited(text, encoding, notes, fileName);
}

/**
 * A docx, page or text, whose readers are always at hand, without waiting.
 * @throws UnreadableFile with a sentence that says what to do
 */
export function readAtOnce(bytes: Uint8Array, fileName: string): SourceDocument {
  const type = sniff(bytes, fileName);
  if (type !== 'docx' && type !== 'html' && type !== 'text')
    throw new UnreadableFile('unsupported', '这种文件不能立即读取。');
  refuseLarger(bytes, limits[type]);
  return readWritten(type, bytes);
}

function readWritten(type: 'docx' | 'html' | 'text', bytes: Uint8Array): SourceDocument {
  if (type === 'docx') return readDocx(bytes);
  if (type === 'html') return readPage(bytes);
  const sound = soundText(bytes);
  if (sound !== null) return readText(sound, 'utf-8');
  const { text, encoding, notes } = decodeText(bytes, null);
  refuseBinary(text);
  return readText(text, encoding, notes);
}

function readLegacyWord(bytes: Uint8Array, { legacyWord }: ReadingHelp): Promise<SourceDocument> {
  if (legacyWord === undefined)
    throw new UnreadableFile(
      'unsupported',
      '这是旧版 Word 文件（doc 或 wps），网页中不能检查。请另存为 .docx 后再检查，或用命令行 gongkai check 检查。',
    );
  return legacyWord(bytes);
}

/** An HTML file; one in sound UTF-8, as nearly all are, is read without making a string of its markup. */
function readPage(bytes: Uint8Array): SourceDocument {
  const declared = charsetOf(bytes);
  const named = declared === null || isUtf8Label(declared);
  const sound = named ? readHtmlUtf8(withoutMark(bytes)) : null;
  if (sound !== null) return sound;
  const { text, encoding, notes } = decodeText(bytes, declared);
  refuseBinary(text);
  return readHtml(text, encoding, notes);
}

const withoutMark = (bytes: Uint8Array): Uint8Array =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
