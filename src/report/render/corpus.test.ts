import { describe, expect, it } from 'vitest';
import { cases, corpusAtHand } from '../../../test/corpus/corpus.ts';
import { figuresOf, readRendered } from '../../../test/support/rendered.ts';
import type { AnnualReport } from '../../domain/annual/report.ts';
import { renderDocx } from './docx.ts';
import { renderHtml } from './html.ts';
import { renderXlsx } from './xlsx.ts';

const told = (report: AnnualReport) =>
  Object.fromEntries(Object.entries(figuresOf(report)).filter(([, value]) => value !== null));

describe.skipIf(!corpusAtHand)('a published report, read and written out again', () => {
  it.each(cases('seeds', 'real').map((one) => [one.name, one] as const))(
    '%s has the same figures as page, Word file and workbook',
    async (_, { bytes, file }) => {
      const first = await readRendered(bytes(), file, { agency: null });
      if (first.refused !== null) return;
      const { report } = first;
      const written: readonly [string, Uint8Array][] = [
        ['html', new TextEncoder().encode(renderHtml(report))],
        ['docx', await renderDocx(report)],
        ['xlsx', await renderXlsx(report)],
      ];
      for (const [format, rendered] of written) {
        const again = await readRendered(rendered, `report.${format}`, report);
        expect(told(again.report), format).toEqual(told(report));
      }
    },
  );
});
