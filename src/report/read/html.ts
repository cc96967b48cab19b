import type { ReaderNote, SourceDocument } from '../document.ts';
import { assemble } from './assemble.ts';
import { decodeReferences } from './character-references.ts';
import { isOrnament, isUnseen } from './html-attributes.ts';
import { HiddenPart } from './html-hidden.ts';
import { type Attributes, HtmlScanner, type HtmlSink } from './html-scan.ts';
import { isVoid, Kind, P_TAG, TAG_NAMES } from './html-tags.ts';
import { withoutFalseMargins } from './layout.ts';
import { LIMITS } from './limits.ts';
import { LineBuffer } from './line-buffer.ts';
import {
  type RawBlock,
  type RawCell,
  type RawParagraph,
  type RawTable,
  tidyLines,
  trimEdges,
} from './tree.ts';
import { utf8Of } from './utf8.ts';

interface OpenTable {
  readonly table: RawTable;
  /** Where the table will stand. */
  readonly home: RawBlock[];
  row: RawCell[] | null;
  cell: RawCell | null;
}

const HEADING_LEVEL = (tag: number): number => TAG_NAMES[tag]!.charCodeAt(1) - 0x30;
const CAPTION_TAG = TAG_NAMES.indexOf('caption');
/** The content of a cell in which nothing stands yet. */
const EMPTY: RawBlock[] = [];
const LONG = 16_384;
/** Gathers blocks from the tokens; unclosed and misplaced tags are mended as browsers mend them. */
class HtmlBuilder implements HtmlSink {
  readonly blocks: RawBlock[] = [];
  title = '';
  deletions = false;
  truncated = false;
  readonly #showHidden: boolean;
  #content: RawBlock[] = this.blocks;
  readonly #line: LineBuffer;
  #level: number | null = null;
  #tables: OpenTable[] = [];
  #ignoredTables = 0;
  #inTitle = false;
  #pre = 0;
  #top = 0;
  #bottom = 0;
  readonly #hidden = new HiddenPart();
  #count = 0;
  /** Where the text of cells beyond the limits goes: nowhere. */
  readonly #beyond: RawBlock[] = [];

  constructor(line: LineBuffer, showHidden: boolean) {
    this.#line = line;
    this.#showHidden = showHidden;
  }

  get full(): boolean {
    return this.#count >= LIMITS.blocks;
  }

