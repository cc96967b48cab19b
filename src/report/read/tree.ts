import type { Paragraph } from '../document.ts';

/** What a reader of html or docx gathers before places are given: blocks in reading order, cells with their own. */
export interface RawParagraph {
  readonly kind: 'paragraph';
  /** Lines joined by newlines, each trimmed, none empty. */
  readonly text: string;
  readonly level: number | null;
  readonly origin: Paragraph['origin'];
}

export interface RawPicture {
  readonly kind: 'picture';
  readonly alt: string;
}

export interface RawCell {
  content: RawBlock[];
  colSpan: number;
  /** 0: down to the last row. */
  rowSpan: number;
  /** Grid columns left free before it in its row (docx). */
  skip: number;
}

export interface RawTable {
  readonly kind: 'table';
  readonly rows: RawCell[][];
}

export type RawBlock = RawParagraph | RawTable | RawPicture;

export const TRADITIONAL_NOTE = '文中有繁体字，按对应的简体字识别。';

const BLANK_EDGE = /^[\s\u200b-\u200f\u2060\ufeff]+|[\s\u200b-\u200f\u2060\ufeff]+$/g;

const isEdge = (code: number): boolean =>
  code <= 0x20 || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200f) || code === 0x2060;

/** Without blanks and invisible characters at both ends. */
export function trimEdges(text: string): string {
  if (text.length === 0) return text;
  if (
    !isEdge(text.charCodeAt(0)) &&
    !isEdge(text.charCodeAt(text.length - 1)) &&
    text.charCodeAt(0) !== 0xfeff
  )
    return text;
  return text.replace(BLANK_EDGE, '');
}

/** Every line trimmed, empty lines left out. */
export function tidyLines(text: string): string {
  if (!text.includes('\n')) return trimEdges(text);
  return text
    .split('\n')
    .map(trimEdges)
    .filter((line) => line !== '')
    .join('\n');
}

/** The text of a cell: its paragraphs joined by newlines, tables within left out. */
export function textOf(content: readonly RawBlock[]): string {
  const first = content[0];
  if (content.length === 0) return '';
  if (content.length === 1) return first!.kind === 'paragraph' ? first!.text : '';
  const lines: string[] = [];
  for (const block of content) if (block.kind === 'paragraph') lines.push(block.text);
  return lines.join('\n');
}
