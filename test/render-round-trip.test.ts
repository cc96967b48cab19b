import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderPdf } from '../src/app/pdf-renderer.ts';
import type { AnnualReport } from '../src/domain/annual/report.ts';
import { annualForms } from '../src/law/forms/index.ts';
import { renderDocx } from '../src/report/render/docx.ts';
import { renderHtml } from '../src/report/render/html.ts';
import { renderXlsx } from '../src/report/render/xlsx.ts';
import { checkReading } from '../src/report/rules/index.ts';
import { mutations, printedReports } from './arbitraries/reports.ts';
import { directReading } from './support/direct-reading.ts';
import { cleanReport } from './support/generate.ts';
import { figuresOf, plainlyRead, readRendered, wordsOf } from './support/rendered.ts';
import type { SampleReport } from './support/sample-model.ts';

const now = new Date('2026-01-05T03:00:00Z');
const formats = {
  html: async (report: AnnualReport) => new TextEncoder().encode(renderHtml(report)),
  docx: renderDocx,
  xlsx: renderXlsx,
  pdf: (report: AnnualReport) => renderPdf(report, now),
} as const;
const names = Object.keys(formats) as (keyof typeof formats)[];

const readBack = async (report: AnnualReport, name: keyof typeof formats) =>
  readRendered(await formats[name](report), `report.${name}`, report);
/** Figures without those of cells that the form has and the report does not print. */
const told = (report: AnnualReport) =>
  Object.fromEntries(Object.entries(figuresOf(report)).filter(([, value]) => value !== null));

describe('a report as pdf', () => {
  it('reads back with the same figures and words, each as certain as before', async () => {
    await fc.assert(
      fc.asyncProperty(printedReports, async (sample) => {
        const { report } = directReading(sample);
        const again = (await readBack(report, 'pdf')).report;
        expect(told(again)).toEqual(told(report));
        expect(plainlyRead(again)).toEqual(plainlyRead(report));
        expect(wordsOf(again)).toEqual(wordsOf(report));
      }),
      { numRuns: 20 },
    );
  });

  it('reads back with the faults it had and no other', async () => {
    await fc.assert(
      fc.asyncProperty(mutations, async ({ report: sample, cell, text }) => {
        const first = directReading({ ...sample, cells: { ...sample.cells, [cell]: text } });
        const faults = (reading: typeof first) =>
          checkReading(reading, { previous: null })
            .map(({ code, cells }) => `${code} ${cells.join(' ')}`)
            .sort();
        expect(faults(await readBack(first.report, 'pdf'))).toEqual(faults(first));
      }),
      { numRuns: 10 },
    );
  });
});

describe.each(names)('figures that strain a table, as %s', (name) => {
  const filled = (form: '2019' | '2021', kind: 'count' | 'money', text: string): SampleReport => {
    const sample = cleanReport(7, { form, prose: 100 });
    const cells = { ...sample.cells };
    for (const cell of annualForms[form].cells)
      if ((cell.kind === 'wan' || cell.kind === 'yuan') === (kind === 'money')) cells[cell.id] = text;
    return { ...sample, cells };
  };

  it.each([
    ['2021', 'count', '0'],
    ['2021', 'count', '7'],
    ['2021', 'count', '12345678'],
    ['2021', 'count', '987654321012'],
    ['2021', 'money', '5949.088667'],
    ['2021', 'money', '0.0001'],
    ['2021', 'money', '123456789.5'],
    ['2019', 'money', '98765432109.87'],
    ['2019', 'count', '1234567'],
  ] as const)('read back as they were: form %s, %s %s', async (form, kind, text) => {
    const { report } = directReading(filled(form, kind, text));
    const again = (await readBack(report, name)).report;
    expect(told(again)).toEqual(told(report));
  });
});
