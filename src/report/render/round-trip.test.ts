import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printedReports } from '../../../test/arbitraries/reports.ts';
import { directReading } from '../../../test/support/direct-reading.ts';
import { figuresOf, plainlyRead, readRendered, wordsOf } from '../../../test/support/rendered.ts';
import type { AnnualReport } from '../../domain/annual/report.ts';
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
});
