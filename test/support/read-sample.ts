import { readDocument } from '../../src/report/read/index.ts';
import type { Reading } from '../../src/report/reading.ts';
import { recognise } from '../../src/report/recognise/index.ts';
import { type Layout, layoutNamed } from './layouts.ts';
import type { SampleReport } from './sample-model.ts';

const encoder = new TextEncoder();

/** What the reader and the recogniser make of a sample set in a layout: bytes to reading, nothing left out. */
export function readAs(layout: Layout, report: SampleReport): Reading {
  const { fileName } = layout;
  const mediaType = fileName.endsWith('.html') ? 'text/html' : 'text/plain';
  const document = readDocument(encoder.encode(layout.write(report)), fileName);
  const { kind, code } = report;
  return recognise(
    document,
    { file: fileName, sha256: '', mediaType },
    { agency: { kind, ...(code === null ? {} : { code }) } },
  );
}

/** The reading of a sample, as the rules get it. */
export const readSample = (report: SampleReport): Reading => readAs(layoutNamed('tab'), report);
