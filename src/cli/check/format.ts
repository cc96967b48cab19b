import type { AnnualReport, Finding } from '../../domain/annual/report.ts';
import {
  type HtmlTables,
  htmlEnd,
  htmlFinding,
  htmlHead,
  htmlReport,
  htmlTail,
} from '../../report/print/html.ts';
import { prettyFinding, prettyReport, type Style, summaryText } from '../../report/print/pretty.ts';
import { sarifHead, sarifResult, sarifTail } from '../../report/print/sarif.ts';
import type { ByteSink } from './byte-sink.ts';
import { addOpenReport } from './json-entry.ts';

export const formats = ['pretty', 'json', 'sarif', 'html'] as const;
export type FormatName = (typeof formats)[number];

export interface Summary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly seconds: number;
}

/**
 * How the results of a batch are written. An entry is left open so that findings known only when all files are read
 * can still be added to it: entry = open + more* + close.
 */
export interface Format {
  readonly open: (report: AnnualReport, sink: ByteSink) => void;
  /** A further finding of an open entry; `count` is how many it has. */
  readonly more: (file: string, finding: Finding, count: number) => string;
  readonly close: string;
  readonly head: string;
  /** Between two entries that are not empty. */
  readonly between: string;
  readonly tail: (summary: Summary, failed: boolean) => string;
}

const json: Format = {
  open: (report, sink) => addOpenReport(sink, report),
  more: (_file, finding, count) => `${count === 0 ? '' : ','}${JSON.stringify(finding)}`,
  close: ']}',
  head: '{"reports":[\n',
  between: ',\n',
  tail: (summary) => `\n],"summary":${JSON.stringify(summary)}}\n`,
};

const sarif = (version: string): Format => ({
  open: ({ source, findings }, sink) =>
    sink.add(findings.map((finding) => JSON.stringify(sarifResult(source.file, finding))).join(',\n')),
  more: (file, finding, count) => `${count === 0 ? '' : ',\n'}${JSON.stringify(sarifResult(file, finding))}`,
  close: '',
  head: sarifHead(version),
  between: ',\n',
  tail: (_summary, failed) => sarifTail(!failed),
});

const pretty = (style: Style): Format => ({
  open: (report, sink) => sink.add(prettyReport(report, style)),
  more: (_file, finding) => prettyFinding(finding, style),
  close: '',
  head: '',
  between: '\n',
  tail: (summary) => `\n${summaryText(summary)}\n`,
});

const html = (tables: HtmlTables): Format => ({
  open: (report, sink) => sink.add(htmlReport(report, tables)),
  more: (_file, finding, count) => htmlFinding(finding, count + 1),
  close: htmlEnd,
  head: htmlHead,
  between: '',
  tail: htmlTail,
});

export interface FormatOptions {
  readonly format: FormatName;
  readonly colour: boolean;
  readonly version: string;
  /** How many files there are: a page shows the tables of a few. */
  readonly files: number;
}

/** A page with the tables of more reports than this is more than a browser shows. */
const MOST_WITH_TABLES = 300;

const tablesFor = (files: number): HtmlTables =>
  files === 1 ? 'open' : files <= MOST_WITH_TABLES ? 'folded' : 'none';

export function formatOf({ format, colour, version, files }: FormatOptions): Format {
  if (format === 'json') return json;
  if (format === 'html') return html(tablesFor(files));
  return format === 'sarif' ? sarif(version) : pretty({ colour });
}
