import type { AnnualReport } from '../../domain/annual/report.ts';
import type { LaidSection } from './laid-report.ts';
import { layReport } from './layout.ts';
import { wordGap, wordParagraph, wordProse, wordRun, wordTable } from './word-body.ts';
import { wordFile } from './word-parts.ts';

const section = ({ heading, paragraphs, tables }: LaidSection, first = ''): string =>
  (heading === '' && first === '' ? '' : wordParagraph(wordRun(heading), 'Heading1', first)) +
  paragraphs.map(wordProse).join('') +
  tables.map((table) => wordTable(table) + wordGap).join('');

/** 署名 and date stand at the right, notes after them (此件公开发布) as text. */
const closingLine = (line: string): string =>
  /^[（(附]/.test(line) ? wordParagraph(wordRun(line)) : wordParagraph(wordRun(line), 'Closing');

/**
 * A report as a Word file by the habits of GB/T 9704: A4, 仿宋_GB2312 三号 in lines of 28 points, title in
 * 方正小标宋简体 二号, page numbers — 1 —. Faces are named, not embedded. The same report gives the same bytes.
 */
export async function renderDocx(report: AnnualReport): Promise<Uint8Array> {
  const laid = layReport(report);
  const body = [
    wordParagraph(wordRun(laid.title), 'Title'),
    ...laid.preamble.map(wordProse),
    ...laid.sections.map((each) => section(each)),
    ...(laid.closing.length === 0 ? [] : [wordParagraph('')]),
    ...laid.closing.map(closingLine),
    ...laid.attachments.map((each) => section(each, '<w:pageBreakBefore/>')),
  ];
  return wordFile(laid.title, body.join(''));
}
