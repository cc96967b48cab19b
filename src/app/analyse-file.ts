import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { AgencyKind, AnnualReport } from '../domain/annual/report.ts';
import type { Places } from '../report/places/places.ts';
import { readDocument } from '../report/read/index.ts';
import type { Reading, Surroundings } from '../report/reading.ts';
import { recognise } from '../report/recognise/index.ts';
import { checkReading } from '../report/rules/index.ts';

/** Loaded when the first such file comes: hardly any batch has one. */
export const legacyWord = async (bytes: Uint8Array) =>
  (await import('../report/read/doc.ts')).readLegacyWord(bytes);

/** What is told beforehand, for a text that does not say which 九都镇 or which year it speaks of. */
export interface Given {
  /** Division code, 6, 9 or 12 digits. */
  readonly agencyCode?: string | undefined;
  readonly agencyKind?: AgencyKind | undefined;
  /** Report year, for a text that names none. */
  readonly year?: number | undefined;
}

/**
 * Reads a file as an annual report, findings still empty. With the divisions at hand an agency whose name is
 * unique gets its code.
 * @throws UnreadableFile when the bytes are no file this program reads
 */
export async function readReport(
  bytes: Uint8Array,
  path: string,
  given: Given = {},
  places: Places | null = null,
): Promise<Reading> {
  const document = await readDocument(bytes, path, { legacyWord });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const reading = recognise(
    document,
    { file: basename(path), sha256, mediaType: document.mediaType },
    {
      agency: {
        ...(given.agencyCode === undefined ? {} : { code: given.agencyCode }),
        ...(given.agencyKind === undefined ? {} : { kind: given.agencyKind }),
      },
      ...(places === null ? {} : { codesOf: (name: string) => places.named(name) }),
    },
  );
  if (given.year === undefined || reading.report.year !== null) return reading;
  return { ...reading, report: { ...reading.report, year: given.year } };
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
export async function analyseFile(
  bytes: Uint8Array,
  path: string,
  options: Given & { readonly places?: Places | null; readonly surroundings?: Surroundings } = {},
): Promise<{ readonly reading: Reading; readonly report: AnnualReport }> {
  const places = options.places ?? null;
  const reading = await readReport(bytes, path, options, places);
  return {
    reading,
    report: checkedReport(reading, { places, ...(options.surroundings ?? { previous: null }) }),
  };
}
