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

/** The most bytes a file of this name may have, told by its extension. */
export function fileLimit(fileName: string): number {
  const extension = fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase();
  if (extension === 'docx') return LIMITS.docx;
  return /^x?html?$|^shtml?$/.test(extension) ? LIMITS.html : LIMITS.text;
}
