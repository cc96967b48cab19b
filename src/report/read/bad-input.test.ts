import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  damaged,
  docxOf,
  encodeAs,
  htmlStyles,
  htmlTable,
  meantTables,
  wordParagraph,
  wordPart,
  wordTable,
} from '../../../test/arbitraries/documents.ts';
import { compoundFile } from '../../../test/support/word-file.ts';
import { mediaTypes, UnreadableFile } from '../document.ts';
import { fileLimit, LIMITS, readAtOnce, readDocument } from './index.ts';

const utf8 = (text: string): Uint8Array => encodeAs(text, 'utf-8');
const compound = (name: string): Uint8Array => {
  const bytes = new Uint8Array(4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set(encodeAs(name, 'utf-16le'), 2048);
  return bytes;
};
const signature = (...head: readonly number[]): Uint8Array =>
  Uint8Array.from([...head, ...new Array(300).fill(0)]);

/** The refusal of a file: its reason and its sentence. */
async function refusal(bytes: Uint8Array, fileName: string): Promise<UnreadableFile> {
  try {
    await readDocument(bytes, fileName);
  } catch (error) {
    if (error instanceof UnreadableFile) return error;
    throw error;
  }
  throw new Error('the file was read');
}

/** A part whose directory entry says it is smaller than it is. */
function lying(): Uint8Array {
  const bytes = docxOf(wordParagraph('甲'.repeat(3000)));
  const view = new DataView(bytes.buffer);
  for (let i = 0; i + 4 < bytes.length; i++)
    if (view.getUint32(i, true) === 0x02014b50) view.setUint32(i + 24, 100, true);
  return bytes;
}

function encryptedEntry(): Uint8Array {
  const bytes = docxOf(wordParagraph('甲'));
  const view = new DataView(bytes.buffer);
  for (let i = 0; i + 4 < bytes.length; i++)
    if (view.getUint32(i, true) === 0x02014b50) view.setUint16(i + 8, 1, true);
  return bytes;
}

describe('files that cannot be read', () => {
  it.each<[string, () => Uint8Array, string, UnreadableFile['reason']]>([
    ['nothing at all', () => new Uint8Array(), 'a.txt', 'empty'],
    ['a docx of 0 bytes', () => new Uint8Array(), 'a.docx', 'empty'],
    ['a picture named docx', () => signature(0x89, 0x50, 0x4e, 0x47), 'a.docx', 'wrongType'],
    ['a picture named txt', () => signature(0xff, 0xd8, 0xff, 0xe0), 'a.txt', 'wrongType'],
    [
      'random bytes named txt',
      () => Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) >> 3),
      'a.txt',
      'wrongType',
    ],
    ['a text named docx', () => utf8('某县年度报告'), 'a.docx', 'corrupt'],
    ['a Word file before 2007 that is cut off', () => compound('WordDocument'), 'a.doc', 'corrupt'],
    [
      'a presentation before 2007',
      () => compoundFile({ 'PowerPoint Document': [1] }),
      'a.ppt',
      'unsupported',
    ],
    [
      'a Word file as one XML',
      () => utf8('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>'),
      'a.xml',
      'unsupported',
    ],
    ['a text named xlsx', () => utf8('某县年度报告'), 'a.xlsx', 'corrupt'],
    ['an encrypted docx', () => compound('EncryptedPackage'), 'a.docx', 'encrypted'],
    ['a zip with a password', encryptedEntry, 'a.docx', 'encrypted'],
    ['a web archive', () => utf8('MIME-Version: 1.0\nContent-Type: multipart/related\n'), 'a.mht', 'corrupt'],
    ['a workbook without sheets', () => zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), 'a.xlsx', 'corrupt'],
    ['an encrypted workbook', () => compoundFile({ EncryptedPackage: [1, 2] }), 'a.xlsx', 'encrypted'],
    ['a zip of something else', () => zipSync({ 'readme.txt': strToU8('甲') }), 'a.docx', 'wrongType'],
    ['a docx cut off', () => docxOf(wordParagraph('甲'.repeat(500))).slice(0, 400), 'a.docx', 'corrupt'],
    ['a docx that says it is smaller than it is', lying, 'a.docx', 'corrupt'],
    ['a zip bomb', () => docxOf(' '.repeat(LIMITS.docxUnpacked + 1)), 'a.docx', 'bomb'],
    ['a small part of absurd ratio', () => docxOf(' '.repeat(8_000_000)), 'a.docx', 'bomb'],
    ['a text beyond the limit', () => new Uint8Array(LIMITS.text + 1).fill(0x31), 'a.txt', 'tooLarge'],
  ])('%s: refused with one Chinese sentence that says what to do', async (_, make, name, reason) => {
    const refused = await refusal(make(), name);
    expect(refused.reason).toBe(reason);
    expect(refused.message).toMatch(/^[^\n]{8,90}。$/);
    expect(refused.message).toMatch(/请|已停止/);
  });

  it('have limits that are known by name before they are opened', () => {
    expect(fileLimit('报告.DOCX')).toBe(LIMITS.docx);
    expect(fileLimit('a.shtml')).toBe(LIMITS.html);
    expect(fileLimit('a.xlsx')).toBe(LIMITS.workbook);
    expect(fileLimit('a.et')).toBe(LIMITS.workbook);
    expect(fileLimit('a.doc')).toBe(LIMITS.legacyWord);
    expect(fileLimit('a.pdf')).toBe(LIMITS.pdf);
    expect(fileLimit('a.csv')).toBe(LIMITS.text);
    expect(fileLimit('report')).toBe(LIMITS.text);
  });
});

