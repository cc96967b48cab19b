import { mediaTypes } from '../../src/report/document.ts';
import { readAtOnce } from '../../src/report/read/index.ts';
import { recognise } from '../../src/report/recognise/index.ts';
import { checkReading } from '../../src/report/rules/index.ts';
import { summaryOf } from '../../src/web/islands/checker/entry.ts';
import type { BatchState, CheckedReport, FileState } from '../../src/web/islands/checker/model.ts';
import { pinFindings } from '../../src/web/report/pins.ts';
import { aroundOf, markProse } from '../../src/web/report/prose-marks.ts';
import { htmlOf } from './html-layouts.ts';
import { sampleOf } from './sample.ts';

export const fileState = (over: Partial<FileState>): FileState => ({
  id: 1,
  path: '年报.html',
  size: 1,
  state: 'waiting',
  message: null,
  summary: null,
  ...over,
});

/** A sample told in the lines of sample.ts, as a page of HTML read, checked and placed by the real engine. */
export function checkedSample(
  lines: string,
  { id = 1, path = '年报.html', previous = null as CheckedReport | null } = {},
): CheckedReport {
  const { report: model } = sampleOf(lines);
  const document = readAtOnce(new TextEncoder().encode(htmlOf(model, 'word')), path);
  const { kind } = model;
  const reading = recognise(
    document,
    { file: path, sha256: '', mediaType: mediaTypes.html },
    { agency: { kind } },
  );
  const findings = checkReading(reading, { previous: previous?.report ?? null, places: null });
  const report = { ...reading.report, findings };
  const pins = pinFindings(report);
  const around = aroundOf(reading);
  return {
    file: fileState({ id, path, state: 'read', summary: summaryOf(report) }),
    report,
    pins,
    marks: markProse(report, pins, document, around),
    around,
    places: 'used',
    previous: previous === null ? null : { id: previous.file.id, year: previous.report.year! },
  };
}

export const batchOf = (files: readonly FileState[], over: Partial<BatchState> = {}): BatchState => ({
  files,
  running: false,
  skipped: {},
  unpaired: {},
  seconds: 1,
  ...over,
});
