import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { directReading } from '../../../test/support/direct-reading.ts';
import { cleanReport } from '../../../test/support/generate.ts';
import { renderPdf } from '../../app/pdf-renderer.ts';
import type { AnnualReport } from '../../domain/annual/report.ts';
import { readDocument } from '../read/index.ts';

const now = new Date('2026-01-05T03:00:00Z');
const reportOf = (seed: number, form: '2019' | '2021' = '2021'): AnnualReport =>
  directReading(cleanReport(seed, { form, prose: 600 })).report;
const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const withText = (report: AnnualReport, text: string): AnnualReport => ({
  ...report,
  sections: report.sections.map((section) =>
    section.id === 'problems' ? { ...section, text: `${section.text}\n${text}` } : section,
  ),
});
const wordsOf = async (bytes: Uint8Array): Promise<string> => {
  const { blocks } = await readDocument(bytes, 'report.pdf');
  return JSON.stringify(blocks);
};

describe('a report as PDF', () => {
  const report = reportOf(1);
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await renderPdf(report, now);
  });

  it('declares PDF/A-2b with an output intent, its language and its title', () => {
    const text = latin(bytes);
    expect(text).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>');
    expect(text).toContain('/GTS_PDFA1');
    expect(text).toContain('/Lang (zh-CN)');
    const title = new TextDecoder().decode(bytes);
    expect(title).toContain(`${report.agency!.name}${report.year}年政府信息公开工作年度报告</rdf:li>`);
  });

  it('is tagged, and neither encrypted nor scripted', () => {
    const text = latin(bytes);
    expect(text).toContain('/StructTreeRoot');
    expect(text).toContain('/MarkInfo');
    expect(text).not.toContain('/Encrypt');
    expect(text).not.toMatch(/\/(JavaScript|JS|Launch|EmbeddedFiles)\b/);
  });

  it('embeds its fonts as subsets and stays small', () => {
    expect(latin(bytes).match(/\/FontFile[23]/g)?.length).toBeGreaterThan(0);
    expect(bytes.length).toBeLessThan(500_000);
  });

  it('is the same to the byte for the same report on the same day, and not on another', async () => {
    expect(Buffer.compare(await renderPdf(report, now), bytes)).toBe(0);
    const later = await renderPdf(report, new Date('2026-02-01T03:00:00Z'));
    expect(Buffer.compare(later, bytes)).not.toBe(0);
  });

  it('is dated by the day in Beijing', async () => {
    const evening = await renderPdf(report, new Date('2026-01-05T17:00:00Z'));
    expect(latin(evening)).toContain('<xmp:CreateDate>2026-01-06');
  });
});

describe('text of a report in a PDF', () => {
  it.each([
    ['a call of the template', '#panic("x") #read("main.typ") #data.title'],
    ['formulas and code', '$ x^2 $ `code` ``` raw ```'],
    ['escapes and quotes', '\\ \\u{41} \\n "引号" \' «»'],
    ['brackets and comments', '] } ) /* 注 */ // 注 [a] {b}'],
    ['headings and lists', '= 标题 - 列 + 项 / 词: 释'],
    ['labels and links', '<label> @ref https://example.org *粗* _斜_ ~ ---'],
  ])('stands as it is written: %s', async (_, hostile) => {
    const words = await wordsOf(await renderPdf(withText(reportOf(2), hostile), now));
    const letters = (text: string) => text.replace(/\s/g, '');
    expect(letters(words)).toContain(letters(JSON.stringify(hostile).slice(1, -1)));
  });

  it.each([
    ['control characters', '甲\u0000\u0007\u001b乙'],
    ['invisible marks and turned letters', '甲\u200b\u202e\ufeff乙'],
    ['half a surrogate pair', '甲\ud800乙'],
    ['a noncharacter', '甲\ufffe乙'],
    ['a character that no font has', '甲\u{10fffd}乙'],
    ['an emoji', '甲😀乙'],
  ])('loses nothing else for %s', async (_, hostile) => {
    expect(await wordsOf(await renderPdf(withText(reportOf(3), hostile), now))).toMatch(/甲.{0,2}乙/);
  });

  it('leaves 〓 where no font has the character', async () => {
    const words = await wordsOf(await renderPdf(withText(reportOf(3), '甲\u{10fffd}乙'), now));
    expect(words).toContain('甲〓乙');
  });

  it('is not turned into Kangxi radicals', async () => {
    const words = await wordsOf(await renderPdf(withText(reportOf(4), '一人大小工文方日月水火'), now));
    expect(words).toContain('一人大小工文方日月水火');
    expect(words).not.toMatch(/[\u2e80-\u2fdf]/);
  });

  it('keeps spaces out from between Chinese and figures', async () => {
    const words = await wordsOf(await renderPdf(withText(reportOf(5), '全年办理123件Word文件456份'), now));
    expect(words).toContain('全年办理123件Word文件456份');
  });

  it('breaks an address too long for its line and stays on the paper', async () => {
    const address = `网址https://www.example.gov.cn/${'abcdefgh'.repeat(12)}.html。`;
    const words = await wordsOf(await renderPdf(withText(reportOf(5), address), now));
    expect(words.replace(/ /g, '')).toContain(address);
  });

  it('is refused where it is too long to be a report', async () => {
    const report = withText(reportOf(5), '长'.repeat(300_000));
    await expect(renderPdf(report, now)).rejects.toThrow('报告文字超过20万字');
  });

  it('never fails for the characters it is made of, wherever they stand', async () => {
    const report = reportOf(6);
    const texts = fc.tuple(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
    );
    await fc.assert(
      fc.asyncProperty(texts, async ([one, other]) => {
        const cell = { value: null, text: one, status: 'unreadable', at: null } as const;
        const strange: AnnualReport = {
          ...withText(report, `${one}\n${other}`),
          agency: { name: one, kind: 'other', code: null },
          front: { title: other, preamble: [one], signedBy: other, signedOn: null, closing: [other, one] },
          cells: { ...report.cells, 'applications.granted.total': cell },
        };
        expect((await renderPdf(strange, now)).length).toBeGreaterThan(10_000);
      }),
      { numRuns: 8 },
    );
  }, 120_000);

  it('takes a very long line and a very long word', async () => {
    const long = `${'长'.repeat(20_000)}${'9'.repeat(40_000)}`;
    const words = await wordsOf(await renderPdf(withText(reportOf(6), long), now));
    expect(words.replace(/\s/g, '').match(/9/g)!.length).toBeGreaterThan(40_000);
  });
});
