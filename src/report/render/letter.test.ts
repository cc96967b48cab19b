import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerLetter, everyLetter } from '../../../test/support/letters.ts';
import { samplePng } from '../../../test/support/seal.ts';
import { renderLetterPdf } from '../../app/pdf-renderer.ts';
import type { Letter } from '../../domain/application/letters/letter.ts';
import { writtenDay } from '../../domain/workday/index.ts';
import { readDocument } from '../read/index.ts';
import { renderLetterDocx } from './letter-docx.ts';
import { headSize, titleLines } from './letter-page.ts';

const now = new Date('2026-03-27T03:00:00Z');
const seal = samplePng();
const sealed = { seal, draft: false };
const partial = answerLetter('partial');
const letters = everyLetter();
const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const bare = (text: string): string => text.replace(/\s/g, '');

/** Everything that a reader of a letter sees, in order. */
const printed = (letter: Letter): readonly string[] => [
  letter.documentNumber!,
  letter.title,
  ...(letter.addressee === '' ? [] : [`${letter.addressee}：`]),
  ...letter.paragraphs.map(({ text }) => text),
  ...letter.fields.map(({ label }) => label),
  ...letter.enclosures,
  ...(letter.signedBy === null ? [] : [letter.signedBy, writtenDay(letter.date!)]),
];

const inOrder = (text: string, parts: readonly string[]): void => {
  let at = 0;
  for (const part of parts) {
    const found = bare(text).indexOf(bare(part), at);
    expect(found, part).toBeGreaterThanOrEqual(at);
    at = found + bare(part).length;
  }
};

async function wordsOf(bytes: Uint8Array): Promise<string> {
  const { blocks } = await readDocument(bytes, 'letter.pdf');
  return blocks.map((block) => ('text' in block ? block.text : JSON.stringify(block))).join('');
}

/** Text of each page, as pdf.js takes it out. */
async function pagesOf(bytes: Uint8Array): Promise<readonly string[]> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const texts: string[] = [];
  for (let page = 1; page <= document.numPages; page += 1) {
    const { items } = await (await document.getPage(page)).getTextContent();
    texts.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
  }
  return texts;
}

describe('a letter as PDF', () => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await renderLetterPdf(partial, now, sealed);
  });

  it('is PDF/A-2b, tagged, titled, neither encrypted nor scripted', () => {
    const text = latin(bytes);
    expect(text).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>');
    expect(text).toContain('/StructTreeRoot');
    expect(text).not.toMatch(/\/(Encrypt|JavaScript|JS|Launch|EmbeddedFiles)\b/);
    expect(new TextDecoder().decode(bytes)).toContain('政府信息部分公开告知书');
  });
  it('prints both remedies of a partial disclosure, its enclosure and its signature', async () => {
    const text = bare(await wordsOf(bytes));
    expect(text).toContain('您对本告知书中不予公开的内容不服的');
    expect(text).toContain('您对本告知书的其他内容不服的');
    expect(text).toContain('附件：2025年度农村公路养护计划');
    expect(text).toContain('九都镇人民政府2026年3月27日');
  });
  it('is the same to the byte for the same letter, and bears its seal only when given one', async () => {
    expect(Buffer.compare(await renderLetterPdf(partial, new Date(0), sealed), bytes)).toBe(0);
    const plain = await renderLetterPdf(partial, now);
    expect(plain.length).toBeLessThan(bytes.length);
    expect(latin(plain)).not.toContain('/Subtype /Image');
  });
  it('puts a character that no font has as 〓, and takes markup for text', async () => {
    const odd = {
      ...partial,
      paragraphs: [
        { ...partial.paragraphs[0]!, text: '“#strong[x]”与\u{10ffff}与$x$。' },
        ...partial.paragraphs.slice(1),
      ],
    };
    expect(bare(await wordsOf(await renderLetterPdf(odd, now, sealed)))).toContain('“#strong[x]”与〓与$x$。');
  });
  it('says 草稿 on every page of a draft, and bears no seal then', async () => {
    const long = {
      ...partial,
      paragraphs: [...partial.paragraphs, ...partial.paragraphs, ...partial.paragraphs],
    };
    const draft = await renderLetterPdf(long, now, { seal, draft: true });
    const pages = await pagesOf(draft);
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.filter((text) => text.includes('草稿'))).toHaveLength(pages.length);
    expect(latin(draft)).not.toContain('/Subtype /Image');
    expect((await pagesOf(await renderLetterPdf(long, now, sealed))).join('')).not.toContain('草稿');
  });
  it('keeps a short letter on one page, signature and all', async () => {
    for (const id of ['declined.repeated', 'denied.deliberative', 'granted.provided'] as const) {
      const text = latin(await renderLetterPdf(answerLetter(id), now, sealed));
      expect(text, id).toMatch(/\/Type \/Pages\s+\/Count 1\b/);
    }
  });
});

