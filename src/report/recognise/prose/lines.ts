import type { Place } from '../../../domain/annual/report.ts';
import type { Paragraph, SourceDocument } from '../../document.ts';
import type { Passage } from '../../reading.ts';
import { type Debris, type Flow, flowOf, shift } from './text.ts';

/** One line of prose, normalised. */
export interface Line {
  /** Index in `document.blocks`. */
  readonly block: number;
  /** Offset of the line in its paragraph as printed. */
  readonly from: number;
  readonly flow: Flow;
  readonly at: Place;
  /** White space in front, in widths of a Chinese character. */
  readonly indent: number;
}

const framed =
  /^[-—–－·]{1,3}\s?\d{1,3}\s?[-—–－·]{1,3}$|^第\s?\d{1,3}\s?页(?:\s?[/,、]?\s?共\s?\d{1,3}\s?页)?$|^\d{1,3}\s?\/\s?\d{1,3}$/;

/** A page number framed by dashes or words; a bare number may be a figure. */
export const isFramedPageNumber = (text: string): boolean => text.length < 20 && framed.test(text);

/** White space in front of a line, two half-width blanks to a Chinese character. */
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

/** Stretch `from` to `to` of a paragraph as a line. */
export function lineOf(
  paragraph: Paragraph,
  block: number,
  from: number,
  to: number,
  debris?: Debris[],
): Line {
  const raw = from === 0 && to === paragraph.text.length ? paragraph.text : paragraph.text.slice(from, to);
  const at = shift(paragraph.at, from);
  return { block, from, flow: flowOf(raw, at, debris), at, indent: indentOf(raw) };
}

/** What of a document is prose: tables, whole paragraphs or stretches of them, are left out. */
export interface TableParts {
  readonly tableBlocks: Readonly<Uint8Array>;
  readonly tableRanges: ReadonlyMap<number, readonly (readonly [start: number, end: number])[]>;
}

/** A heading's ordinal and first words, where a table is taken to reach into the heading after it. */
const begunHeading = /[一二三四五六七八九十]\s?[、.]\s?[^0-9、。|]{0,12}$/;

/** Stretches of a paragraph outside the tables glued into it. */
function proseRanges(
  text: string,
  ranges: readonly (readonly [number, number])[] | undefined,
): [number, number][] {
  if (ranges === undefined) return [[0, text.length]];
  const outside: [number, number][] = [];
  let from = 0;
  for (const [start, end] of ranges) {
    if (start > from) outside.push([from, start]);
    const begun = begunHeading.exec(text.slice(Math.max(start, end - 16), end));
    from = Math.max(from, end - (begun === null ? 0 : begun[0].length));
  }
  if (from < text.length) outside.push([from, text.length]);
  return outside;
}

/** The prose of a document as lines, empty ones included, because they part paragraphs. */
export function linesOf(
  document: SourceDocument,
  tables: TableParts,
): { readonly lines: Line[]; readonly residue: Passage[] } {
  const lines: Line[] = [];
  const residue: Passage[] = [];
  const add = (paragraph: Paragraph, index: number, from: number, to: number): void => {
    const debris: Debris[] = [];
    lines.push(lineOf(paragraph, index, from, to, debris));
    for (const { text, from: offset } of debris)
      residue.push({ text, raw: text, at: shift(paragraph.at, from + offset, text.length) });
  };
  document.blocks.forEach((block, index) => {
    if (block.kind !== 'paragraph' || block.origin === 'header' || block.origin === 'footer') return;
    if (tables.tableBlocks[index] === 1) return;
    for (const [start, end] of proseRanges(block.text, tables.tableRanges.get(index)))
      for (let from = start; from <= end; ) {
        const newline = block.text.indexOf('\n', from);
        const to = newline < 0 || newline > end ? end : newline;
        add(block, index, from, to);
        from = to + 1;
      }
  });
  return { lines, residue };
}
