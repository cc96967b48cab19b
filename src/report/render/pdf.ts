import type { AnnualReport } from '../../domain/annual/report.ts';
import type { Letter } from '../../domain/application/letters/letter.ts';
import type { Day } from '../../law/calendar/index.ts';
import type { LaidReport } from './laid-report.ts';
import { layReport } from './layout.ts';
import type { LetterDress } from './letter-page.ts';
import { letterPdfData, letterPdfImages, letterTemplate } from './letter-pdf.ts';
import type { Paper } from './paper.ts';
import { paperPdfData, paperTemplate } from './paper-pdf.ts';
import { PdfCompiler, type PdfTemplate, PdfUnavailable } from './pdf-compiler.ts';
import { pdfData } from './pdf-data.ts';
import { PDF_DATA_FILE, pdfTemplate } from './pdf-template.ts';

export { PdfUnavailable };

export interface PdfRendererOptions {
  /** Folders whose fonts are added to those of the system. */
  readonly fontFolders: readonly string[];
  /** An absolute path of this system, for the names of the files the template reads; nothing is read from there. */
  readonly folder: string;
}

export interface PdfRenderer {
  /**
   * A report as PDF/A-2b on A4, by the habits of GB/T 9704: tagged, fonts embedded as subsets. `made` is the day of
   * the file's metadata, which PDF/A asks for; the same report and day give the same bytes.
   * Throws PdfUnavailable where no font draws Chinese, and for what is too long to be a report.
   */
  render(report: AnnualReport, made: Day): Promise<Uint8Array>;
  /** A letter as PDF/A-2b in 信函格式, under its seal or marked as a draft; the same letter gives the same bytes. */
  renderLetter(letter: Letter, made: Day, dress: LetterDress): Promise<Uint8Array>;
  /** A paper of the office as PDF/A-2b, without page numbers; the same paper and day give the same bytes. */
  renderPaper(paper: Paper, made: Day): Promise<Uint8Array>;
}

/** Characters of a report that are set, some ten times the longest known: more would hold up everybody else. */
const LONGEST = 200_000;

const lengthOf = ({ preamble, sections, attachments }: LaidReport): number =>
  [preamble, ...[...sections, ...attachments].map(({ paragraphs }) => paragraphs)]
    .flat()
    .reduce((sum, { length }) => sum + length, 0);

const reportTemplate: PdfTemplate = { name: 'main', source: pdfTemplate, dataFile: PDF_DATA_FILE };

const renderer = (compiler: PdfCompiler): PdfRenderer => ({
  render: async (report, made) => {
    const laid = layReport(report);
    if (lengthOf(laid) > LONGEST)
      throw new PdfUnavailable(`报告文字超过${LONGEST / 10_000}万字，请确认是否读错了文件，或改存为 docx`);
    return compiler.set(reportTemplate, pdfData(laid, report.agency?.name ?? '', made));
  },
  renderLetter: (letter, made, dress) =>
    compiler.set(letterTemplate, letterPdfData(letter, made, dress), letterPdfImages(letter, dress)),
  renderPaper: (paper, made) => compiler.set(paperTemplate, paperPdfData(paper, made)),
});

/**
 * Opens a renderer of PDF; keep it open, because the first report takes many times as long as the next. Node only:
 * the compiler is native code. Throws where it cannot be loaded on this system.
 */
export async function openPdfRenderer({ fontFolders, folder }: PdfRendererOptions): Promise<PdfRenderer> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [...fontFolders] }], workspace: folder });
  return renderer(new PdfCompiler(compiler, folder, [reportTemplate, letterTemplate, paperTemplate]));
}
