import { describe, expect, it } from 'vitest';
import type { Finding } from '../src/domain/annual/report.ts';
import { checkReading, rules } from '../src/report/rules/index.ts';
import type { Rule } from '../src/report/rules/rule.ts';
import { type FileLayout, fileLayouts } from './support/layouts.ts';
import { readAs } from './support/read-sample.ts';
import { pageOf } from './support/rule-pages.ts';
import { sampleOf } from './support/sample.ts';

/** Whose findings cannot be the same: what is lost there, and why. */
const lossy: readonly { layout: string; rule: string; because: string }[] = [
  {
    layout: 'pdf columns',
    rule: 'R301',
    because: 'three columns of 表三 stand at the places of other columns',
  },
  {
    layout: 'pdf columns',
    rule: 'R302',
    because: 'three columns of 表三 stand at the places of other columns',
  },
  {
    layout: 'pdf columns',
    rule: 'R206',
    because: 'three columns of 表三 stand at the places of other columns',
  },
];

const findingsOf = (layout: FileLayout, example: string): { findings: Finding[]; also: string[] } => {
  const { report, previous, also } = sampleOf(example);
  const before = previous === null ? null : readAs(layout, previous).report;
  return { findings: checkReading(readAs(layout, report), { previous: before }), also };
};

/** What a layout tells otherwise than the page of a rule says, example by example. */
function differences(layout: FileLayout, rule: Rule): string[] {
  const { fails, passes } = pageOf(rule.id)!;
  const missed = fails.flatMap((example) => {
    const { findings, also } = findingsOf(layout, example);
    const others = findings.filter((f) => f.code !== rule.code && !also.includes(f.code));
    return [
      ...(findings.some((f) => f.code === rule.code) ? [] : [`${rule.code} not found: ${example}`]),
      ...others.map((f) => `${f.code} ${f.message}: ${example}`),
    ];
  });
  const raised = passes.flatMap((example) =>
    findingsOf(layout, example)
      .findings.filter((f) => f.code === rule.code)
      .map((f) => `${f.code} ${f.message}: ${example}`),
  );
  return [...missed, ...raised];
}

describe('the examples on the rules’ pages', () => {
  const told = (layout: FileLayout) =>
    rules.filter(({ code }) => !lossy.some((one) => one.layout === layout.name && one.rule === code));

  it.each(fileLayouts.filter((one) => one.lossless).map((layout) => [layout.name, layout] as const))(
    'fail and pass in the layout “%s” as anywhere',
    (_, layout) => {
      expect(told(layout).flatMap((rule) => differences(layout, rule))).toEqual([]);
    },
  );
});

describe('a heading of the fifth section in other words', () => {
  it.each([
    '五、政府信息公开工作存在的主要问题及改进情况',
    '五、工作存在的主要问题和改进措施',
    '五、存在问题和改进措施',
    '五、主要问题及下步打算',
  ])('“%s” costs table 四 before it no cell in any layout', (heading) => {
    const { report } = sampleOf(`heading problems: ${heading}`);
    for (const layout of fileLayouts.filter((one) => one.lossless)) {
      const { cells } = readAs(layout, report).report;
      const lost = Object.keys(report.cells).filter((id) => cells[id]?.value !== Number(report.cells[id]));
      expect(lost, layout.name).toEqual([]);
    }
  });
});
