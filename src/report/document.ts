import type { Place } from '../domain/annual/report.ts';

export const mediaTypes = {
  text: 'text/plain',
  html: 'text/html',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  doc: 'application/msword',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xls: 'application/vnd.ms-excel',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
} as const;

export type MediaType = (typeof mediaTypes)[keyof typeof mediaTypes];

/**
 * A run of prose. In a plain text a paragraph is one line, tabs and inner spaces kept; in html and docx it is
 * one paragraph with its automatic number written out in front.
 */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly at: Place;
  /** Heading level by markup (h1…h6, Word outline level), null for running text. */
  readonly level: number | null;
  readonly origin: 'body' | 'textBox' | 'footnote' | 'header' | 'footer';
}

/** A printed cell; merges are told by the spans, never by repeated cells. */
export interface TableCell {
  /** Paragraphs of the cell joined by newlines. */
  readonly text: string;
  /** Grid position of its upper left corner, from 1. */
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly at: Place;
  readonly images: number;
  /** The file holds no result for the cell's formula: it is the sum that the formula states, drawn up by the reader. */
  readonly computed?: true;
  /** Tables nested in the cell; each also stands in the document's blocks right after this table. */
  readonly nested: readonly Table[];
}

export interface Table {
  readonly kind: 'table';
  /** Number in the document, from 1, in reading order. */
  readonly number: number;
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly TableCell[];
  readonly at: Place;
}

/** A picture where text or a table might stand. */
export interface Picture {
  readonly kind: 'picture';
  readonly at: Place;
  readonly alt: string;
}

export type Block = Paragraph | Table | Picture;

/** What the reader noticed about the file itself; rules make findings of it. */
export interface ReaderNote {
  readonly kind:
    | 'trackedChanges'
    | 'encodingGuessed'
    | 'wrongCharset'
    | 'undecodable'
    | 'traditional'
    | 'bookmarkText'
    | 'nulBytes'
    | 'truncated'
    | 'scannedPages'
    | 'hidden'
    | 'formula'
    | 'shown'
    | 'errorValue'
    | 'computed';
  readonly text: string;
  readonly at: Place | null;
}

/** A sheet of a workbook that holds something: its name, and the first of its blocks. */
export interface Sheet {
  readonly name: string;
  readonly from: number;
}

/** One positioned tree, whatever the file was. */
export interface SourceDocument {
  readonly mediaType: MediaType;
  /** Encoding used (`utf-8`, `gb18030`, …), null for docx. */
  readonly encoding: string | null;
  /** `<title>` or the document property, if any: a hint, not the report's title. */
  readonly metaTitle: string | null;
  readonly blocks: readonly Block[];
  readonly notes: readonly ReaderNote[];
  /** Only for workbooks. */
  readonly sheets?: readonly Sheet[];
}

/** Why a file cannot be read at all: one sentence for a person, in Chinese, that says what to do. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
  readonly reason: 'empty' | 'tooLarge' | 'corrupt' | 'encrypted' | 'wrongType' | 'bomb' | 'unsupported';
  constructor(reason: UnreadableFile['reason'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
