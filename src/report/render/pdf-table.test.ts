import { describe, expect, it } from 'vitest';
import { directReading } from '../../../test/support/direct-reading.ts';
import { cleanReport } from '../../../test/support/generate.ts';
import { sampleStatistics } from '../../../test/support/sample-statistics.ts';
import { type LaidTable, type LaidTableId, tablesOf } from './laid-report.ts';
import { layReport } from './layout.ts';
import { pdfTable } from './pdf-table.ts';

const sample = { ...cleanReport(3, { form: '2021', prose: 100 }), statistics: sampleStatistics() };
const laid = tablesOf(layReport(directReading(sample).report));
const table = (id: LaidTableId): LaidTable => laid.find((each) => each.id === id)!;
/** The table with one text in place of every figure. */
const filled = (id: LaidTableId, text: string): LaidTable => ({
  ...table(id),
  rows: table(id).rows.map((row) => row.map((cell) => (cell.cell === null ? cell : { ...cell, text }))),
});

describe('a table of the form on paper', () => {
  it.each(['disclosure', 'applications', 'appeals'] as const)('stands on one page: %s', (id) => {
    expect(pdfTable(table(id)).breakable).toBe(false);
  });

  it('is set the roomier the shorter it is', () => {
    expect(pdfTable(table('appeals')).inset).toBeGreaterThan(pdfTable(table('applications')).inset);
  });

  it('has every cell once, heads apart from what is repeated with them', () => {
    const { head, body } = pdfTable(table('applications'));
    expect(head.every(({ y, h }) => y + h <= 3)).toBe(true);
    expect(head.length + body.length).toBe(table('applications').rows.flat().length);
  });

  it('goes on on the next page where no page holds it, never inside a row or a group of rows', () => {
    const long = pdfTable(table('statistics'));
    expect(long.breakable).toBe(true);
    expect(long.head.length).toBe(3);
    expect(long.body.every(({ breakable }) => !breakable)).toBe(true);
  });

  it('lets only what is higher than a page be torn', () => {
    const high = pdfTable(filled('applications', '很长的文字'.repeat(40)));
    expect(high.breakable).toBe(true);
    const torn = high.body.filter(({ breakable }) => breakable);
    expect(torn.map(({ lines }) => lines[0])).toContain('三、本年度办理结果');
    expect(high.head.some(({ breakable }) => breakable)).toBe(false);
  });

  it('prints its notes as last rows over the whole width', () => {
    const { body } = pdfTable({ ...table('appeals'), notes: ['注：未能确定读出。'] });
    expect(body.at(-1)).toMatchObject({ x: 0, y: 4, w: 15, h: 1, lines: ['注：未能确定读出。'] });
  });
});

describe('a figure too long for its column', () => {
  const cellOf = (text: string) =>
    pdfTable(filled('appeals', text)).body.find(({ lines }) => lines.join('') === text)!;

  it.each([
    ['12', 10.5, 1],
    ['123456', 7.5, 1],
    ['12345678', 5.6, 1],
    ['987654321012', 5, 2],
  ])('is set smaller, then on several lines: %s', (text, size, lines) => {
    expect(cellOf(text)).toMatchObject({ size });
    expect(cellOf(text).lines).toHaveLength(lines);
  });

  it('leaves Chinese its size, which breaks by itself', () => {
    expect(cellOf('尚未审结的案件').size).toBe(10.5);
  });
});
