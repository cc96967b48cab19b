import { mediaTypes } from '../../src/report/document.ts';
import { readAtOnce } from '../../src/report/read/index.ts';
import type { Reading } from '../../src/report/reading.ts';
import { recognise } from '../../src/report/recognise/index.ts';
import { notesAt } from './direct-reading.ts';
import { type FileLayout, layoutNamed } from './layouts.ts';
import type { SampleReport } from './sample-model.ts';

const types = {
  'report.txt': mediaTypes.text,
  'report.html': mediaTypes.html,
  'report.docx': mediaTypes.docx,
};

/** What the reader and the recogniser make of a sample set in a layout: bytes to reading, nothing left out. */
export function readAs({ fileName, bytes }: FileLayout, report: SampleReport): Reading {
  const { kind, code } = report;
  const reading = recognise(
    readAtOnce(bytes(report), fileName),
    { file: fileName, sha256: '', mediaType: types[fileName] },
    { agency: { kind, ...(code === null ? {} : { code }) } },
  );
  return { ...reading, notes: [...reading.notes, ...notesAt(report, reading.report.cells)] };
}

/** The reading of a sample, as the rules get it. */
export const readSample = (report: SampleReport): Reading => readAs(layoutNamed('tab'), report);
