import type { Reading, Surroundings } from '../../src/report/reading.ts';
import type { Report, Rule } from '../../src/report/rules/rule.ts';
import { directReading } from './direct-reading.ts';
import { sampleOf } from './sample.ts';

/** What a rule says of the sample that the lines describe, with the changes of `more` to its reading. */
export function reportsOf(
  rule: Rule,
  lines: string,
  more: Partial<Reading> = {},
  places: Surroundings['places'] = null,
): readonly Report[] {
  const { report, previous } = sampleOf(lines);
  const reading = { ...directReading(report), ...more };
  return rule.check(reading, { previous: previous && directReading(previous).report, places });
}

/** The messages alone. */
export const speaks = (...of: Parameters<typeof reportsOf>): string[] =>
  reportsOf(...of).map((report) => report.message);
