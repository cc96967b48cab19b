import { UnreadableFile } from '../document.ts';
import { latin } from './units.ts';
import { CompoundFile } from './workbook-compound.ts';
import { ZipArchive } from './zip.ts';

export type FileType =
  | 'docx'
  | 'workbook'
  | 'legacyWord'
  | 'richText'
  | 'pdf'
  | 'html'
  | 'webArchive'
  | 'delimited'
  | 'text';

const starts = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((value, index) => bytes[index] === value);

/** Types that are told by their first bytes, whatever the file is called. */
const FOREIGN: readonly { readonly test: (bytes: Uint8Array) => boolean; readonly name: string }[] = [
  { test: (b) => starts(b, 0x89, 0x50, 0x4e, 0x47), name: 'PNG 图片' },
  { test: (b) => starts(b, 0xff, 0xd8, 0xff), name: 'JPEG 图片' },
  { test: (b) => starts(b, 0x47, 0x49, 0x46, 0x38), name: 'GIF 图片' },
  { test: (b) => starts(b, 0x42, 0x4d) && b.length > 14 && b[6] === 0 && b[7] === 0, name: 'BMP 图片' },
  { test: (b) => starts(b, 0x49, 0x49, 0x2a, 0) || starts(b, 0x4d, 0x4d, 0, 0x2a), name: 'TIFF 图片' },
  { test: (b) => starts(b, 0x52, 0x49, 0x46, 0x46) && b[8] === 0x57 && b[9] === 0x45, name: 'WebP 图片' },
  { test: (b) => starts(b, 0x1f, 0x8b), name: 'gzip 压缩包' },
  { test: (b) => starts(b, 0x52, 0x61, 0x72, 0x21), name: 'RAR 压缩包' },
  { test: (b) => starts(b, 0x37, 0x7a, 0xbc, 0xaf), name: '7z 压缩包' },
  { test: (b) => starts(b, 0x4d, 0x5a) && b.length > 64 && b.subarray(0, 256).includes(0), name: '程序' },
  { test: (b) => starts(b, 0x7f, 0x45, 0x4c, 0x46), name: '程序' },
];

function hasUtf16(bytes: Uint8Array, ascii: string): boolean {
  const wanted = Array.from(ascii, (char) => `${char}\0`).join('');
  const end = Math.min(bytes.length, 1 << 20);
  for (let i = 0; i < end; i += 4096)
    if (latin(bytes, i, Math.min(end, i + 4160)).includes(wanted)) return true;
  return false;
}

const ENCRYPTED = '文件已加密，无法读取。请在原来的软件中取消密码，重新保存后再试。';

/** What a compound file holds: a document of Word or Excel before 2007 (and of WPS), or an encrypted one of after. */
function compoundType(bytes: Uint8Array): FileType {
  const encrypted = (): UnreadableFile => new UnreadableFile('encrypted', ENCRYPTED);
  let names: ReadonlySet<string>;
  try {
    ({ names } = new CompoundFile(bytes));
  } catch (error) {
    throw hasUtf16(bytes, 'EncryptedPackage') ? encrypted() : error;
  }
  if (names.has('encryptedpackage') || names.has('encryptioninfo')) throw encrypted();
  if (names.has('worddocument')) return 'legacyWord';
  if (names.has('workbook') || names.has('book')) return 'workbook';
  throw new UnreadableFile(
    'unsupported',
    '这是旧版办公软件的文件，但不是 Word 文档或 Excel 工作簿。请另存为 docx 后再试。',
  );
}

/** Workbooks have their parts under xl/, or say in OpenDocument what they are; other zips are left to the reader of docx. */
function zipType(bytes: Uint8Array): FileType {
  const zip = new ZipArchive(bytes);
  const { names } = zip;
  if (names.some((name) => name.startsWith('xl/workbook.'))) return 'workbook';
  if (!names.includes('content.xml')) return 'docx';
  const says = zip.read('mimetype') ?? zip.read('meta-inf/manifest.xml') ?? new Uint8Array();
  return latin(says, 0, 4096).includes('opendocument.spreadsheet') ? 'workbook' : 'docx';
}

