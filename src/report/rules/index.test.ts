import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { directReading } from '../../../test/support/direct-reading.ts';
import { readSample } from '../../../test/support/read-sample.ts';
import {
  pageHeadings,
  pageOf,
  ruleFolder,
  rulesDocument,
  titleOf,
} from '../../../test/support/rule-pages.ts';
import { sampleOf } from '../../../test/support/sample.ts';
import type { Finding, Severity } from '../../domain/annual/report.ts';
import { checkReading, rules } from './index.ts';

/** The binding list: number, name, severity. */
const binding: readonly [string, string, Severity][] = [
  ['R001', 'not-a-report', 'error'],
  ['R002', 'section-missing', 'error'],
  ['R003', 'section-empty', 'error'],
  ['R004', 'section-heading', 'warning'],
  ['R005', 'section-count', 'error'],
  ['R006', 'title', 'warning'],
  ['R007', 'front-matter', 'warning'],
  ['R008', 'signed-early', 'error'],
  ['R009', 'form-edition', 'error'],
  ['R010', 'numbering', 'warning'],
  ['R011', 'assessment-results', 'warning'],
  ['R012', 'residue', 'info'],
  ['R013', 'foreign-name', 'warning'],
  ['R014', 'near-duplicate', 'warning'],
  ['R015', 'wording', 'info'],
  ['R016', 'overview-topics', 'info'],
  ['R101', 'prose-figure', 'error'],
  ['R102', 'prose-none', 'error'],
  ['R103', 'prose-sum', 'warning'],
  ['R104', 'prose-ratio', 'warning'],
  ['R105', 'prose-conflict', 'warning'],
  ['R201', 'blank-cell', 'error'],
  ['R202', 'cell-format', 'error'],
  ['R203', 'regulation-authority', 'error'],
  ['R204', 'stock-continuity', 'warning'],
  ['R205', 'row-label', 'warning'],
  ['R206', 'row-missing', 'error'],
  ['R207', 'table-image', 'error'],
  ['R208', 'stock-bounds', 'warning'],
  ['R209', 'stock-jump', 'info'],
  ['R301', 'balance', 'error'],
  ['R302', 'row-total', 'error'],
  ['R303', 'outcome-sum', 'error'],
  ['R304', 'carry-over', 'error'],
  ['R401', 'appeal-total', 'error'],
  ['R501', 'statistics-sum', 'error'],
  ['R502', 'statistics-bound', 'error'],
  ['R503', 'statistics-header', 'warning'],
  ['R504', 'statistics-report', 'warning'],
  ['R505', 'statistics-sense', 'warning'],
  ['R601', 'fee-consistency', 'warning'],
  ['R901', 'unreadable', 'warning'],
];

const findingsOf = (example: string): { findings: Finding[]; also: string[] } => {
  const { report, previous, also } = sampleOf(example);
  const before = previous === null ? null : readSample(previous).report;
  return { findings: checkReading(readSample(report), { previous: before }), also };
};
const told = (findings: readonly Finding[]): string[] =>
  findings.map((f) => `${f.code} ${f.severity}: ${f.message}`);

describe('the rules', () => {
  it('are those of the binding list, with its numbers and severities, in its order', () => {
    expect(rules.map((r) => [r.code, r.id, r.severity])).toEqual(binding);
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s has its code, its page and its test',
    (id, rule) => {
      for (const suffix of ['.ts', '.md', '.test.ts'])
        expect(existsSync(`${ruleFolder}${id}${suffix}`)).toBe(true);
      const page = pageOf(id)!;
      expect(page.title).toBe(titleOf(rule));
      expect([...page.parts.keys()]).toEqual(pageHeadings);
      for (const [heading, text] of page.parts) expect(text, heading).not.toBe('');
      expect(rule.basis.length).toBeGreaterThan(0);
    },
  );

  it('leave no page without its rule', () => {
    const pages = readdirSync(ruleFolder).filter((file) => file.endsWith('.md'));
    expect(pages.map((file) => file.replace(/\.md$/, '')).sort()).toEqual(rules.map((r) => r.id).sort());
  });

  it('find nothing in the clean samples of both editions, with last year beside them or not', () => {
    for (const lines of ['', 'previous', 'form 2019', 'form 2019\nprevious', 'statistics'])
      expect(told(findingsOf(lines).findings), lines).toEqual([]);
  });
});

describe('the findings of a report', () => {
  const reading = () =>
    directReading(
      sampleOf('drop closing\nrow appeals.review = 1 1 0 0 1\ncell applications.granted.total = 4').report,
    );

  it('stand by place and then by number, those without a place first', () => {
    const findings = checkReading(reading(), { previous: null });
    expect(findings.map((f) => [f.code, f.at === null ? 0 : 'line' in f.at && f.at.line > 0])).toEqual([
      ['R007', 0],
      ['R302', true],
      ['R303', true],
      ['R401', true],
    ]);
  });

  it('carry the rule, its severity, and the instrument by title and number', () => {
    const finding = checkReading(reading(), { previous: null }).find((f) => f.code === 'R401');
    expect(finding).toMatchObject({
      rule: 'appeal-total',
      severity: 'error',
      fix: null,
      basis: [
        {
          instrument:
            '《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）',
          article: '表四“总计”栏',
        },
      ],
    });
  });

  it('are R001 alone where the document is no annual report', () => {
    const refused = { reason: 'otherDocument', message: '文件不是年度报告。', at: null } as const;
    const findings = checkReading({ ...reading(), refused }, { previous: null });
    expect(findings.map((f) => f.code)).toEqual(['R001']);
  });
});

describe('the examples on the pages', () => {
  for (const rule of rules) {
    const page = pageOf(rule.id);
    if (page === null) continue;
    it(`of ${rule.id} fail and pass as the page says`, () => {
      expect(page.fails.length, 'examples that fail').toBeGreaterThan(0);
      expect(page.passes.length, 'examples that pass').toBeGreaterThan(0);
      for (const example of page.fails) {
        const { findings, also } = findingsOf(example);
        const codes = [...new Set(findings.map((f) => f.code))].sort();
        expect(codes, `${example}\n${told(findings).join('\n')}`).toEqual([rule.code, ...also].sort());
      }
      for (const example of page.passes) {
        const { findings } = findingsOf(example);
        expect(told(findings.filter((f) => f.code === rule.code)), example).toEqual([]);
      }
    });
  }
});

describe('docs/rules.md', () => {
  it('says what the rules say (UPDATE_DOCS=1 writes it anew)', () => {
    const file = fileURLToPath(new URL('../../../docs/rules.md', import.meta.url));
    if (process.env.UPDATE_DOCS) writeFileSync(file, rulesDocument());
    expect(readFileSync(file, 'utf8')).toBe(rulesDocument());
  });
});

describe('the form a finding appeals to', () => {
  it.each([
    ['2019', '国办公开办函〔2019〕60号'],
    ['2021', '国办公开办函〔2021〕30号'],
  ])('is the one the report is set in: %s', (form, number) => {
    const reading = directReading(sampleOf(`form ${form}\ncell applications.received.total = 1`).report);
    const bases = checkReading(reading, { previous: null }).flatMap((finding) => finding.basis);
    expect(bases.map((basis) => basis.instrument).filter((title) => title.includes('国办公开办函'))).toEqual(
      expect.arrayContaining([expect.stringContaining(number)]),
    );
    expect(
      bases.every((basis) => !basis.instrument.includes('公开办函') || basis.instrument.includes(number)),
    ).toBe(true);
  });
});
