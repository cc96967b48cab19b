import type { AnnualReport } from '../../domain/annual/report.ts';

/** The sections whose words are the author's own. */
const own: ReadonlySet<string | null> = new Set(['overview', 'problems', 'other', null]);

/** The prose by which reports are compared: all of it but the sections of tables. */
export function narrativeOf(report: AnnualReport): string {
  return report.sections
    .filter((section) => own.has(section.id))
    .map((section) => section.text)
    .join('\n');
}
