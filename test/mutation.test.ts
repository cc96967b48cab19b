import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding, Place } from '../src/domain/annual/report.ts';
import { annualForms, type Identity } from '../src/law/forms/index.ts';
import type { Reading } from '../src/report/reading.ts';
import { checkReading } from '../src/report/rules/index.ts';
import { cleanReports, mutations } from './arbitraries/reports.ts';
import { directReading } from './support/direct-reading.ts';
import { encodedLayouts } from './support/encoded-layouts.ts';
import { cleanReport } from './support/generate.ts';
import { type FileLayout, fileLayouts, layoutNamed } from './support/layouts.ts';
import { readAs } from './support/read-sample.ts';
import { sampleOf } from './support/sample.ts';
import type { SampleReport } from './support/sample-model.ts';

const alone = { previous: null };
const lossless = [...fileLayouts.filter((layout) => layout.lossless), ...encodedLayouts];
const codes: Record<Identity['rule'], string> = {
  balance: 'R301',
  'row-total': 'R302',
  'outcome-sum': 'R303',
  'appeal-total': 'R401',
};

interface Due {
  code: string;
  cells: readonly string[];
  /** The cell that the finding stands at. */
  at: string;
}

/** What the law lets one changed cell of a clean report break, told from the form alone. */
function dueOf(report: SampleReport, cell: string): Due[] {
  const form = annualForms[report.form];
  const identities = form.identitiesByCell.get(cell)!;
  const due = identities.map((identity): Due => {
    const anchor = identities.length > 1 ? cell : identity.right[0]!;
    return { code: codes[identity.rule], cells: [...identity.left, ...identity.right], at: anchor };
  });
  if (cell.startsWith('disclosure.regulations.')) due.push({ code: 'R203', cells: [cell], at: cell });
  for (const row of ['regulations', 'normative']) {
    const [published, all] = [`disclosure.${row}.published`, `disclosure.${row}.totalPublic`];
    if (Number(report.cells[published]) > Number(report.cells[all]))
      due.push({ code: 'R208', cells: [published, all], at: published });
  }
  return due;
}

const changed = (report: SampleReport, cell: string, text: string): SampleReport => ({
  ...report,
  cells: { ...report.cells, [cell]: text },
});
const order = <T extends { code: string; cells: readonly string[] }>(list: T[]): T[] =>
  list.sort((a, b) => `${a.code}${a.cells.join()}`.localeCompare(`${b.code}${b.cells.join()}`));
const placed = (findings: readonly Finding[]) =>
  order(findings.map(({ code, cells, at }) => ({ code, cells, at })));
const expected = (reading: Reading, due: readonly Due[]) => {
  const place = (id: string): Place | null => reading.report.cells[id]?.at ?? null;
  return order(due.map(({ code, cells, at }) => ({ code, cells, at: place(at) })));
};
const grave = (findings: readonly Finding[]) => findings.filter((f) => f.severity !== 'info');
const told = (findings: readonly Finding[]) => grave(findings).map((f) => `${f.code} ${f.message}`);

describe('one changed cell of a clean report', () => {
  it('gives exactly the identities it takes part in, at its place, read perfectly', () => {
    fc.assert(
      fc.property(mutations, ({ report, cell, text }) => {
        const mutant = changed(report, cell, text);
        const reading = directReading(mutant);
        expect(placed(checkReading(reading, alone))).toEqual(expected(reading, dueOf(mutant, cell)));
      }),
      { numRuns: 300 },
    );
  });

  it.each(['2019', '2021'] as const)('of the form of %s: every single cell once', (form) => {
    const report = cleanReport(7, { form, kind: 'township', prose: 300 });
    for (const { id } of annualForms[form].cells) {
      const mutant = changed(report, id, String(Math.abs(Number(report.cells[id])) + 3));
      const reading = directReading(mutant);
      expect(placed(checkReading(reading, alone)), id).toEqual(expected(reading, dueOf(mutant, id)));
    }
  });

  it('gives the same from file to findings, in every layout that loses nothing', () => {
    fc.assert(
      fc.property(mutations, fc.constantFrom(...lossless), ({ report, cell, text }, layout) => {
        const mutant = changed(report, cell, text);
        const reading = readAs(layout, mutant);
        expect(reading.report.cells[cell]?.value, `${layout.name}: ${cell}`).toBe(Number(text));
        expect(placed(grave(checkReading(reading, alone))), layout.name).toEqual(
          expected(reading, dueOf(mutant, cell)),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('left blank is told as blank, and no identity is judged without it', () => {
    const aligned = lossless.filter((layout) => /^(tab|rows by pipes|html|docx)/.test(layout.name));
    fc.assert(
      fc.property(mutations, fc.constantFrom(...aligned), ({ report, cell }, layout) => {
        const reading = readAs(layout, changed(report, cell, ''));
        const place = reading.report.cells[cell]?.at ?? null;
        expect(place, layout.name).not.toBeNull();
        expect(placed(grave(checkReading(reading, alone))), layout.name).toEqual([
          { code: 'R201', cells: [cell], at: place },
        ]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a clean report', () => {
  const readsRight = (layout: FileLayout, report: SampleReport) => {
    const reading = readAs(layout, report);
    const values = Object.fromEntries(
      Object.keys(report.cells).map((id) => [id, reading.report.cells[id]?.value]),
    );
    expect(values).toEqual(
      Object.fromEntries(Object.entries(report.cells).map(([id, text]) => [id, Number(text)])),
    );
    expect(told(checkReading(reading, alone))).toEqual([]);
  };

  it.each(lossless.map((layout) => [layout.name, layout] as const))(
    'set as %s is read cell by cell and gives no error and no warning',
    (_, layout) => {
      fc.assert(
        fc.property(cleanReports, (report) => readsRight(layout, report)),
        { numRuns: 12 },
      );
    },
  );

  // In the columns of a PDF a label may be wrapped around its figure; what is told there must still be right.
  const apart = lossless.filter((layout) => layout.name !== 'pdf columns');
  it.each(apart.map((layout) => [layout.name, layout] as const))(
    'with a 统计表, set as %s, has every figure of it read and gives no error and no warning',
    (_, layout) => {
      const { report } = sampleOf('statistics');
      const reading = readAs(layout, report);
      const values = Object.entries(reading.report.statistics).map(([id, cell]) => [id, String(cell.value)]);
      expect(Object.fromEntries(values)).toEqual(report.statistics);
      expect(reading.statisticsHeaders).toEqual([]);
      expect(told(checkReading(reading, alone))).toEqual([]);
    },
  );

  it('with a 统计表, set as pdf columns, has no wrong figure of it read', () => {
    const { report } = sampleOf('statistics');
    const { statistics } = readAs(layoutNamed('pdf columns'), report).report;
    const told = Object.entries(statistics).filter(([, cell]) => cell.value !== null);
    expect(told.length).toBeGreaterThan(30);
    for (const [id, cell] of told) expect(String(cell.value), id).toBe(report.statistics![id]);
  });
});