  text(text: string): void {
    if (this.#hidden.on) return;
    if (this.#inTitle) this.title += text;
    else this.#line.add(text, this.#pre > 0);
  }

  characters(from: number): number {
    const before = this.#line.length;
    const to = this.#line.addUpToMarkup(from, this.#pre > 0);
    if (this.#hidden.on) this.#line.length = before;
    return to;
  }

  open(tag: number, kind: number, attributes: Attributes): void {
    if (this.#hidden.on && this.#hidden.goesOn(tag, kind, true)) return;
    if (kind === Kind.inline && !attributes.hidden) return;
    if (this.#hides(kind, attributes) || (tag === CAPTION_TAG && isUnseen(attributes.source()))) {
      this.#hidden.begin(tag, kind);
      if (kind === Kind.deleted) this.deletions = true;
      return;
    }
    if (kind === Kind.lineBreak) this.#lineBreak();
    else if (kind === Kind.image) this.#image(attributes);
    else if (kind === Kind.title) this.#inTitle = true;
    else this.#openBlock(tag, kind, attributes);
  }

  /** A line ends; a paragraph made of nothing but such lines is handed over from time to time. */
  #lineBreak(): void {
    this.#line.add('\n', true);
    if (this.#line.length > LONG) this.#flush();
  }

  #openBlock(tag: number, kind: number, attributes: Attributes): void {
    if (kind === Kind.void && TAG_NAMES[tag] !== 'hr') return;
    if (kind === Kind.inline || kind === Kind.meta || kind === Kind.deleted || kind === Kind.hidden) return;
    this.#flush();
    if (kind === Kind.heading) this.#level = HEADING_LEVEL(tag);
    else if (tag === P_TAG) this.#level = null;
    else if (kind === Kind.table) this.#openTable();
    else if (kind === Kind.row) this.#openRow();
    else if (kind === Kind.cell) this.#openCell(attributes);
    else if (kind === Kind.pre) this.#pre++;
    else if (kind === Kind.top) this.#top++;
    else if (kind === Kind.bottom) this.#bottom++;
  }

  close(tag: number, kind: number): void {
    if (this.#hidden.on && this.#hidden.goesOn(tag, kind, false)) return;
    if (kind === Kind.inline || isVoid(kind) || kind === Kind.hidden || kind === Kind.deleted) return;
    if (kind === Kind.title) {
      this.#inTitle = false;
      return;
    }
    this.#flush();
    if (kind === Kind.heading) this.#level = null;
    else if (kind === Kind.table) this.#closeTable();
    else if (kind === Kind.row || kind === Kind.cell || kind === Kind.rowGroup) this.#closeInTable(kind);
    else if (kind === Kind.pre) this.#pre = Math.max(0, this.#pre - 1);
    else if (kind === Kind.top) this.#top = Math.max(0, this.#top - 1);
    else if (kind === Kind.bottom) this.#bottom = Math.max(0, this.#bottom - 1);
  }

  /** Ends whatever is still open. */
  finish(): void {
    this.#flush();
    while (this.#tables.length > 0) this.#closeTable();
  }

  #hides(kind: number, attributes: Attributes): boolean {
    if (kind === Kind.hidden || kind === Kind.deleted) return true;
    return attributes.hidden && !this.#showHidden && !isVoid(kind) && kind !== Kind.title;
  }

  #image(attributes: Attributes): void {
    const source = attributes.source();
    if (attributes.hidden || this.#top + this.#bottom > 0 || isOrnament(source)) return;
    const alt = /\balt\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(source);
    this.#flush();
    this.#add({ kind: 'picture', alt: trimEdges(decodeReferences(alt?.[1] ?? alt?.[2] ?? alt?.[3] ?? '')) });
  }

  #add(block: RawBlock): void {
    if (this.full || this.#content === this.#beyond) {
      this.truncated = true;
      return;
    }
    this.#count++;
    if (this.#content === EMPTY) this.#fillCell([block]);
    else this.#content.push(block);
  }

  /** Gives the open cell, still empty, content of its own: few cells hold more than one block. */
  #fillCell(content: RawBlock[]): void {
    this.#content = content;
    this.#tables.at(-1)!.cell!.content = content;
  }

  #flush(): void {
    if (this.#line.length === 0) return;
    const tidy = tidyLines(this.#line.take(this.#pre > 0));
    if (tidy === '') return;
    const origin: RawParagraph['origin'] = this.#bottom > 0 ? 'footer' : this.#top > 0 ? 'header' : 'body';
    this.#add({ kind: 'paragraph', text: tidy, level: this.#level, origin });
  }

  #openTable(): void {
    this.#level = null;
    if (this.#tables.length >= LIMITS.nesting) {
      this.#ignoredTables++;
      return;
    }
    if (this.#content === EMPTY) this.#fillCell([]);
    this.#tables.push({ table: { kind: 'table', rows: [] }, home: this.#content, row: null, cell: null });
  }

  #closeTable(): void {
    if (this.#ignoredTables > 0) {
      this.#ignoredTables--;
      return;
    }
    const closed = this.#tables.pop();
    if (closed === undefined) return;
    this.#content = closed.home;
    if (closed.table.rows.length > 0) closed.home.push(closed.table);
  }

  #openRow(): void {
    const open = this.#tables.at(-1);
    if (open === undefined || this.#ignoredTables > 0) return;
    open.row = [];
    open.cell = null;
    open.table.rows.push(open.row);
    this.#content = open.home;
  }

  #openCell(attributes: Attributes): void {
    const open = this.#tables.at(-1);
    if (open === undefined || this.#ignoredTables > 0) return;
    if (open.row === null) this.#openRow();
    const row = open.row!;
    this.#count++;
    const beyond = row.length >= LIMITS.columns || open.table.rows.length > LIMITS.rows;
    const content = beyond ? this.#beyond : EMPTY;
    open.cell = { content, colSpan: attributes.colSpan, rowSpan: attributes.rowSpan, skip: 0 };
    if (!beyond) row.push(open.cell);
    this.#content = open.cell.content;
  }

  #closeInTable(kind: number): void {
    const open = this.#tables.at(-1);
    if (open === undefined || this.#ignoredTables > 0) return;
    if (kind !== Kind.cell) open.row = null;
    open.cell = null;
    this.#content = open.home;
  }
}

/**
 * An HTML page, also as Word and WPS write it: headings, paragraphs, tables and pictures that are shown, in
 * order. What is never shown (scripts, styles, comments, hidden elements) is left out, unless nothing else is there.
 */
export function readHtml(text: string, encoding: string, notes: readonly ReaderNote[] = []): SourceDocument {
  const bytes = utf8Of(text);
  return documentOf(pageOf(bytes, false), encoding, notes);
}

/** As `readHtml`, of a page in sound UTF-8; null where its bytes are none. */
export function readHtmlUtf8(bytes: Uint8Array): SourceDocument | null {
  const page = pageOf(bytes, true);
  return page === null ? null : documentOf(page, 'utf-8', []);
}

function documentOf(builder: HtmlBuilder, encoding: string, notes: readonly ReaderNote[]): SourceDocument {
  const own = [...notes];
  if (builder.deletions)
    own.push({ kind: 'trackedChanges', text: '文件中有修订标记，已按接受修订后的内容读取。', at: null });
  return assemble({
    mediaType: 'text/html',
    encoding,
    metaTitle: trimEdges(builder.title.replace(/\s+/g, ' ')) || null,
    blocks: withoutFalseMargins(builder.blocks),
    notes: own,
    truncated: builder.truncated || builder.full,
  });
}

/** The page gathered; null where the bytes, if they may be, are no sound UTF-8. */
function pageOf(bytes: Uint8Array, strict: false): HtmlBuilder;
function pageOf(bytes: Uint8Array, strict: boolean): HtmlBuilder | null;
function pageOf(bytes: Uint8Array, strict: boolean): HtmlBuilder | null {
  const shown = build(bytes, strict, false);
  return shown?.blocks.length === 0 ? build(bytes, strict, true) : shown;
}

function build(bytes: Uint8Array, strict: boolean, showHidden: boolean): HtmlBuilder | null {
  const builder = new HtmlBuilder(new LineBuffer(bytes, strict), showHidden);
  if (!new HtmlScanner(bytes, builder, strict).run()) return null;
  builder.finish();
  return builder;
}
