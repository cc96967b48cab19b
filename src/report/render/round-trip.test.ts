import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printedReports } from '../../../test/arbitraries/reports.ts';
import { directReading } from '../../../test/support/direct-reading.ts';
import { figuresOf, plainlyRead, readRendered, wordsOf } from '../../../test/support/rendered.ts';
import { sampleOf } from '../../../test/support/sample.ts';
import type { AnnualReport } from '../../domain/annual/report.ts';
import type { FormId } from '../../law/forms/index.ts';
import { checkReading } from '../rules/index.ts';
import { renderDocx } from './docx.ts';
import { renderHtml } from './html.ts';
import { renderXlsx } from './xlsx.ts';

const formats: readonly [name: string, render: (report: AnnualReport) => Promise<Uint8Array>][] = [
  ['html', async (report) => new TextEncoder().encode(renderHtml(report))],
  ['docx', renderDocx],
  ['xlsx', renderXlsx],
];

/** Figures without those of cells that the form has and the report does not print. */
const told = (report: AnnualReport) =>
  Object.fromEntries(Object.entries(figuresOf(report)).filter(([, value]) => value !== null));

const sample = (form: FormId) => directReading(sampleOf(`form ${form}`).report).report;
const figure = fc.oneof(
  fc.integer({ min: -999, max: 99_999 }),
  fc.integer({ min: 0, max: 999_999_999_999_999 }),
  fc.integer({ min: 1, max: 9_999_999 }).map((n) => n / 1_000_000),
  fc.constantFrom(0.0001, 1e-7, 5949.088667, 1260000),
);

/** Reports with figures that are printed otherwise than a plain count, whatever the form says of their cells. */
const strangeFigures: fc.Arbitrary<AnnualReport> = fc.constantFrom<FormId>('2019', '2021').chain((form) => {
  const report = sample(form);
  return fc
    .dictionary(fc.constantFrom(...Object.keys(report.cells)), figure, { minKeys: 5, maxKeys: 40 })
    .map((figures) => {
      const cells = { ...report.cells };
      for (const [id, figure] of Object.entries(figures)) {
        // No sum of money is read below nought: the reader tells such a cell as unreadable.
        const value = /amount/.test(id) ? Math.abs(figure) : figure;
        cells[id] = { value, text: String(value), status: 'read', at: null, unit: '元' };
      }
      return { ...report, cells };
    });
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('=1+1', '<table><tr><td>1', ']]>', '&#0;', '\ud800', 'a\u2028b', '', ' ', '一、总体情况'),
);
const strangeTexts: fc.Arbitrary<AnnualReport> = fc
  .record({
    title: fc.option(anyText),
    preamble: fc.array(anyText, { maxLength: 3 }),
    signedBy: fc.option(anyText),
    signedOn: fc.constantFrom(null, '2023-01-20'),
    closing: fc.array(anyText, { maxLength: 3 }),
    sections: fc.array(
      fc.record({
        id: fc.constantFrom(null, 'overview', 'appeals', 'other'),
        heading: anyText,
        text: fc.array(anyText, { maxLength: 4 }).map((texts) => texts.join('\n')),
      }),
      { maxLength: 8 },
    ),
  })
  .map(({ sections, ...front }) => ({ ...sample('2021'), front, sections }));

describe.each(formats)('a report as %s', (name, render) => {
  it('reads back with the same figures, each as certain as before', async () => {
    await fc.assert(
      fc.asyncProperty(printedReports, async (sample) => {
        const { report } = directReading(sample);
        const again = await readRendered(await render(report), `report.${name}`, report);
        expect(told(again.report)).toEqual(told(report));
        expect(plainlyRead(again.report)).toEqual(plainlyRead(report));
      }),
      { numRuns: 25 },
    );
  });

  it('reads back with the same words and no finding that was not there', async () => {
    await fc.assert(
      fc.asyncProperty(printedReports, async (sample) => {
        const first = directReading(sample);
        const once = await readRendered(await render(first.report), `report.${name}`, first.report);
        expect(wordsOf(once.report)).toEqual(wordsOf(first.report));
        const codes = (reading: typeof first) =>
          new Set(checkReading(reading, { previous: null }).map(({ code }) => code));
        const before = codes(first);
        expect([...codes(once)].filter((code) => !before.has(code))).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  it('keeps every figure that can be printed: negative, in decimals, of fifteen digits, money in 元', async () => {
    await fc.assert(
      fc.asyncProperty(strangeFigures, async (report) => {
        const again = await readRendered(await render(report), `report.${name}`, report);
        expect(told(again.report)).toEqual(told(report));
      }),
      { numRuns: 15 },
    );
  });

  it('takes any text, and stays a file that can be read', async () => {
    await fc.assert(
      fc.asyncProperty(strangeTexts, async (report) => {
        const again = await readRendered(await render(report), `report.${name}`, report);
        expect(again.report.schema).toBe('gongkai.annual-report/1');
      }),
      { numRuns: 25 },
    );
  });
});
