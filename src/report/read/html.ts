import type { ReaderNote, SourceDocument } from '../document.ts';
import { assemble } from './assemble.ts';
import { decodeReferences } from './character-references.ts';
import { type Attributes, HtmlScanner, type HtmlSink } from './html-scan.ts';
import { isVoid, Kind, kindOf, P_TAG, TAG_NAMES } from './html-tags.ts';
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
/** A caption for screen readers alone, which says again what the heading over the table says. */
const isUnseen = (attributes: string): boolean => /\b(?:visually-hidden|sr-only)\b/.test(attributes);
const NONE = -2;
const LONG = 16_384;
/** From the inside out: a part hidden ends where one of its own rank begins or one around it ends. */
const TABLE_PARTS: readonly number[] = [Kind.cell, Kind.row, Kind.rowGroup, Kind.table];
const ENDS_PARAGRAPH: readonly number[] = [Kind.block, Kind.heading, Kind.table, Kind.pre];
const OPTIONAL_END: ReadonlySet<number> = new Set(
  ['p', 'li', 'dt', 'dd'].map((name) => TAG_NAMES.indexOf(name)),
);

/** Gathers blocks from the tokens; unclosed and misplaced tags are mended as browsers mend them. */
class HtmlBuilder implements HtmlSink {
  readonly blocks: RawBlock[] = [];
  title = '';
  deletions = false;
  truncated = false;
  readonly #showHidden: boolean;
  #content: RawBlock[] = this.blocks;
  readonly #line = new LineBuffer();
  #level: number | null = null;
  #tables: OpenTable[] = [];
  #ignoredTables = 0;
  #inTitle = false;
  #pre = 0;
  #top = 0;
  #bottom = 0;
  #hidden = NONE;
  #hiddenDepth = 0;
  #hiddenTables = 0;
  #hiddenBlocks = 0;
  #count = 0;
  /** Where the text of cells beyond the limits goes: nowhere. */
  readonly #beyond: RawBlock[] = [];

  constructor(showHidden: boolean) {
    this.#showHidden = showHidden;
  }

  get full(): boolean {
    return this.#count >= LIMITS.blocks;
  }

  text(text: string): void {
    if (this.#hidden !== NONE) return;
    if (this.#inTitle) this.title += text;
    else this.#line.add(text);
  }

  characters(bytes: Uint8Array, from: number, to: number): void {
    if (this.#hidden === NONE) this.#line.addUtf8(bytes, from, to, this.#pre > 0);
  }

  open(tag: number, kind: number, attributes: Attributes): void {
    if (this.#hidden !== NONE && this.#staysHidden(tag, kind, true)) return;
    if (kind === Kind.inline && !attributes.hidden) return;
    if (this.#hides(kind, attributes) || (tag === CAPTION_TAG && isUnseen(attributes.source()))) {
      this.#hidden = tag;
      this.#hiddenDepth = 1;
      this.#hiddenTables = kind === Kind.table ? 1 : 0;
      this.#hiddenBlocks = kind === Kind.block && !OPTIONAL_END.has(tag) ? 1 : 0;
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
    this.#line.add('\n');
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
    if (this.#hidden !== NONE && this.#staysHidden(tag, kind, false)) return;
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

  /**
   * Follows the tags inside a hidden element; false when the tag just met shows that the element has ended
   * without being closed and is to be read itself.
   */
  #staysHidden(tag: number, kind: number, opening: boolean): boolean {
    if (this.#endsUnclosed(tag, kind, opening)) {
      this.#hidden = NONE;
      return false;
    }
    const step = opening ? 1 : -1;
    if (kind === Kind.table) this.#hiddenTables += step;
    else if (kind === Kind.block && !OPTIONAL_END.has(tag)) this.#hiddenBlocks += step;
    if (tag !== this.#hidden || isVoid(kind)) return true;
    this.#hiddenDepth += step;
    if (this.#hiddenDepth === 0) this.#hidden = NONE;
    return true;
  }

  /** Whether this tag cannot stand inside the hidden element, or closes one around it. */
  #endsUnclosed(tag: number, kind: number, opening: boolean): boolean {
    const hiddenKind = kindOf(this.#hidden);
    const part = TABLE_PARTS.indexOf(hiddenKind);
    const met = TABLE_PARTS.indexOf(kind);
    if (this.#hiddenTables === 0 && met >= 0) {
      if (opening) return part >= 0 && met >= part;
      return tag !== this.#hidden && (part < 0 || met > part);
    }
    if (this.#hidden === P_TAG) return opening && ENDS_PARAGRAPH.includes(kind);
    if (opening || kind !== Kind.block || OPTIONAL_END.has(tag) || this.#hiddenBlocks > 0) return false;
    return tag !== this.#hidden;
  }

  #image(attributes: Attributes): void {
    const source = attributes.source();
    if (attributes.hidden || this.#top + this.#bottom > 0 || isOrnament(source)) return;
    const alt = /\balt\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(source);
    this.#flush();
    this.#add({ kind: 'picture', alt: trimEdges(decodeReferences(alt?.[1] ?? alt?.[2] ?? alt?.[3] ?? '')) });
  }

  #add(block: RawBlock): void {
    if (this.full || this.#content === this.#beyond) this.truncated = true;
    else {
      this.#count++;
      this.#content.push(block);
    }
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
    const content = beyond ? this.#beyond : [];
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

/** Pictures of a page's furniture: icons, spacers, tracking dots. */
function isOrnament(source: string): boolean {
  const size = /\b(?:width|height)\s*[=:]\s*["']?\s*(\d+)(?!\d*%)/i.exec(source);
  return size !== null && Number(size[1]) < 40;
}

/**
 * An HTML page, also as Word and WPS write it: headings, paragraphs, tables and pictures that are shown, in
 * order. What is never shown (scripts, styles, comments, hidden elements) is left out, unless nothing else is there.
 */
export function readHtml(text: string, encoding: string, notes: readonly ReaderNote[] = []): SourceDocument {
  return readHtmlUtf8(utf8Of(text), encoding, notes);
}

/** As `readHtml`, of a text given as valid UTF-8; `encoding` is that of the file. */
export function readHtmlUtf8(
  text: Uint8Array,
  encoding: string,
  notes: readonly ReaderNote[],
): SourceDocument {
  let builder = build(text, false);
  if (builder.blocks.length === 0) builder = build(text, true);
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

function build(text: Uint8Array, showHidden: boolean): HtmlBuilder {
  const builder = new HtmlBuilder(showHidden);
  new HtmlScanner(text, builder).run();
  builder.finish();
  return builder;
}
