import type { Report, Rule } from '../../src/report/rules/rule.ts';
import { readSample } from './read-sample.ts';
import { sampleOf } from './sample.ts';

/**
 * What a rule on the prose says of the sample that the lines describe, read from its text: the claims of the prose are
 * drawn by the recogniser and by nothing else.
 */
export function proseReports(rule: Rule, lines: string): readonly Report[] {
  const { report, previous } = sampleOf(lines);
  const before = previous === null ? null : readSample(previous).report;
  return rule.check(readSample(report), { previous: before, places: null });
}

/** The messages alone. */
export const proseMessages = (rule: Rule, lines: string): string[] =>
  proseReports(rule, lines).map((report) => report.message);
