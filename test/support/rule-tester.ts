import type { Place } from '../../src/domain/annual/report.ts';
import type { Reading } from '../../src/report/reading.ts';
import type { Report, Rule } from '../../src/report/rules/rule.ts';
import { directReading } from './direct-reading.ts';
import { sampleOf } from './sample.ts';

export interface Ruled {
  readonly reports: readonly Report[];
  /** Where a cell of the sample stands. */
  readonly at: (id: string) => Place | null;
  readonly reading: Reading;
}

/** What one rule alone says of a sample told in the lines of test/support/sample.ts; `change` touches its reading. */
export function ruled(rule: Rule, lines: string, change: (reading: Reading) => Reading = (r) => r): Ruled {
  const { report, previous } = sampleOf(lines);
  const reading = change(directReading(report));
  const before = previous === null ? null : directReading(previous).report;
  return {
    reading,
    reports: rule.check(reading, { previous: before }),
    at: (id) => (reading.report.cells[id] ?? reading.report.statistics[id])?.at ?? null,
  };
}
