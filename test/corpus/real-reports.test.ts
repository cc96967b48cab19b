import { describe, expect, it } from 'vitest';
import { analyseFile } from '../../src/app/analyse-file.ts';
import type { AnnualReport } from '../../src/domain/annual/report.ts';
import { loadPlaces } from '../../src/report/places/load.ts';
import { type Case, cases, corpusAtHand, type Expected } from './corpus.ts';

const places = await loadPlaces();
const all = cases('seeds', 'real', 'layouts');
const reports = new Map<string, AnnualReport>();
for (const { name, file, bytes } of all)
  reports.set(name, (await analyseFile(bytes(), file, { places })).report);

const yuan = (text: string): number => {
  const match = /([-+]?[\d.]+)\s*(亿|万)?/.exec(text.replaceAll(',', ''));
  return match ? Number(match[1]) * (match[2] === '亿' ? 1e8 : match[2] === '万' ? 1e4 : 1) : Number.NaN;
};
const truthOf = (id: string, value: number | string | null): number | null =>
  typeof value !== 'string'
    ? value
    : id.endsWith('procurement.amount')
      ? yuan(value)
      : Number(value.replace(/[+,]/g, ''));

const uncertain = (expected: Expected): boolean =>
  /refuse|not alignable/.test(expected.policy ?? '') || /glued|reading order/.test(expected.layout ?? '');

const judged = all.filter((one): one is Case & { expected: Expected } => one.expected !== null);
const withCells = judged.filter(({ expected }) => Object.keys(expected.cells ?? {}).length > 0);

describe.skipIf(!corpusAtHand)('real reports', () => {
  it.each(withCells)(
    '$name: no number is told wrongly, none that can be told is lost',
    ({ name, expected }) => {
      const { cells } = reports.get(name)!;
      const wrong: string[] = [];
      const lost: string[] = [];
      for (const [id, printed] of Object.entries(expected.cells ?? {})) {
        const cell = cells[id];
        const told = cell?.status === 'read' || cell?.status === 'inferred';
        const truth = truthOf(id, printed);
        if (told && cell.value !== truth) wrong.push(`${id}: ${cell.value}, printed ${truth}`);
        if (!told && truth !== null && !uncertain(expected)) lost.push(id);
      }
      expect(wrong).toEqual([]);
      expect(lost).toEqual([]);
    },
  );

  it.each(judged)('$name: form, year and headings are those read by hand', ({ name, expected }) => {
    const { form, year, sections } = reports.get(name)!;
    expect({ form, year }).toEqual({ form: expected.form, year: expected.year });
    if (expected.headings) expect(sections.map((section) => section.heading)).toEqual(expected.headings);
  });

  it.each(judged.filter(({ expected }) => expected.tableFaults.length > 0))(
    '$name: every sum that does not hold is found in its column, or its cells are named as unreadable',
    ({ name, expected }) => {
      const { findings } = reports.get(name)!;
      const dedup = /repeated cells were deleted/.test(expected.policy ?? '');
      for (const { rule, column } of expected.tableFaults) {
        const code = rule.startsWith('T3 row1+row2') ? 'R301' : 'R303';
        const hits = findings.filter((f) => f.code === code && f.message.includes(column!));
        if (dedup) expect(findings.map((f) => f.code)).toContain('R901');
        else expect(hits, `${code} ${column}`).not.toEqual([]);
      }
    },
  );

  it.each(
    judged.filter(
      ({ expected }) => expected.tableFaults.length === 0 && expected.otherTrueIssues.length === 0,
    ),
  )('$name: a report without faults in its figures gets no error from R1xx, R3xx and R4xx', ({ name }) => {
    const raised = reports.get(name)!.findings.filter((f) => /^R[134]/.test(f.code) && f.severity !== 'info');
    expect(raised.map((f) => `${f.code} ${f.message}`)).toEqual([]);
  });

  it.each(all.filter(({ name }) => /blank-template|side-by-side/.test(name)))(
    '$name is refused',
    ({ name }) => {
      expect(reports.get(name)!.findings.map((f) => f.code)).toEqual(['R001']);
    },
  );

  it.each(judged.filter(({ expected }) => /^refuse/.test(expected.policy ?? '')))(
    '$name: what cannot be told is said to be so',
    ({ name }) => {
      expect(reports.get(name)!.findings.some((f) => f.code === 'R901' || f.code === 'R001')).toBe(true);
    },
  );
});
