import { createHash } from 'node:crypto';
import { legacyWord } from '../../app/analyse-file.ts';
import { identify } from '../../app/identity.ts';
import type { AgencyKind, AnnualReport, Finding, ReportAgency } from '../../domain/annual/report.ts';
import { UnreadableFile } from '../../report/document.ts';
import type { Places } from '../../report/places/places.ts';
import { readDocument } from '../../report/read/index.ts';
import type { Reading } from '../../report/reading.ts';
import { recognise } from '../../report/recognise/index.ts';
import { checkReading } from '../../report/rules/index.ts';
import { narrativeOf } from '../../report/similarity/narrative.ts';
import { sketch } from '../../report/similarity/sketch.ts';
import { readBytes } from './read-file.ts';

/** What is told of the agency beforehand, where the text does not say it. */
export interface Given {
  readonly agencyCode?: string | undefined;
  readonly agencyKind?: AgencyKind | undefined;
}

/** What reading a file needs beside the file. */
export interface Surrounded {
  readonly given: Given;
  readonly places: Places;
}

/** What the batch must know of a report to pair it with others; small, for there may be tens of thousands. */
export interface Digest {
  readonly agency: ReportAgency;
  readonly year: number;
  /** One agency, one identity, wherever its files lie; null where the name alone does not tell it. */
  readonly identity: string | null;
  /** Sketch of its prose, empty when it is too short to compare. */
  readonly sketch: Uint32Array;
}

/** @throws UnreadableFile */
export async function readReport(path: string, { given, places }: Surrounded): Promise<Reading> {
  const bytes = readBytes(path);
  const document = await readDocument(bytes, path, { legacyWord });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return recognise(
    document,
    { file: path, sha256, mediaType: document.mediaType },
    {
      agency: {
        ...(given.agencyCode === undefined ? {} : { code: given.agencyCode }),
        ...(given.agencyKind === undefined ? {} : { kind: given.agencyKind }),
      },
      codesOf: (name: string) => places.named(name),
    },
  );
}

/** The report of a reading with its findings. */
export const reportOf = (reading: Reading, previous: AnnualReport | null, places: Places): AnnualReport => ({
  ...reading.report,
  findings: checkReading(reading, { previous, places }),
});

/** A file that could not be read, as an entry of the batch: one finding that says why. */
export function unreadableReport(path: string, message: string): AnnualReport {
  const finding: Finding = {
    rule: 'not-a-report',
    code: 'R001',
    severity: 'error',
    message,
    cells: [],
    at: null,
    related: [],
    basis: [],
    fix: null,
    suggestions: [],
  };
  return {
    schema: 'gongkai.annual-report/1',
    source: { file: path, sha256: '', mediaType: 'application/octet-stream' },
    agency: null,
    year: null,
    form: null,
    sections: [],
    cells: {},
    statistics: {},
    indicators: {},
    findings: [finding],
  };
}

/** A name that carries its division (沭阳县发展和改革局) means one agency wherever its reports lie; 财政局 does not. */
const tellsPlace = /^.{1,12}[省市县区州盟旗镇乡]/u;

/** The digest of a report; null where it is none, or its agency or year cannot be told. */
export function digestOf(reading: Reading, places: Places): Digest | null {
  const { agency, year, source } = reading.report;
  if (reading.refused !== null || agency === null || year === null) return null;
  const identity = identify(agency, places, source.sha256);
  const told = !identity.ambiguous && (identity.code !== null || tellsPlace.test(agency.name));
  return {
    agency,
    year,
    identity: told ? identity.slug : null,
    sketch: sketch(narrativeOf(reading.report)),
  };
}

/** Anything thrown on the way, as one sentence; only UnreadableFile is expected. */
export const reasonOf = (error: unknown): string =>
  error instanceof UnreadableFile
    ? error.message
    : `读取时程序出错（${error instanceof Error ? error.message.slice(0, 80) : '原因不明'}），请把文件发给开发者。`;
