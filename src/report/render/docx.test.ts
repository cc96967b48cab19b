import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { directReading } from '../../../test/support/direct-reading.ts';
import { sampleOf } from '../../../test/support/sample.ts';
import { renderDocx } from './docx.ts';

const partsOf = async (lines: string) => {
  const files = unzipSync(await renderDocx(directReading(sampleOf(lines).report).report));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
};
const count = (text: string | undefined, pattern: RegExp) => [...(text ?? '').matchAll(pattern)].length;

describe('a report as a Word file', () => {
  it('names the faces of GB/T 9704 and is set on A4 with its margins', async () => {
    const parts = await partsOf('');
    const styles = parts['word/styles.xml'];
    for (const face of ['方正小标宋简体', '黑体', '仿宋_GB2312'])
      expect(styles).toContain(`w:eastAsia="${face}"`);
    const body = parts['word/document.xml'];
    expect(body).toContain('w:eastAsia="楷体_GB2312"');
    expect(body).toContain('<w:pgSz w:w="11906" w:h="16838"/>');
    expect(body).toContain('w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"');
  });

  it('numbers its pages — 1 —, outside on either side', async () => {
    const parts = await partsOf('');
    expect(parts['word/settings.xml']).toContain('<w:evenAndOddHeaders/>');
    expect(parts['word/footer1.xml']).toContain('<w:jc w:val="right"/>');
    expect(parts['word/footer2.xml']).toContain('<w:jc w:val="left"/>');
    expect(parts['word/footer1.xml']).toMatch(/— <.*PAGE.*> —/);
  });

  it('lets no row of a table break, and repeats the heads of tables 三 and 四', async () => {
    const body = (await partsOf(''))['word/document.xml'];
    expect(count(body, /<w:tr>/g)).toBe(count(body, /<w:cantSplit\/>/g));
    expect(count(body, /<w:tblHeader\/>/g)).toBe(6);
  });

  it('has in every row of table 三 cells for all ten columns', async () => {
    const body = (await partsOf(''))['word/document.xml']!;
    const table = body.split('<w:tbl>')[2]!.split('</w:tbl>')[0]!;
    for (const row of table.split('<w:tr>').slice(1)) {
      const widths = row
        .split('<w:tc>')
        .slice(1)
        .map((cell) => Number(/gridSpan w:val="(\d+)"/.exec(cell)?.[1] ?? 1));
      expect(widths.reduce((a, b) => a + b, 0)).toBe(10);
    }
  });

  it('is the same file for the same report, and tells no time and no person', async () => {
    const { report } = directReading(sampleOf('').report);
    expect(await renderDocx(report)).toEqual(await renderDocx(report));
    expect((await partsOf(''))['docProps/core.xml']).not.toMatch(/dcterms|creator/);
  });

  it('takes no text for markup, and drops what no XML may hold', async () => {
    const { report } = directReading(sampleOf('').report);
    const sections = [{ id: null, heading: '一、<w:p>', text: 'a\u0000b\u001fc & "d" \ud800' }];
    const body = strFromU8(unzipSync(await renderDocx({ ...report, sections }))['word/document.xml']!);
    expect(body).toContain('一、&lt;w:p&gt;');
    expect(body).toContain('abc &amp; &quot;d&quot; \ufffd');
  });
});
