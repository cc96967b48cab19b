import type { Finding, Place, Severity } from '../../domain/annual/report.ts';
import { rules } from '../rules/index.ts';

export const severityNames: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '警告',
  info: '提示',
};

const ruleNames: ReadonlyMap<string, string> = new Map(rules.map((rule) => [rule.code, rule.name]));

/** Name of a finding's rule for people; the rule's id where the registry does not know it. */
export const ruleName = (finding: Finding): string => ruleNames.get(finding.code) ?? finding.rule;

/** 第107行第2列, 表3第5行第2列, 第12段, 第3页; empty where there is no place. */
export function placeText(at: Place | null): string {
  if (at === null) return '';
  if ('line' in at) return `第${at.line}行第${at.column}列`;
  if ('table' in at) return `表${at.table}第${at.row}行第${at.column}列`;
  if ('paragraph' in at) return `第${at.paragraph}段`;
  return `第${at.page}页`;
}

/** How many findings of each severity. */
export function countFindings(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}
