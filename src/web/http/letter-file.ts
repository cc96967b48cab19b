import { PdfUnavailable, renderLetterPdf } from '../../app/pdf-renderer.ts';
import type { Letter } from '../../domain/application/letters/letter.ts';
import { renderLetterDocx } from '../../report/render/letter-docx.ts';
import type { LetterDress } from '../../report/render/letter-page.ts';
import { HttpProblem } from './problem.ts';

export const letterMediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

export type LetterFormat = keyof typeof letterMediaTypes;

/** A letter as a file; the same letter gives the same bytes. */
export async function letterFile(
  letter: Letter,
  format: LetterFormat,
  dress: LetterDress,
  now: Date,
): Promise<Uint8Array> {
  if (format === 'docx') return renderLetterDocx(letter, dress);
  try {
    return await renderLetterPdf(letter, now, dress);
  } catch (error) {
    if (error instanceof PdfUnavailable) throw new HttpProblem('pdfUnavailable');
    throw error;
  }
}
