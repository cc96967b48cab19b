import { mediaTypes, type SourceDocument } from '../document.ts';
import { assemble } from './assemble.ts';
import { noProperties } from './doc-properties.ts';
import { type DocRow, tableOf } from './doc-tables.ts';
import { LIMITS } from './limits.ts';
import { type RawBlock, tidyLines } from './tree.ts';

/** Groups whose text is none of the document's. */
const ASIDE: ReadonlySet<string> = new Set(
  (
    'fonttbl colortbl stylesheet info header headerl headerr headerf footer footerl footerr footerf footnote ' +
    'annotation fldinst pict object shptxt nonshppict listtable listoverridetable themedata colorschememapping ' +
    'xmlnstbl rsidtbl generator datastore latentstyles ftnsep ftnsepc aftnsep aftnsepc bkmkstart bkmkend atnid ' +
    'atnauthor filetbl revtbl pgptbl userprops'
  ).split(' '),
);
/** Groups marked as unknown to old readers whose text does belong to the document. */
const OWN: ReadonlySet<string> = new Set(['shppict', 'listtext', 'pntext']);
const SIGNS: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  '~': '\u00a0',
  _: '-',
};
const DEPTH = 500;
const GB = 'gb18030';
/** Code pages of fonts by their character set, and of files by their number. */
const CHARSETS: Readonly<Record<number, string>> = {
  0: 'windows-1252',
  134: GB,
  136: 'big5',
  128: 'shift_jis',
};
const PAGES: Readonly<Record<number, string>> = { 936: GB, 54936: GB, 950: 'big5', 1252: 'windows-1252' };

interface State {
  aside: boolean;
  fonts: boolean;
  hidden: boolean;
  inTable: boolean;
  encoding: string;
  /** How many characters stand after a number of Unicode for readers that know none. */
  fallback: number;
}

