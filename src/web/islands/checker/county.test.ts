import { describe, expect, it } from 'vitest';
import { countsInWords, countyRows, filterRows, isOneAgency, ruleColumns } from './county.ts';
import type { CountyFilter, FileState } from './model.ts';

let next = 1;
function file(agency: string | null, year: number | null, byRule: Record<string, number>): FileState {
  const count = (codes: RegExp) =>
    Object.entries(byRule).reduce((sum, [code, n]) => sum + (codes.test(code) ? n : 0), 0);
  const id = next++;
  return {
    id,
    path: `县/${id}.docx`,
    size: 1,
    state: 'read',
    message: null,
    summary: {
      agency,
      kind: agency === null ? null : 'township',
      year,
      form: '2021',
      counts: { error: count(/R[1-5]/), warning: count(/R00|R901/), info: 0 },
      byRule,
      readCells: 200,
      unreadableCells: 0,
    },
  };
}
const keyOf = ({ summary, path }: FileState) => summary?.agency ?? path;
const all: CountyFilter = { severity: null, rule: null, sort: 'worst' };

describe('the table of a county', () => {
  const files = [
    file('乙镇人民政府', 2023, { R301: 1 }),
    file('甲镇人民政府', 2023, { R004: 2 }),
    file('甲镇人民政府', 2024, {}),
    file('丙镇人民政府', 2024, { R301: 1, R302: 2 }),
    file(null, null, { R001: 1 }),
    { ...file('丁镇人民政府', 2024, {}), state: 'failed', message: '打不开', summary: null } as FileState,
  ];
  const rows = countyRows(files, keyOf);

  it('has one row an agency with its years newest first, and none for a file that could not be read', () => {
    expect(rows.map(({ name, reports }) => [name, reports.map(({ summary }) => summary?.year)])).toEqual([
      ['乙镇人民政府', [2023]],
      ['甲镇人民政府', [2024, 2023]],
      ['丙镇人民政府', [2024]],
      [files[4]!.path, [null]],
    ]);
  });

  it('puts the worst first: errors, then warnings, then the name', () => {
    expect(filterRows(rows, all).map(({ counts }) => [counts.error, counts.warning])).toEqual([
      [3, 0],
      [1, 0],
      [0, 2],
      [0, 1],
    ]);
    expect(filterRows(rows, { ...all, sort: 'name' })[0]!.name).toBe('丙镇人民政府');
  });

  it('is filtered by severity and by rule', () => {
    expect(filterRows(rows, { ...all, severity: 'error' }).map(({ name }) => name)).toEqual([
      '丙镇人民政府',
      '乙镇人民政府',
    ]);
    expect(filterRows(rows, { ...all, rule: 'R302' }).map(({ name }) => name)).toEqual(['丙镇人民政府']);
  });

  it('has a column for every rule that found something, the gravest first, with how many agencies it met', () => {
    expect(ruleColumns(rows).map(({ code, agencies }) => [code, agencies])).toEqual([
      ['R001', 1],
      ['R301', 2],
      ['R302', 1],
      ['R004', 1],
    ]);
  });

  it('is no table for several years of one agency', () => {
    expect(isOneAgency(rows)).toBe(false);
    expect(isOneAgency(countyRows(files.slice(1, 3), keyOf))).toBe(true);
    expect(isOneAgency(countyRows(files.slice(1, 2), keyOf))).toBe(false);
  });
});

describe('counts in words', () => {
  it.each([
    [{ error: 0, warning: 0, info: 0 }, '没有发现问题'],
    [{ error: 2, warning: 0, info: 1 }, '错误 2 项，提示 1 项'],
  ])('%j', (counts, words) => {
    expect(countsInWords(counts)).toBe(words);
  });
});
