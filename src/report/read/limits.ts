/**
 * How much of a file is read, in bytes unless said otherwise. Whoever opens a file looks at its size first
 * (`fileLimit`): nothing that is larger need be loaded. The largest report known is well under one megabyte of
 * text; docx and html are larger only by their pictures.
 */
export const LIMITS = {
  text: 4 * 1024 * 1024,
  html: 16 * 1024 * 1024,
  docx: 64 * 1024 * 1024,
  workbook: 32 * 1024 * 1024,
  legacyWord: 32 * 1024 * 1024,
  pdf: 64 * 1024 * 1024,
  pdfPages: 300,
  /** Drawing operators and characters of one page of a PDF: a page of a report has about three thousand. */
  pdfPageWeight: 150_000,
  /** Pages of a PDF times the largest of its drawings, in bytes: all pages may share one. */
  pdfDrawn: 192 * 1024 * 1024,
  /** What one packed stream of a PDF may unpack to, one that draws, and all large ones together. */
  pdfStream: 64 * 1024 * 1024,
  pdfContent: 16 * 1024 * 1024,
  pdfUnpacked: 256 * 1024 * 1024,
  /** All parts of one docx that are unpacked, together. */
  docxUnpacked: 32 * 1024 * 1024,
  /** Unpacked over packed size beyond which a part over one megabyte is taken for a bomb. */
  docxRatio: 400,
  /** Blocks and cells of a document together; what goes beyond is left out with a note, as with the next two. */
  blocks: 60_000,
  columns: 200,
  rows: 20_000,
  /** Tables in one another deeper than this flow into the text. */
  nesting: 20,
} as const;

const limitByExtension: readonly (readonly [RegExp, number])[] = [
  [/^doc[xm]$/, LIMITS.docx],
  [/^pdf$/, LIMITS.pdf],
  [/^(?:xls[xmb]?|et|ods)$/, LIMITS.workbook],
  [/^(?:doc|wps|rtf)$/, LIMITS.legacyWord],
  [/^x?html?$|^shtml?$|^mht(?:ml)?$/, LIMITS.html],
];

/** The most bytes a file of this name may have, told by its extension. */
export function fileLimit(fileName: string): number {
  const extension = fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase();
  return limitByExtension.find(([names]) => names.test(extension))?.[1] ?? LIMITS.text;
}
