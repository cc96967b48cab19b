import { PdfUnavailable, renderLetterPdf, renderPaperPdf } from '../../app/pdf-renderer.ts';
import type { Letter } from '../../domain/application/letters/letter.ts';
import { renderLetterDocx } from '../../report/render/letter-docx.ts';
import type { LetterDress } from '../../report/render/letter-page.ts';
import type { Paper } from '../../report/render/paper.ts';
import { renderPaperDocx } from '../../report/render/paper-docx.ts';
import { HttpProblem } from './problem.ts';

export const letterMediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

export type LetterFormat = keyof typeof letterMediaTypes;

const orProblem = async (made: Promise<Uint8Array>): Promise<Uint8Array> => {
  try {
    return await made;
  } catch (error) {
    if (error instanceof PdfUnavailable) throw new HttpProblem('pdfUnavailable');
    throw error;
  }
};

/** A paper of the office as a file. */
export const paperFile = async (paper: Paper, format: LetterFormat, now: Date): Promise<Uint8Array> =>
  format === 'docx' ? renderPaperDocx(paper) : orProblem(renderPaperPdf(paper, now));

/** A letter as a file; the same letter gives the same bytes. */
export async function letterFile(
  letter: Letter,
  format: LetterFormat,
  dress: LetterDress,
  now: Date,
): Promise<Uint8Array> {
  return format === 'docx' ? renderLetterDocx(letter, dress) : orProblem(renderLetterPdf(letter, now, dress));
}