describe('a letter as Word file', () => {
  const textOf = async (bytes: Uint8Array): Promise<string> =>
    (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;
  const part = (bytes: Uint8Array, path: string): string => new TextDecoder().decode(unzipSync(bytes)[path]);

  it.each(letters)('$name holds everything that is said, in order', async ({ letter }) => {
    inOrder(await textOf(renderLetterDocx(letter, sealed)), printed(letter));
  });
  it('has a red letterhead on its first page only, its number at the right', () => {
    const bytes = renderLetterDocx(partial, sealed);
    expect(part(bytes, 'word/header3.xml')).toContain('九都镇人民政府');
    expect(part(bytes, 'word/header3.xml')).toContain('thickThinSmallGap');
    expect(part(bytes, 'word/footer3.xml')).not.toContain('PAGE');
    expect(part(bytes, 'word/document.xml')).toContain('<w:titlePg/>');
    expect(part(bytes, 'word/document.xml')).toMatch(
      /<w:jc w:val="right"\/><\/w:pPr><w:r><w:t[^>]*>九政公开告〔2026〕12号/,
    );
  });
  it('bears its seal as given, over the signature; a form that others sign bears none', () => {
    const parts = unzipSync(renderLetterDocx(partial, sealed));
    expect(Buffer.compare(parts['word/media/rId9.png']!, seal)).toBe(0);
    const form = letters.find(({ name }) => name === 'opinionForm')!.letter;
    expect(
      Object.keys(unzipSync(renderLetterDocx(form, sealed))).some((path) => path.includes('media')),
    ).toBe(false);
  });
  it('says 草稿 in the header of every kind of page of a draft, and bears no seal then', () => {
    const parts = unzipSync(renderLetterDocx(partial, { seal, draft: true }));
    const text = (path: string) => new TextDecoder().decode(parts[path]);
    for (const type of ['first', 'default', 'even']) {
      const id = new RegExp(`w:headerReference w:type="${type}" r:id="(\\w+)"`).exec(
        text('word/document.xml'),
      )![1];
      const [, file] = new RegExp(`Id="${id}"[^>]*Target="([^"]+)"`).exec(
        text('word/_rels/document.xml.rels'),
      )!;
      expect(text(`word/${file}`), type).toContain('string="草稿"');
    }
    expect(parts['word/media/rId9.png']).toBeUndefined();
    expect(
      Object.values(unzipSync(renderLetterDocx(partial, sealed)))
        .map((part) => new TextDecoder().decode(part))
        .join(''),
    ).not.toContain('草稿');
  });
  it('is the same to the byte for the same letter, and escapes what looks like markup', async () => {
    expect(Buffer.compare(renderLetterDocx(partial, sealed), renderLetterDocx(partial, sealed))).toBe(0);
    const odd = { ...partial, addressee: '<w:p>&甲' };
    expect(await textOf(renderLetterDocx(odd))).toContain('<w:p>&甲：');
  });
});

describe('the first page', () => {
  it('holds the name of any agency on one line, and breaks a long title in two', () => {
    expect(headSize('九都镇人民政府')).toBe(36);
    for (const length of [14, 20, 30, 40])
      expect(headSize('某'.repeat(length)) * length).toBeLessThanOrEqual(482);
    expect(titleLines('政府信息部分公开告知书')).toHaveLength(1);
    expect(titleLines('某'.repeat(25))).toEqual(['某'.repeat(13), '某'.repeat(12)]);
  });
});
