import { CFB, utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../src/domain/annual/report.ts';
import { annualForms } from '../src/law/forms/index.ts';
import { readDocument } from '../src/report/read/index.ts';
import type { Reading } from '../src/report/reading.ts';
import { recognise } from '../src/report/recognise/index.ts';
import { checkReading, rules } from '../src/report/rules/index.ts';
import { notesAt } from './support/direct-reading.ts';
import { pageOf } from './support/rule-pages.ts';
import { sampleOf } from './support/sample.ts';
import type { SampleReport } from './support/sample-model.ts';
import { type WorkbookLayout, workbookLayouts, workbookOf } from './support/workbook-layouts.ts';

const layouts = workbookLayouts.map((layout) => [layout.name, layout] as const);

async function readBytes(bytes: Uint8Array, fileName: string, report: SampleReport): Promise<Reading> {
  const document = await readDocument(bytes, fileName);
  const { kind, code } = report;
  const source = { file: fileName, sha256: '', mediaType: document.mediaType };
  const reading = recognise(document, source, { agency: { kind, ...(code === null ? {} : { code }) } });
  return { ...reading, notes: [...reading.notes, ...notesAt(report, reading.report.cells)] };
}

const readAs = (layout: WorkbookLayout, report: SampleReport): Promise<Reading> =>
  readBytes(layout.bytes(report), layout.fileName, report);

const told = (findings: readonly Finding[]): string[] =>
  findings.map(({ code, message }) => `${code} ${message}`);

describe.each(layouts)('a report set as “%s”', (_, layout) => {
  it.each(['', 'form 2019'])('has every cell of the form, and no faults (%s)', async (lines) => {
    const { report } = sampleOf(lines);
    const reading = await readAs(layout, report);
    expect(reading.report).toMatchObject({
      form: report.form,
      year: report.year,
      agency: { name: report.agency },
    });
    for (const { id } of annualForms[report.form].cells) {
      const cell = reading.report.cells[id];
      expect([id, cell?.value, cell?.status]).toEqual([id, Number(report.cells[id]), 'read']);
      expect(cell?.at).toMatchObject({ table: expect.any(Number), row: expect.any(Number) });
    }
    expect(reading.report.sections.map(({ heading }) => heading)).toEqual(
      report.sections.map(({ heading }) => heading),
    );
    expect(told(checkReading(reading, { previous: null }))).toEqual([]);
  });
});

/** One layout of each reader. */
const tried = layouts.filter(([name]) => ['one sheet', 'a sheet a section', 'csv'].includes(name));

describe.each(tried)('the examples on the rules’ pages set as “%s”', (_, layout) => {
  it('fail and pass as anywhere', async () => {
    const differences: string[] = [];
    for (const rule of rules) {
      const { fails, passes } = pageOf(rule.id)!;
      for (const [example, fail] of [
        ...fails.map((one) => [one, true] as const),
        ...passes.map((one) => [one, false] as const),
      ]) {
        const { report, previous, also } = sampleOf(example);
        // A sheet cannot be named like a heading with other signs; no sheet here holds a picture.
        const named = layout.name === 'a sheet a section' && /heading|insert|drop section/.test(example);
        if (named || example.includes('picture')) continue;
        const before = previous === null ? null : (await readAs(layout, previous)).report;
        const findings = checkReading(await readAs(layout, report), { previous: before });
        const own = findings.filter(({ code }) => code === rule.code);
        const others = fail ? findings.filter(({ code }) => code !== rule.code && !also.includes(code)) : [];
        if (fail && own.length === 0) differences.push(`${rule.code} not found: ${example}`);
        if (!fail && own.length > 0) differences.push(`${told(own).join(' ')}: ${example}`);
        differences.push(...told(others).map((finding) => `${finding}: ${example}`));
      }
    }
    expect(differences).toEqual([]);
  });
});

describe('a workbook with a report on each of several sheets', () => {
  it('is refused, and the sheets are named', async () => {
    const [first, second] = [sampleOf('').report, sampleOf('agency 清河县').report];
    const reading = await readBytes(
      workbookOf([
        ['青石镇', first],
        ['清河县', second],
      ]),
      '汇总.xlsx',
      first,
    );
    const findings = checkReading(reading, { previous: null });
    expect(findings.map(({ code }) => code)).toEqual(['R001']);
    expect(findings[0]?.message).toBe(
      '工作簿的工作表“青石镇”、“清河县”各有一份年度报告，无法确定检查哪一份。请把每份报告单独存成一个文件，逐份提交。',
    );
  });

  it('is read where the other sheets are hidden, and these are named', async () => {
    const { report } = sampleOf('');
    const sound = workbookOf([
      ['青石镇', report],
      ['上年', sampleOf('previous').previous!],
    ]);
    const zip = CFB.read(sound, { type: 'buffer' });
    const book = CFB.find(zip, '/xl/workbook.xml')!;
    const xml = new TextDecoder().decode(Uint8Array.from(book.content as number[]));
    book.content = new TextEncoder().encode(
      xml.replace('name="上年"', 'name="上年" state="hidden"'),
    ) as never;
    const bytes = new Uint8Array(CFB.write(zip, { fileType: 'zip', type: 'array' }) as ArrayBuffer);
    const reading = await readBytes(bytes, '年报.xlsx', report);
    expect(reading.refused).toBeNull();
    expect(reading.report.year).toBe(report.year);
    expect(told(checkReading(reading, { previous: null }))).toEqual([
      'R012 工作表“上年”是隐藏的，没有读取，也不参加核对。属于报告的请取消隐藏后再检查，不属于的请删除后再发布。',
    ]);
  });
});

describe('formulas in the cells of a report', () => {
  const id = 'applications.received.total';

  /** The clean report with a formula in the total of the applications received. */
  async function withFormula(formula: (row: number) => string, stored: number | null): Promise<Reading> {
    const { report } = sampleOf('');
    const { read } = await import('@e965/xlsx');
    const book = read(workbookOf([['年报', report]]), { type: 'array' });
    const sheet = book.Sheets.年报!;
    const row = Object.keys(sheet).find(
      (key) => (sheet[key] as { v?: unknown }).v === '一、本年新收政府信息公开申请数量',
    )!;
    const place = utils.decode_cell(row);
    const cell = { t: 'n', f: formula(place.r + 1), ...(stored === null ? {} : { v: stored }) };
    sheet[utils.encode_cell({ r: place.r, c: 9 })] = cell;
    return readBytes(
      new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer),
      'a.xlsx',
      report,
    );
  }
  const sum = (row: number): string => `SUM(D${row}:I${row})`;

  it('are taken by the result stored, quietly where it is right', async () => {
    const reading = await withFormula(sum, 12);
    expect(reading.report.cells[id]).toMatchObject({ value: 12, status: 'read' });
    expect(told(checkReading(reading, { previous: null }))).toEqual([]);
  });

  it('whose result is not their sum are R202, at the cell', async () => {
    const reading = await withFormula(sum, 15);
    expect(reading.report.cells[id]).toMatchObject({ value: 15, status: 'read' });
    const fault = checkReading(reading, { previous: null }).find(({ code }) => code === 'R202');
    expect(fault).toMatchObject({ cells: [id], at: reading.report.cells[id]?.at });
    expect(fault?.message).toMatch(/存的结果是15，按公式计算应为12/);
  });

  it('without a result are drawn up where they are sums: inferred, and told', async () => {
    const reading = await withFormula(sum, null);
    expect(reading.report.cells[id]).toMatchObject({ value: 12, status: 'inferred', text: '12' });
    expect(told(checkReading(reading, { previous: null }))).toEqual([
      expect.stringMatching(/^R012 .*没有存公式的结果/),
    ]);
  });

  it('without a result and no sum cannot be read', async () => {
    const reading = await withFormula((row) => `ROUND(D${row},0)`, null);
    expect(reading.report.cells[id]).toMatchObject({ value: null, status: 'unreadable' });
  });
});