const WORD_XML = '这是 Word 的 XML 文件。请在文字处理软件中另存为 docx 后再试。';

/** Types that say what they are in their first line, whatever the file is called; null where there is none. */
function typeInWords(head: string): FileType | null {
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('{\\rtf')) return 'richText';
  if (/^(?:\u00ef\u00bb\u00bf)?\s*(?:MIME-Version:|From: <Saved by)/i.test(head)) return 'webArchive';
  if (
    /progid="Excel\.Sheet"|urn:schemas-microsoft-com:office:spreadsheet"/.test(head) &&
    head.includes('<?xml')
  )
    return 'workbook';
  if (/<\?mso-application|<pkg:package/.test(head)) throw new UnreadableFile('unsupported', WORD_XML);
  return null;
}

/**
 * What the bytes really are, by content; the name is only heard where the content leaves it open.
 * @throws UnreadableFile empty, encrypted, unsupported or wrongType
 */
export function sniff(bytes: Uint8Array, fileName: string): FileType {
  const extension = /\.([A-Za-z0-9]{1,5})$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  if (bytes.length === 0) throw new UnreadableFile('empty', '文件是空的，请检查文件是否保存或传输完整。');
  if (starts(bytes, 0x50, 0x4b) && (bytes[2] === 3 || bytes[2] === 5 || bytes[2] === 7))
    return zipType(bytes);
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return compoundType(bytes);
  const named = typeInWords(latin(bytes, 0, 512));
  if (named !== null) return named;
  const foreign = FOREIGN.find(({ test }) => test(bytes));
  if (foreign)
    throw new UnreadableFile(
      'wrongType',
      `文件内容是${foreign.name}，不是文字文件。请提供原来的 docx、pdf、xlsx、html 或 txt 文件。`,
    );
  if (looksLikeHtml(bytes, extension)) return 'html';
  if (/^(?:docx|xlsx|xlsm|ods|pdf)$/.test(extension))
    throw new UnreadableFile(
      'corrupt',
      `文件名为 ${extension}，内容却不是这种文件，可能已损坏或改错了扩展名。请重新另存后再试。`,
    );
  return /^(?:csv|tsv|tab)$/.test(extension) ? 'delimited' : 'text';
}

const HTML_START =
  /^<(?:!doctype\s+html|html|head|body|meta|title|link|style|script|div|table|p|article|section|h[1-6]|span|font|center|o:p)\b/i;
const TAG =
  /<\/?(?:html|head|body|div|table|tbody|tr|t[dh]|p|span|br|article|section|h[1-6]|font)(?:\s[^<>]*)?\/?>/gi;

/** Where the first thing stands that is neither white space, a comment nor an XML declaration. */
function afterPreamble(head: string): number {
  let i = 0;
  for (;;) {
    while (i < head.length && head.charCodeAt(i) <= 0x20) i++;
    const end = head.startsWith('<!--', i) ? '-->' : head.startsWith('<?', i) ? '>' : null;
    const close = end === null ? -1 : head.indexOf(end, i);
    if (end === null || close < 0) return i;
    i = close + end.length;
  }
}

/** How many tags of a page a sample holds, up to `enough`. */
function countTags(sample: string, enough: number): number {
  let count = 0;
  TAG.lastIndex = 0;
  while (count < enough && TAG.test(sample)) count++;
  return count;
}

/** HTML by what it holds: a text that only mentions a tag is none. */
function looksLikeHtml(bytes: Uint8Array, extension: string): boolean {
  if (!bytes.subarray(0, 65_536).includes(0x3c)) return false;
  const mark = /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/;
  const head = latin(bytes, 0, 2048).replaceAll('\0', '').replace(mark, '');
  if (HTML_START.test(head.slice(afterPreamble(head)))) return true;
  const enough = /^x?html?$|^shtml?$/.test(extension) ? 1 : 8;
  if (countTags(head, enough) >= enough) return true;
  for (let from = 2048; from < Math.min(bytes.length, 65_536); from += 8192)
    if (countTags(latin(bytes, from, from + 8192).replaceAll('\0', ''), enough) >= enough) return true;
  return false;
}
