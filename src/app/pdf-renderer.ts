import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AnnualReport } from '../domain/annual/report.ts';
import type { Letter } from '../domain/application/letters/letter.ts';
import { type LetterDress, undressed } from '../report/render/letter-page.ts';
import type { Paper } from '../report/render/paper.ts';
import { openPdfRenderer, type PdfRenderer, PdfUnavailable } from '../report/render/pdf.ts';
import { shanghaiDay } from './calendar-years.ts';

export { PdfUnavailable };

/** The weights that a report is set in; the package has eight, of 14 MB each. */
const WEIGHTS = ['400Regular', '700Bold'];

/** The Song face of npm; none where it was left out of the installation, then the fonts of the system serve alone. */
function fontFolders(): string[] {
  try {
    const file = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/package.json');
    return WEIGHTS.map((weight) => join(dirname(file), weight));
  } catch {
    return [];
  }
}

async function open(): Promise<PdfRenderer> {
  try {
    return await openPdfRenderer({
      fontFolders: fontFolders(),
      folder: join(dirname(fileURLToPath(import.meta.url)), 'pdf'),
    });
  } catch (cause) {
    throw new PdfUnavailable('这个系统上没有可用的排版程序（typst），请改存为 docx', { cause });
  }
}

let opened: Promise<PdfRenderer> | null = null;

async function renderer(): Promise<PdfRenderer> {
  opened ??= open();
  opened.catch(() => {
    opened = null;
  });
  return opened;
}

/**
 * A report as PDF/A-2b, made today by the clock given. The compiler and its fonts are loaded once, at first need
 * (about 0.3 s and 100 MB of memory). Throws PdfUnavailable where the compiler or the fonts are missing.
 */
export async function renderPdf(report: AnnualReport, now: Date): Promise<Uint8Array> {
  return (await renderer()).render(report, shanghaiDay(now));
}

/** A letter as PDF/A-2b, dated like the letter. Throws PdfUnavailable like a report. */
export async function renderLetterPdf(
  letter: Letter,
  now: Date,
  dress: LetterDress = undressed,
): Promise<Uint8Array> {
  return (await renderer()).renderLetter(letter, letter.date ?? shanghaiDay(now), dress);
}

/** A paper of the office as PDF/A-2b. Throws PdfUnavailable like a report. */
export async function renderPaperPdf(paper: Paper, now: Date): Promise<Uint8Array> {
  return (await renderer()).renderPaper(paper, shanghaiDay(now));
}
