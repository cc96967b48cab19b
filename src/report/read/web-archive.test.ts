import { describe, expect, it } from 'vitest';
import { encodeAs } from '../../../test/arbitraries/documents.ts';
import { mediaTypes, UnreadableFile } from '../document.ts';
import { readDocument } from './index.ts';

const page = '<html><head><meta charset="gb2312"></head><body><p>一、总体情况</p></body></html>';
const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
const quotedPrintable = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) =>
    byte > 126 || byte === 61
      ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
      : String.fromCharCode(byte),
  )
    .join('')
    .replace(/(.{70}[^=]{0,2}(?:=..)?)/g, '$1=\r\n');

const archive = (encoding: string, content: string, mark = '----=_NextPart_01'): string =>
  [
    'MIME-Version: 1.0',
    `Content-Type: multipart/related;\r\n boundary="${mark}"`,
    '',
    '此文档为单个文件网页。',
    `--${mark}`,
    'Content-Location: file:///C:/a/b.jpg\r\nContent-Type: image/jpeg\r\nContent-Transfer-Encoding: base64',
    '',
    '/9j/4AAQ',
    `--${mark}`,
    `Content-Transfer-Encoding: ${encoding}\r\nContent-Type: text/html; charset="gb2312"`,
    '',
    content,
    `--${mark}--`,
  ].join('\r\n');

const read = async (text: string) =>
  readDocument(bytesOf(text.replace('此文档为单个文件网页。', '')), '年报.doc');

describe('a web archive, as Word saves one under .doc', () => {
  const bytes = encodeAs(page, 'gb18030');

  it.each([
    ['base64', archive('base64', btoa(latin(bytes)).replace(/(.{60})/g, '$1\r\n'))],
    ['quoted-printable', archive('quoted-printable', quotedPrintable(bytes))],
    ['8bit', archive('8bit', latin(bytes))],
  ])('in %s is read as its page', async (_, text) => {
    const document = await read(text);
    expect(document.mediaType).toBe(mediaTypes.html);
    expect(document.blocks).toMatchObject([{ text: '一、总体情况' }]);
  });

  it.each([
    ['without a page', archive('base64', 'eA==').replace('text/html', 'text/css')],
    ['that ends in its head', 'MIME-Version: 1.0\r\nContent-Type: multipart/related'],
    [
      'whose parts are in each other without end',
      `MIME-Version: 1.0\n${'Content-Type: multipart/related; boundary=a\n\n--a\n'.repeat(5000)}`,
    ],
    ['of spoilt base64', archive('base64', 'x')],
  ])('%s is refused with one sentence', async (_, text) => {
    const failure = await read(text).then(
      () => null,
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(UnreadableFile);
    expect((failure as UnreadableFile).reason).toBe('corrupt');
  });
});