class RichText {
  readonly blocks: RawBlock[] = [];
  readonly #source: string;
  readonly #fonts = new Map<number, string>();
  #states: State[] = [];
  #state: State = {
    aside: false,
    fonts: false,
    hidden: false,
    inTable: false,
    encoding: 'windows-1252',
    fallback: 1,
  };
  #page = 'windows-1252';
  #font = 0;
  #skip = 0;
  #bytes: number[] = [];
  #line: string[] = [];
  #content: RawBlock[] = [];
  #cells: RawBlock[][] = [];
  #rows: DocRow[] = [];
  #edges: number[] = [0];
  #vertical: number[] = [];
  #horizontal: number[] = [];
  #merge = { vertical: 0, horizontal: 0 };

  constructor(source: string) {
    this.#source = source;
  }

  run(): void {
    const source = this.#source;
    const token =
      /([{}])|\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|[\r\n]+|([^\\{}\r\n]+)/gi;
    for (let match = token.exec(source); match !== null; match = token.exec(source)) {
      const [, brace, word, value, hex, sign, plain] = match;
      if (hex !== undefined) this.#byte(Number.parseInt(hex, 16));
      else if (plain !== undefined) for (let i = 0; i < plain.length; i++) this.#byte(plain.charCodeAt(i));
      else if (brace !== undefined || word !== undefined || sign !== undefined) {
        this.#flush();
        if (brace !== undefined) this.#group(brace);
        else if (word !== undefined) this.#word(word, value === undefined ? null : Number(value), token);
        else if (sign === '*') this.#unknown(token.lastIndex);
        else if (sign === '\r' || sign === '\n') this.#endParagraph();
        else this.#add(SIGNS[sign!] ?? ('{}\\'.includes(sign!) ? sign! : ''));
      }
      if (this.blocks.length > LIMITS.blocks) break;
    }
    this.#flush();
    this.#endParagraph(false);
    this.#endTable();
  }

  #group(brace: string): void {
    if (brace === '{') {
      if (this.#states.length < DEPTH) this.#states.push({ ...this.#state });
    } else this.#state = this.#states.pop() ?? this.#state;
    this.#skip = 0;
  }

  /** A group that old readers pass over. */
  #unknown(at: number): void {
    const name = /^\\([a-z]{1,32})/.exec(this.#source.slice(at, at + 40))?.[1] ?? '';
    if (!OWN.has(name)) this.#state.aside = true;
  }

  #byte(code: number): void {
    if (this.#skip > 0) this.#skip--;
    else if (!this.#state.aside && !this.#state.hidden) this.#bytes.push(code & 255);
  }

  /** Bytes that follow each other are one text: a character may lie in two tokens. */
  #flush(): void {
    if (this.#bytes.length === 0) return;
    this.#line.push(new TextDecoder(this.#state.encoding).decode(Uint8Array.from(this.#bytes)));
    this.#bytes = [];
  }

  #add(text: string): void {
    if (this.#skip > 0) this.#skip--;
    else if (!this.#state.aside && !this.#state.hidden) this.#line.push(text);
  }

  #word(word: string, value: number | null, token: RegExp): void {
    const state = this.#state;
    if (word === 'u') {
      this.#add(String.fromCharCode((value ?? 63) & 0xffff));
      this.#skip = state.fallback;
    } else if (word === 'uc') state.fallback = Math.max(0, Math.min(9, value ?? 1));
    else if (word === 'bin') token.lastIndex += Math.max(0, value ?? 0);
    else if (word === 'ansicpg') {
      this.#page = PAGES[value ?? 0] ?? this.#page;
      state.encoding = this.#page;
    } else if (word === 'fonttbl') {
      state.fonts = true;
      state.aside = true;
    } else if (word === 'f') {
      this.#font = value ?? 0;
      if (!state.fonts) state.encoding = this.#fonts.get(this.#font) ?? this.#page;
    } else if (word === 'fcharset') {
      if (state.fonts && this.#fonts.size < 5000)
        this.#fonts.set(this.#font, CHARSETS[value ?? 1] ?? this.#page);
    } else if (word === 'pict' && !state.aside) {
      this.#content.push({ kind: 'picture', alt: '' });
      state.aside = true;
    } else if (ASIDE.has(word)) state.aside = true;
    else if (word === 'v' || word === 'deleted') state.hidden = value !== 0;
    else if (word === 'plain') state.hidden = false;
    else if (word in SIGNS) this.#add(SIGNS[word]!);
    else if (!state.aside) this.#layout(word, value ?? 0);
  }

  /** Words that part the text and draw its tables. */
  #layout(word: string, value: number): void {
    if (word === 'par' || word === 'sect' || word === 'page') this.#endParagraph();
    else if (word === 'pard') this.#state.inTable = false;
    else if (word === 'intbl') this.#state.inTable = true;
    else if (word === 'cell') this.#endCell();
    else if (word === 'row') this.#endRow();
    else if (word === 'trowd') {
      this.#edges = [0];
      this.#vertical = [];
      this.#horizontal = [];
      this.#merge = { vertical: 0, horizontal: 0 };
    } else if (word === 'trleft') this.#edges[0] = value;
    else if (word === 'clvmgf') this.#merge.vertical = 3;
    else if (word === 'clvmrg') this.#merge.vertical = 1;
    else if (word === 'clmgf') this.#merge.horizontal = 1;
    else if (word === 'clmrg') this.#merge.horizontal = 2;
    else if (word === 'cellx' && this.#edges.length < LIMITS.columns) {
      this.#edges.push(value);
      this.#vertical.push(this.#merge.vertical);
      this.#horizontal.push(this.#merge.horizontal);
      this.#merge = { vertical: 0, horizontal: 0 };
    }
  }

  #endParagraph(inTable = this.#state.inTable): void {
    const text = tidyLines(this.#line.join(''));
    this.#line = [];
    if (text !== '') this.#content.push({ kind: 'paragraph', text, level: null, origin: 'body' });
    if (inTable) return;
    this.#endTable();
    for (const block of this.#content) this.blocks.push(block);
    this.#content = [];
  }

  #endCell(): void {
    this.#endParagraph(true);
    this.#cells.push(this.#content);
    this.#content = [];
  }

  #endRow(): void {
    const [edges, vertical, horizontal] = [this.#edges, this.#vertical, this.#horizontal];
    if (this.#cells.length > 0)
      this.#rows.push({ cells: this.#cells, properties: { ...noProperties(), edges, vertical, horizontal } });
    this.#cells = [];
  }

  #endTable(): void {
    if (this.#cells.length > 0) this.#endRow();
    if (this.#rows.length > 0) this.blocks.push(tableOf(this.#rows));
    this.#rows = [];
  }
}

const PIECE = 8192;

function byteText(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE)
    parts.push(String.fromCharCode.apply(null, bytes.subarray(at, at + PIECE) as unknown as number[]));
  return parts.join('');
}

/**
 * A text in RTF, as office systems save it under .doc: its running text with tables and their merges, hidden and
 * deleted text left out; page heads and feet, notes and text boxes are not read. Linear in the size; never throws.
 */
export function readRichText(bytes: Uint8Array): SourceDocument {
  const text = new RichText(byteText(bytes));
  text.run();
  const { blocks } = text;
  const truncated = blocks.length > LIMITS.blocks;
  return assemble({
    mediaType: mediaTypes.doc,
    encoding: null,
    metaTitle: null,
    blocks,
    notes: [],
    truncated,
  });
}