describe('what a file is', () => {
  it.each([
    ['HTML named txt', utf8('<!DOCTYPE html><p>甲</p>'), 'a.txt', 'text/html'],
    ['HTML in UTF-16', encodeAs('<html><p>甲</p>', 'utf-16le'), 'a.htm', 'text/html'],
    ['a fragment after a comment', utf8('<!-- x --><table><tr><td>甲</table>'), 'a', 'text/html'],
    ['text that mentions a tag', utf8('请用 <p> 标记段落'), 'a.txt', 'text/plain'],
    ['text named html without any tag', utf8('某县年度报告'), 'a.html', 'text/plain'],
    ['a docx named zip', docxOf(wordParagraph('甲')), 'a.zip', mediaTypes.docx],
  ])('is told by its content: %s', (_, bytes, name, mediaType) => {
    expect(readAtOnce(bytes, name).mediaType).toBe(mediaType);
  });
});

describe('hostile markup takes time in proportion to its size', () => {
  const times = 100_000;
  it.each([
    ['tables in tables', '<table><tr><td>'.repeat(times)],
    ['comments never closed', '<!-- -'.repeat(times)],
    ['titles never closed', '<title>'.repeat(times)],
    ['quotes never closed', `${"<p a='x>".repeat(times)}<p b="`],
    ['hidden in hidden', '<span hidden>'.repeat(times)],
    ['angle brackets', '<'.repeat(times * 4)],
    ['references', '&nbspabc'.repeat(times)],
    ['line breaks', 'a<br>'.repeat(times)],
    ['spans', `<table>${'<tr><td rowspan=9999 colspan=9999>1'.repeat(times / 10)}`],
    ['small tables', '<table><tr><td>1<td>2</table>'.repeat(times / 10)],
  ])(
    '%s',
    (_, html) => {
      expect(readAtOnce(utf8(`<html>${html}`), 'a.html').mediaType).toBe('text/html');
    },
    10_000,
  );

  it.each([
    ['tables in tables', '<w:tbl><w:tr><w:tc>'],
    ['text boxes in text boxes', '<w:p><w:r><w:txbxContent>'],
    ['tags never closed', '<w:p '],
  ])(
    'docx: %s',
    (_, xml) => {
      const noise = Array.from({ length: 20_000 }, (_each, i) => `${xml}<!--${(i * 7919) % 99_991}-->`).join(
        '',
      );
      const bytes = zipSync({ 'word/document.xml': strToU8(wordPart('document', noise)) });
      expect(readAtOnce(bytes, 'a.docx').mediaType).toBe(mediaTypes.docx);
    },
    10_000,
  );
});

describe('damaged files', () => {
  /** Reads or refuses; anything else that is thrown fails the test. */
  const survives = (bytes: Uint8Array, name: string): void => {
    try {
      readAtOnce(bytes, name);
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
    }
  };
  const files = fc.oneof(
    fc.tuple(meantTables(), htmlStyles()).map(([table, style]) => ({
      name: 'a.html',
      bytes: utf8(
        `<html><head><title>甲</title></head><h1>年度报告</h1><p>正文<br>二</p>${htmlTable(table, style)}<img src=a>`,
      ),
    })),
    meantTables().map((table) => ({
      name: 'a.docx',
      bytes: docxOf(wordParagraph('年度报告', '<w:outlineLvl w:val="0"/>') + wordTable(table)),
    })),
    fc
      .tuple(
        fc.string({ unit: 'grapheme-composite', maxLength: 400 }),
        fc.constantFrom('gb18030', 'utf-16le', 'utf-8'),
      )
      .map(([text, encoding]) => ({ name: 'a.txt', bytes: encodeAs(text, encoding as 'utf-8') })),
  );

  it('are read or refused, never worse', () => {
    fc.assert(
      fc.property(
        files.chain(({ name, bytes }) => damaged(bytes).map((broken) => ({ name, broken }))),
        ({ name, broken }) => survives(broken, name),
      ),
      { numRuns: 400 },
    );
  });

  it('whose package is whole but whose markup is broken are read as far as they go', () => {
    fc.assert(
      fc.property(
        meantTables().chain((table) =>
          damaged(utf8(wordPart('document', `<w:body>${wordTable(table)}</w:body>`))),
        ),
        (xml) => survives(zipSync({ 'word/document.xml': xml }), 'a.docx'),
      ),
      { numRuns: 200 },
    );
  });

  it('of any bytes at all are read or refused', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 500 }),
        fc.constantFrom('a.txt', 'a.html', 'a.docx', 'a'),
        survives,
      ),
      { numRuns: 300 },
    );
  });
});
