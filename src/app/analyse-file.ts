import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { AgencyKind, AnnualReport } from '../domain/annual/report.ts';
import type { SourceDocument } from '../report/document.ts';
import type { Places } from '../report/places/places.ts';
import { readDocument } from '../report/read/index.ts';
import type { Reading, Surroundings } from '../report/reading.ts';
import { recognise } from '../report/recognise/index.ts';
import { readTables, type TablesReading } from '../report/recognise/tables/index.ts';
import { checkReading } from '../report/rules/index.ts';

/** Loaded when the first such file comes: hardly any batch has one. */
export const legacyWord = async (bytes: Uint8Array) =>
  (await import('../report/read/doc.ts')).readLegacyWord(bytes);

/** A character map of Adobe as pdfjs-dist ships it, for PDF files that do not hold their Chinese fonts. */
export const characterMap = async (name: string): Promise<Uint8Array> => {
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  return readFile(join(folder, 'cmaps', `${basename(name)}.bcmap`));
};

/** What is told beforehand, for a text that does not say which 九都镇 or which year it speaks of. */
export interface Given {
  /** Division code, 6, 9 or 12 digits. */
  readonly agencyCode?: string | undefined;
  readonly agencyKind?: AgencyKind | undefined;
  /** Report year, for a text that names none. */
  readonly year?: number | undefined;
}

/** A file read as a document, not yet looked at for a report. */
export interface OpenedFile {
  /** The name it goes by in the report. */
  readonly file: string;
  readonly document: SourceDocument;
  readonly sha256: string;
}

/** @throws UnreadableFile when the bytes are no file this program reads */
export async function openFile(bytes: Uint8Array, path: string, file = basename(path)): Promise<OpenedFile> {
  const document = await readDocument(bytes, path, { legacyWord, characterMap });
  return { file, document, sha256: hash('sha256', bytes, 'hex') };
}

/** The tables of an opened file, for `recogniseFile`. */
export const tablesOf = ({ document }: OpenedFile): TablesReading => readTables(document);

/**
 * Recognises an opened file as an annual report, findings still empty. With the divisions at hand an agency whose name
 * is unique gets its code. `tables` where they have been read already.
 */
export function recogniseFile(
  opened: OpenedFile,
  given: Given = {},
  places: Places | null = null,
  tables: TablesReading = tablesOf(opened),
): Reading {
  const { file, document, sha256 } = opened;
  const reading = recognise(
    document,
    { file, sha256, mediaType: document.mediaType },
    {
      agency: {
        ...(given.agencyCode === undefined ? {} : { code: given.agencyCode }),
        ...(given.agencyKind === undefined ? {} : { kind: given.agencyKind }),
      },
      ...(places === null ? {} : { codesOf: (name: string) => places.named(name) }),
    },
    tables,
  );
  if (given.year === undefined || reading.report.year !== null) return reading;
  return { ...reading, report: { ...reading.report, year: given.year } };
}

/**
 * Reads a file as an annual report, findings still empty.
 * @throws UnreadableFile when the bytes are no file this program reads
 */
export const readReport = async (
  bytes: Uint8Array,
  path: string,
  given: Given = {},
  places: Places | null = null,
): Promise<Reading> => recogniseFile(await openFile(bytes, path), given, places);

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
