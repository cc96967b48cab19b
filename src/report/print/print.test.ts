import { describe, expect, it } from 'vitest';
import type { AnnualReport, Finding, Place } from '../../domain/annual/report.ts';
import { prettyFinding, prettyHead } from './pretty.ts';
import { artifactUri, sarifResult } from './sarif.ts';
import { countFindings, placeText } from './words.ts';

const finding: Finding = {
  rule: 'balance',
  code: 'R301',
  severity: 'error',
  message: '新收 3 件加结转 1 件，不等于总计 5 件加结转 0 件。',
  cells: ['applications.received.total'],
  at: { line: 12, column: 3, length: 2 },
  related: [{ at: { line: 40, column: 1 }, message: '总计' }],
  basis: [{ instrument: '《格式》', article: '表三表头注' }],
  fix: null,
  suggestions: ['核对台账。'],
};

describe('a place in words', () => {
  it.each<[Place | null, string]>([
    [{ line: 107, column: 2 }, '第107行第2列'],
    [{ table: 3, row: 5, column: 2 }, '表3第5行第2列'],
    [{ paragraph: 12, column: 4 }, '第12段'],
    [{ page: 3, box: [0, 0, 1, 1] }, '第3页'],
    [null, ''],
  ])('%j is %s', (place, text) => {
    expect(placeText(place)).toBe(text);
  });
});

describe('a finding on the terminal', () => {
  it('says severity, code, rule, place, what, where else, on what ground and what to do', () => {
    expect(prettyFinding(finding, { colour: false }).split('\n')).toEqual([
      expect.stringMatching(/^ {2}错误 R301 .+　第12行第3列$/),
      '    新收 3 件加结转 1 件，不等于总计 5 件加结转 0 件。',
      '    第40行第1列：总计',
      '    依据：《格式》表三表头注',
      '    建议：核对台账。',
      '',
    ]);
  });

  it('is coloured only on a terminal', () => {
    expect(prettyFinding(finding, { colour: false })).not.toContain('\u001b');
    expect(prettyFinding(finding, { colour: true })).toContain('\u001b[31m错误 R301\u001b[0m');
  });

  it('lets no control character of a file reach the terminal', () => {
    const hostile = { ...finding, message: '甲\u001b]0;乙\u0007\u009b2J' };
    expect(prettyFinding(hostile, { colour: false })).toContain('    甲�]0;乙��2J\n');
    const report = { source: { file: 'a\u001b[2J.txt' }, agency: null, year: null } as AnnualReport;
    expect(prettyHead(report, { colour: false })).toBe('a�[2J.txt　机关不明　年度不明\n');
  });
});

describe('a finding as SARIF', () => {
  it('has a region in a text, with its end', () => {
    expect(sarifResult('a/报告.txt', finding)).toMatchObject({
      ruleId: 'R301',
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'a/%E6%8A%A5%E5%91%8A.txt' },
            region: { startLine: 12, startColumn: 3, endColumn: 5 },
          },
        },
      ],
      relatedLocations: [{ id: 0, message: { text: '总计' } }],
    });
  });

  it('has a logical location where there are no lines', () => {
    const [location] = sarifResult('a.docx', { ...finding, at: { table: 2, row: 1, column: 4 } })
      .locations as object[];
    expect(location).toMatchObject({ logicalLocations: [{ fullyQualifiedName: '表2第1行第4列' }] });
    expect(location).not.toHaveProperty('physicalLocation.region');
  });

  it.each([
    ['a b/c#d.txt', 'a%20b/c%23d.txt'],
    ['/var/报.txt', 'file:///var/%E6%8A%A5.txt'],
    ['C:\\报\\a.txt', 'file:///C:/%E6%8A%A5/a.txt'],
  ])('names %s as %s', (path, uri) => {
    expect(artifactUri(path)).toBe(uri);
  });
});

it('findings are counted by severity', () => {
  const list = [finding, { ...finding, severity: 'info' as const }, finding];
  expect(countFindings(list)).toEqual({ error: 2, warning: 0, info: 1 });
});
