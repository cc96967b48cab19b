import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { AnnualReport } from '../domain/annual/report.ts';
import { readDocument } from '../report/read/index.ts';
import type { Reading, Surroundings } from '../report/reading.ts';
import { recognise } from '../report/recognise/index.ts';
import { checkReading } from '../report/rules/index.ts';

/** What is told of the report beforehand, where its own text does not say it. */
export interface Given {
  /** Division code of the agency, 6, 9 or 12 digits. */
  readonly agencyCode?: string | undefined;
  readonly agencyKind?: NonNullable<AnnualReport['agency']>['kind'] | undefined;
}

/**
 * Reads a file as an annual report, findings still empty.
 * @throws UnreadableFile when the bytes are no file this program reads
 */
export function readFile(bytes: Uint8Array, path: string): Reading {
  const document = readDocument(bytes, path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return recognise(document, { file: basename(path), sha256, mediaType: document.mediaType });
}

/** The reading with the agency's code and kind as given: for texts that do not say which 九都镇 they speak of. */
export function withGiven(reading: Reading, given: Given): Reading {
  const { agency } = reading.report;
  if (agency === null || (given.agencyCode === undefined && given.agencyKind === undefined)) return reading;
  const told = {
    ...agency,
    code: given.agencyCode ?? agency.code,
    kind: given.agencyKind ?? agency.kind,
  };
  return { ...reading, report: { ...reading.report, agency: told } };
}

/** The report of a reading with its findings. */
export const checkedReport = (reading: Reading, surroundings: Surroundings): AnnualReport => ({
  ...reading.report,
  findings: checkReading(reading, surroundings),
});

/**
 * Bytes to checked report in one step.
 * @throws UnreadableFile when the bytes are no file this program reads
 */
export function analyseFile(
  bytes: Uint8Array,
  path: string,
  options: Given & { readonly previous?: AnnualReport | null } = {},
): { readonly reading: Reading; readonly report: AnnualReport } {
  const reading = withGiven(readFile(bytes, path), options);
  return { reading, report: checkedReport(reading, { previous: options.previous ?? null }) };
}
