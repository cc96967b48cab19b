import type { Place } from '../../../domain/annual/report.ts';
import type { SourceDocument } from '../../document.ts';
import type { Passage } from '../../reading.ts';
import { type Debris, type Flow, flowOf, shift } from './text.ts';

/** One paragraph of the document, normalised; in a plain text that is one line. */
export interface Line {
  /** Index in `document.blocks`. */
  readonly block: number;
  /** Offset of the line in the paragraph as printed, above 0 for the rest of a line cut at a heading. */
  readonly from: number;
  readonly flow: Flow;
  readonly at: Place;
  /** White space in front, in columns of a Chinese character. */
  readonly indent: number;
  readonly level: number | null;
}

const pageNumber = /^[-—–－\s]{0,4}(?:第\s?)?\d{1,3}(?:\s?页)?(?:[-—–－\s/共]{0,4}\d{0,3}页?)?[-—–－\s]{0,4}$/;
const framed = /^[-—–－]\s?\d{1,3}\s?[-—–－]$|^第\s?\d{1,3}\s?页(?:\s?[/,]?\s?共\s?\d{1,3}\s?页)?$/;

/** A page number framed by dashes or words; a bare number may be a cell. */
export const isFramedPageNumber = (text: string): boolean => framed.test(text);

/** A bare number that could be a page number when it stands alone at the end. */
export const isPageNumber = (text: string): boolean => text.length < 16 && pageNumber.test(text);

/** White space in front of a line, two half-width spaces to a Chinese character. */
function indentOf(raw: string): number {
  let width = 0;
  for (let i = 0; i < raw.length && i < 200; i++) {
    const c = raw.charCodeAt(i);
    if (c === 0x3000) width += 2;
    else if (c === 0x20 || c === 0xa0) width += 1;
    else if (c === 0x09) width += 4;
    else break;
  }
  return width / 2;
}

/** Part of a paragraph as a line of its own. */
export function lineOf(
  paragraph: { readonly text: string; readonly at: Place; readonly level: number | null },
  block: number,
  traditional: boolean,
  from = 0,
  to = paragraph.text.length,
  debris?: Debris[],
): Line {
  const raw = from === 0 && to === paragraph.text.length ? paragraph.text : paragraph.text.slice(from, to);
  const at = shift(paragraph.at, from);
  const flow = flowOf(raw, at, traditional, debris);
  return { block, from, flow, at, indent: from === 0 ? indentOf(raw) : 0, level: paragraph.level };
}

/** The paragraphs of a document as lines; empty ones stay, because they part paragraphs. */
export function linesOf(document: SourceDocument, traditional: boolean): { lines: Line[]; residue: Passage[] } {
  const lines: Line[] = [];
  const residue: Passage[] = [];
  document.blocks.forEach((block, index) => {
    if (block.kind !== 'paragraph' || block.origin === 'header' || block.origin === 'footer') return;
    const debris: Debris[] = [];
    lines.push(lineOf(block, index, traditional, 0, block.text.length, debris));
    for (const piece of debris)
      residue.push({ text: piece.text, raw: piece.text, at: shift(block.at, piece.from, piece.text.length) });
  });
  return { lines, residue };
}
