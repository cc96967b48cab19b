import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { directReading } from '../../../test/support/direct-reading.ts';
import { sampleOf } from '../../../test/support/sample.ts';
import type { AnnualReport } from '../../domain/annual/report.ts';
import { renderXlsx } from './xlsx.ts';

const reportOf = (lines: string): AnnualReport => directReading(sampleOf(lines).report).report;

/** Sheets by name, each its XML. */
async function sheetsOf(report: AnnualReport): Promise<Record<string, string>> {
  const files = unzipSync(await renderXlsx(report));
  const names = [...strFromU8(files['xl/workbook.xml']!).matchAll(/<sheet name="([^"]*)"/g)];
  return Object.fromEntries(
    names.map((match, i) => [match[1]!, strFromU8(files[`xl/worksheets/sheet${i + 1}.xml`]!)]),
  );
}
const formulasIn = (sheet: string | undefined) =>
  [...(sheet ?? '').matchAll(/<c r="(\w+)"[^>]*><f>([^<]*)<\/f><v>([^<]*)<\/v>/g)].map(
    ([, cell, formula, value]) => `${cell} = ${formula} → ${value}`,
  );

describe('a report as a workbook', () => {
  it('has a sheet for every table and sheets for the prose between', async () => {
    expect(Object.keys(await sheetsOf(reportOf('statistics')))).toEqual([
      '正文',
      '表二',
      '表三',
      '表四',
      '正文5',
      '统计表',
    ]);
  });

  it('has its totals as formulas with their result: of every row, of every column, of every block', async () => {
    const sheets = await sheetsOf(reportOf(''));
    const formulas = formulasIn(sheets.表三);
    expect(formulas).toHaveLength(25 + 6);
    expect(formulas[0]).toBe('J5 = SUM(D5:I5) → 12');
    expect(formulas).toContain('D28 = SUM(D7:D27) → 10');
    expect(formulas).toContain('J28 = SUM(D28:I28) → 12');
    expect(formulasIn(sheets.表四)).toEqual([
      'E5 = SUM(A5:D5) → 1',
      'J5 = SUM(F5:I5) → 0',
      'O5 = SUM(K5:N5) → 0',
    ]);
  });

  it('leaves the printed number where it is not the sum, or a part of it is not told', async () => {
    const wrong = await sheetsOf(reportOf('cell applications.received.total = 13'));
    expect(formulasIn(wrong.表三)[0]).toBe('J6 = SUM(D6:I6) → 1');
    expect(wrong.表三).toMatch(/<c r="J5" s="\d+"><v>13<\/v>/);
    const blank = await sheetsOf(reportOf('cell applications.received.research ='));
    expect(formulasIn(blank.表三)).toHaveLength(25 + 6 - 1);
  });

  it('computes no balance: the last of its figures is marked when it does not come out', async () => {
    const sheet = (await sheetsOf(reportOf(''))).表三!;
    expect(sheet).toContain(
      '<conditionalFormatting sqref="D29"><cfRule type="expression" dxfId="0" priority="1"><formula>SUM(D5:D6)&lt;&gt;SUM(D28:D29)</formula>',
    );
    expect(sheet).toMatch(/<c r="D29" s="\d+"><v>1<\/v>/);
  });

  it('sums up a collapsed table 三 as it is printed', async () => {
    const formulas = formulasIn((await sheetsOf(reportOf('form 2019\ncollapse'))).表三);
    expect(formulas[0]).toBe('F4 = SUM(D4:E4) → 12');
    expect(formulas).toContain('D12 = SUM(D6:D11) → 10');
  });

  it.each(['=1+1', '+cmd', '-2', '@SUM(A1)', '=HYPERLINK("http://x","y")'])(
    'keeps the text %s a text, also once somebody edits its cell',
    async (text) => {
      const report = reportOf('');
      const sections = [{ id: null, heading: text, text }];
      const sheet = (await sheetsOf({ ...report, sections })).正文!;
      const cells = [...sheet.matchAll(/<c r="\w+" s="(\d+)"( t="inlineStr")?>(<is>)?/g)];
      expect(cells.every(([, , type, string]) => type !== undefined && string !== undefined)).toBe(true);
      expect(sheet).not.toContain('<f>');
      const files = unzipSync(await renderXlsx({ ...report, sections }));
      const formats = strFromU8(files['xl/styles.xml']!)
        .split('<cellXfs')[1]!
        .match(/<xf .*?<\/xf>/g)!;
      expect(formats[Number(cells.at(-1)![1])]).toContain('quotePrefix="1"');
    },
  );

  it('prints a figure that is too long for a number as the text that the report has', async () => {
    const report = reportOf('');
    const id = 'disclosure.licensing.decisions';
    const long = { ...report.cells[id]!, value: 1e21, text: '1000000000000000000000' };
    const sheets = await sheetsOf({ ...report, cells: { ...report.cells, [id]: long } });
    expect(sheets.表二).toContain('>1000000000000000000000<');
  });

  it('is the same file for the same report', async () => {
    expect(await renderXlsx(reportOf(''))).toEqual(await renderXlsx(reportOf('')));
  });
});
