import type { AnnualReport, Finding } from '../../domain/annual/report.ts';
import { findingsDocx } from './findings-docx.ts';
import { findingsHtml } from './findings-html.ts';
import { type FindingsSheetOptions, findingsSheet } from './findings-sheet.ts';

export type { FindingsSheetOptions } from './findings-sheet.ts';

/**
 * The sheet that a county office sends back with a report: each fault by severity with its number, place, reason,
 * what to do and article; the tables with the faulty cells marked; lines for signature. HTML is UTF-8. There is no
 * clock here: the day is the caller's.
 */
export async function renderFindingsSheet(
  report: AnnualReport,
  findings: readonly Finding[],
  options: FindingsSheetOptions,
): Promise<Uint8Array> {
  const sheet = findingsSheet(report, findings, options);
  return options.format === 'docx' ? findingsDocx(sheet) : new TextEncoder().encode(findingsHtml(sheet));
}
