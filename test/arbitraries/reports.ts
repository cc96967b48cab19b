import fc from 'fast-check';
import { annualForms, type FormId } from '../../src/law/forms/index.ts';
import { cleanReport, drawCells, type GeneratedKind } from '../support/generate.ts';
import { sumUp } from '../support/sample.ts';
import type { SampleReport } from '../support/sample-model.ts';
import { sampleStatistics } from '../support/sample-statistics.ts';

/** Random numbers that fast-check shrinks: a short list, then noughts. */
const randomness = fc
  .array(fc.double({ min: 0, max: 0.999999, noNaN: true }), { minLength: 0, maxLength: 400 })
  .map((list) => {
    let next = 0;
    return () => list[next++] ?? 0.95;
  });

const forms = fc.constantFrom<FormId>('2019', '2021');
const kinds = fc.constantFrom<GeneratedKind>('township', 'subdistrict', 'county', 'countyDepartment');

/** Cells of a form in which every identity holds; shrinks towards few and small figures. */
export const cleanCells = (form: FormId): fc.Arbitrary<Record<string, string>> =>
  fc.tuple(randomness, fc.constantFrom(1, 4)).map(([random, scale]) => drawCells(random, form, scale));

/** Whole clean reports of invented agencies; the prose states no figure. */
export const cleanReports: fc.Arbitrary<SampleReport> = forms.chain((form) =>
  fc
    .tuple(fc.nat(175_999), kinds, cleanCells(form))
    .map(([seed, kind, cells]) => ({ ...cleanReport(seed, { form, kind, prose: 300 }), cells })),
);

/** A report, one of its cells, and another figure for it. */
export const mutations: fc.Arbitrary<{ report: SampleReport; cell: string; text: string }> =
  cleanReports.chain((report) =>
    fc
      .record({
        cell: fc.constantFrom(...annualForms[report.form].cells.map((cell) => cell.id)),
        by: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 99_999 })),
      })
      .map(({ cell, by }) => ({ report, cell, text: changed(report.cells[cell]!, by) })),
  );

/** The figure grown by so many; a signed one keeps its sign. */
function changed(text: string, by: number): string {
  const n = Number(text) + by;
  return text.startsWith('+') ? `+${n}` : String(Math.round(n * 10_000) / 10_000);
}

/** Clean reports with gaps: cells left blank, a 统计表 attached, table 三 printed with fewer rows and columns. */
export const printedReports: fc.Arbitrary<SampleReport> = cleanReports.chain((report) =>
  fc
    .record({
      blank: fc.subarray(
        annualForms[report.form].cells.map(({ id }) => id),
        { maxLength: 5 },
      ),
      collapsed: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
      statistics: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
    })
    .map(({ blank, collapsed, statistics }) => {
      const cells = { ...report.cells };
      for (const id of blank) cells[id] = '';
      const printed = { ...report, cells, statistics: statistics ? sampleStatistics() : null };
      if (collapsed) sumUp(printed);
      return { ...printed, collapsed };
    }),
);
