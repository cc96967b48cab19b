import { readDocument } from '../../src/report/read/index.ts';
import type { Reading } from '../../src/report/reading.ts';
import { recognise } from '../../src/report/recognise/index.ts';
import { type FileLayout, layoutNamed } from './layouts.ts';
import type { SampleReport } from './sample-model.ts';

const mediaTypes = { 'report.txt': 'text/plain', 'report.html': 'text/html', 'report.docx': 'docx' } as const;

/** What the reader and the recogniser make of a sample set in a layout: bytes to reading, nothing left out. */
export function readAs({ fileName, bytes }: FileLayout, report: SampleReport): Reading {
  const { kind, code } = report;
  return recognise(
    readDocument(bytes(report), fileName),
    { file: fileName, sha256: '', mediaType: mediaTypes[fileName] },
    { agency: { kind, ...(code === null ? {} : { code }) } },
  );
}

/** The reading of a sample, as the rules get it. */
export const readSample = (report: SampleReport): Reading => readAs(layoutNamed('tab'), report);
