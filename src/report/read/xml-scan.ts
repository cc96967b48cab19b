import { decodeReferences } from './character-references.ts';
import { HASH_START, hashStep, type NameTable } from './names.ts';

/** Takes the elements of an XML text that are named in the scanner's table; all others pass unseen. */
export interface XmlSink {
  open(element: number, scanner: XmlScanner): void;
  close(element: number): void;
  text(text: string): void;
  /** Whether character data is wanted where the scanner stands. */
  readonly listening: boolean;
  /** Whether no more is wanted. */
  readonly full: boolean;
}

const isSpace = (code: number): boolean => code === 0x20 || (code >= 0x09 && code <= 0x0d);
const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const COLON = 0x3a;
const EQUALS = 0x3d;

/** The prefix that stands for a namespace in a text: the first xmlns whose name ends with one of `endings`. */
export function prefixOf(text: string, endings: readonly string[]): string | null {
  const head = text.slice(0, 16_384);
  for (const match of head.matchAll(/\sxmlns(?::([\w.-]{1,40}))?\s*=\s*["']([^"'<>]{1,200})["']/g))
    if (endings.some((ending) => match[2]!.endsWith(ending))) return match[1] ?? '';
  return null;
}

/**
 * One linear pass over an XML text. Elements are told by their local name: those with `prefix` by `names`, those
 * with any other prefix by `foreign`, whose numbers follow those of `names` (`offset`). No document type is
 * heard and no entity but the five of XML and numbered ones is resolved.
 */
export class XmlScanner {
  readonly #text: string;
  readonly #sink: XmlSink;
  readonly #prefix: string;
  readonly #names: NameTable;
  readonly #foreign: NameTable | null;
  readonly #offset: number;
  #at = 0;
  #from = 0;
  #to = 0;

  constructor(
    text: string,
    sink: XmlSink,
    prefix: string,
    names: NameTable,
    foreign: NameTable | null = null,
  ) {
    this.#text = text;
    this.#sink = sink;
    this.#prefix = prefix;
    this.#names = names;
    this.#foreign = foreign;
    this.#offset = names.size;
  }

  /** Value of an attribute of the element just opened, by local name, null when it has none. */
  attribute(name: string): string | null {
    const source = this.#text.slice(this.#from, this.#to);
    for (let i = source.indexOf(name); i >= 0; i = source.indexOf(name, i + 1)) {
      const before = source.charCodeAt(i - 1);
      if (!(before === COLON || isSpace(before))) continue;
      let at = i + name.length;
      while (isSpace(source.charCodeAt(at))) at++;
      if (source.charCodeAt(at) !== EQUALS) continue;
      at++;
      while (isSpace(source.charCodeAt(at))) at++;
      const end = source.indexOf(source[at] ?? '"', at + 1);
      return end < 0 ? null : decodeReferences(source.slice(at + 1, end));
    }
    return null;
  }

  run(): void {
    const text = this.#text;
    const end = text.length;
    while (this.#at < end && !this.#sink.full) {
      const start = this.#at;
      const open = text.charCodeAt(start) === LT ? start : text.indexOf('<', start);
      const until = open < 0 ? end : open;
      if (until > start && this.#sink.listening) this.#sink.text(decodeReferences(text.slice(start, until)));
      if (open < 0) return;
      this.#at = open;
      const next = text.charCodeAt(open + 1);
      if (next === SLASH) this.#close();
      else if (next === 0x21 || next === 0x3f) this.#declaration();
      else this.#open();
    }
  }

  #past(mark: string, from: number): number {
    const end = this.#text.indexOf(mark, from);
    return end < 0 ? this.#text.length : end + mark.length;
  }

  #declaration(): void {
    const text = this.#text;
    const at = this.#at;
    if (text.startsWith('<!--', at)) this.#at = this.#past('-->', at + 4);
    else if (text.startsWith('<![CDATA[', at)) {
      this.#at = this.#past(']]>', at + 9);
      if (this.#sink.listening) this.#sink.text(text.slice(at + 9, this.#at - 3));
    } else {
      const close = text.indexOf('>', at);
      const subset = text.startsWith('<!DOCTYPE', at) ? text.indexOf('[', at) : -1;
      this.#at = subset >= 0 && subset < close ? this.#past(']>', subset) : this.#past('>', at);
    }
  }

  /** Number of the element whose name begins at `from`; sets where its name ends. */
  #element(from: number): number {
    const text = this.#text;
    let start = from;
    let hash = HASH_START;
    let i = from;
    for (; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === GT || code === SLASH || code <= 0x20) break;
      if (code === COLON) {
        start = i + 1;
        hash = HASH_START;
      } else hash = hashStep(hash, code);
    }
    this.#from = i;
    const prefix = this.#prefix;
    const length = Math.max(0, start - from - 1);
    if (length === prefix.length && text.startsWith(prefix, from)) return this.#names.find(hash, i - start);
    if (this.#foreign === null || start === from) return -1;
    const found = this.#foreign.find(hash, i - start);
    return found < 0 ? -1 : found + this.#offset;
  }

  #close(): void {
    const element = this.#element(this.#at + 2);
    this.#at = this.#past('>', this.#from);
    if (element >= 0) this.#sink.close(element);
  }

  #open(): void {
    const text = this.#text;
    const element = this.#element(this.#at + 1);
    let end = this.#from;
    if (text.charCodeAt(end) !== GT) end = this.#tagEnd(end);
    const empty = text.charCodeAt(end - 1) === SLASH;
    this.#to = empty ? end - 1 : end;
    this.#at = end + 1;
    if (element < 0) return;
    this.#sink.open(element, this);
    if (empty) this.#sink.close(element);
  }

  /** The `>` that ends a tag: one within a value has no quotation mark before it. */
  #tagEnd(from: number): number {
    const text = this.#text;
    for (let end = text.indexOf('>', from); end >= 0; end = text.indexOf('>', end + 1)) {
      let before = end - 1;
      while (before > from && (text.charCodeAt(before) === SLASH || isSpace(text.charCodeAt(before))))
        before--;
      const code = text.charCodeAt(before);
      if (before <= from || code === 0x22 || code === 0x27) return end;
    }
    return text.length;
  }
}
