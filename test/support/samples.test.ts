import { describe, expect, it } from 'vitest';
import { annualForms } from '../../src/law/forms/index.ts';
import { jaccard, shingles } from '../../src/report/similarity/shingles.ts';
import { cleanReport, publishedReport, spoil } from './generate.ts';
import { layoutNamed, layouts } from './layouts.ts';
import { sampleOf } from './sample.ts';
import type { SampleReport } from './sample-model.ts';

const proseOf = (report: SampleReport): string => report.sections.flatMap((s) => s.paragraphs).join('');
const size = (text: string): number => new TextEncoder().encode(text).length;

describe('samples', () => {
  it('refuse a line they do not know', () => {
    for (const line of [
      'nonsense',
      'cell disclosure.nothing = 1',
      'drop sky',
      'section nowhere: 文字',
      'row x.y = 1',
    ])
      expect(() => sampleOf(line), line).toThrow();
  });

  it('change what the lines say and nothing else', () => {
    const clean = sampleOf('').report;
    const { report, previous, also } = sampleOf(
      'cell applications.received.total = 13\nadd overview: 又一段。\nprevious signed 2022-02-03\nalso R302',
    );
    expect(report.cells).toEqual({ ...clean.cells, 'applications.received.total': '13' });
    expect(report.sections[0]?.paragraphs.at(-1)).toBe('又一段。');
    expect(previous?.year).toBe(2021);
    expect(previous?.closing.at(-1)).toBe('2022年2月3日');
    expect(also).toEqual(['R302']);
  });

  it('take another name throughout', () => {
    const { report } = sampleOf('agency 清河县人民政府');
    expect(report.title).toBe('清河县人民政府2022年政府信息公开工作年度报告');
    expect(JSON.stringify(report)).not.toContain('青石镇');
  });
});

describe('generated reports', () => {
  it('are the same for the same seed', () => {
    expect(cleanReport(12)).toEqual(cleanReport(12));
    expect(cleanReport(12)).not.toEqual(cleanReport(13));
  });

  it('satisfy every identity of their form', () => {
    for (let seed = 0; seed < 60; seed++) {
      const { form, cells } = cleanReport(seed, { prose: 10 });
      const sum = (ids: readonly string[]) => ids.reduce((n, id) => n + Number(cells[id]), 0);
      expect(Object.keys(cells).sort()).toEqual(annualForms[form].cells.map((c) => c.id).sort());
      for (const { left, right } of annualForms[form].identities) expect(sum(left)).toBe(sum(right));
    }
  });

  it('hold noughts and figures of five digits', () => {
    const figures = Array.from({ length: 60 }, (_, seed) =>
      Object.values(cleanReport(seed, { prose: 10 }).cells),
    ).flat();
    expect(figures).toContain('0');
    expect(figures.filter((text) => /^\d{5}$/.test(text)).length).toBeGreaterThan(50);
  });

  it('have names of their own and prose of their own', () => {
    const reports = Array.from({ length: 300 }, (_, seed) => cleanReport(seed * 137, { prose: 3000 }));
    expect(new Set(reports.map((r) => r.agency)).size).toBe(300);
    const [first, ...others] = reports.slice(0, 40).map((r) => shingles(proseOf(r)));
    for (const other of others) expect(jaccard(first!, other)).toBeLessThan(0.4);
  });

  it('are published as texts of 12 KB and pages of 60 KB, every tenth of either with a fault', () => {
    const files = Array.from({ length: 40 }, (_, seed) => publishedReport(seed));
    for (const { fileName, content } of files)
      expect(size(content)).toBeGreaterThan(fileName === 'report.txt' ? 12_288 : 61_440);
    const faulty = files.filter((file) => file.faulty);
    expect(faulty.map((file) => file.fileName)).toEqual(Array(2).fill(['report.txt', 'report.html']).flat());
  });

  it('are spoilt in one cell that takes part in an identity', () => {
    const clean = cleanReport(5);
    const { report, cell } = spoil(clean, 5);
    expect(report.cells).toEqual({ ...clean.cells, [cell]: report.cells[cell] });
    expect(report.cells[cell]).not.toBe(clean.cells[cell]);
    expect(annualForms[clean.form].identitiesByCell.get(cell)).not.toHaveLength(0);
  });
});

describe('layouts', () => {
  it.each(layouts.map((layout) => [layout.name, layout] as const))(
    '“%s” prints every figure',
    (name, layout) => {
      const report = sampleOf('').report;
      let n = 10_000;
      for (const id in report.cells) report.cells[id] = String(n++);
      const text = layout.write(report).normalize('NFKC');
      for (const [id, figure] of Object.entries(report.cells))
        expect(text.includes(figure), `${name}: ${id}`).toBe(true);
    },
  );

  it('are asked for by name', () => {
    expect(layoutNamed('tab').fileName).toBe('report.txt');
    expect(() => layoutNamed('papyrus')).toThrow();
  });
});
