import { decodeReferences } from './character-references.ts';
import { Kind, kindOf, tagOf } from './html-tags.ts';
import { HASH_START, hashStep } from './names.ts';

/** Takes the tokens of an HTML text; `kind` is a value of `Kind`, `tag` an index of TAG_NAMES or -1. */
export interface HtmlSink {
  open(tag: number, kind: number, attributes: Attributes): void;
  close(tag: number, kind: number): void;
  text(text: string): void;
  /** Whether white space is to be kept as it stands. */
  readonly preformatted: boolean;
  /** Whether no more is wanted. */
  readonly full: boolean;
}

/** Longest piece of text handed over at once, so that one endless run is not copied whole again and again. */
const PIECE = 16_384;

/** What the reading needs of the attributes of the tag just met; one object, overwritten by the next tag. */
export interface Attributes {
  colSpan: number;
  rowSpan: number;
  hidden: boolean;
  /** All attributes as they stand, for the rare tags that need more. */
  source(): string;
}

const LT = 0x3c;
const GT = 0x3e;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;

const isSpace = (code: number): boolean => code === 0x20 || (code >= 0x09 && code <= 0x0d);
const isAlpha = (code: number): boolean => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;

/** display:none, or Word's own way of hiding. */
function styleHides(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i) | 0x20;
    if (
      code === 0x64 &&
      (text.charCodeAt(i + 3) | 0x20) === 0x70 &&
      /^display\s*:\s*none/i.test(text.slice(i, i + 24))
    )
      return true;
    if (code === 0x6d && text.startsWith('so-hide:all', i + 1)) return true;
  }
  return false;
}

/** One linear pass over an HTML text, as tolerant as browsers are: nothing is an error. */
export class HtmlScanner implements Attributes {
  readonly #text: string;
  readonly #sink: HtmlSink;
  #at = 0;
  #from = 0;
  #to = 0;
  #titleOpen = false;
  colSpan = 1;
  rowSpan = 1;
  hidden = false;

  constructor(text: string, sink: HtmlSink) {
    this.#text = text;
    this.#sink = sink;
  }

  source(): string {
    return this.#text.slice(this.#from, this.#to);
  }

  run(): void {
    const text = this.#text;
    const end = text.length;
    while (this.#at < end && !this.#sink.full) {
      if (text.charCodeAt(this.#at) === LT && this.#markup()) continue;
      this.#characters();
    }
  }

  /** Text up to the next `<`; white space runs become one blank. */
  #characters(): void {
    const text = this.#text;
    const start = this.#at;
    let i = start + 1;
    let code = text.charCodeAt(start);
    let references = code === 0x26;
    let untidy = code < 0x20;
    for (; i < text.length; i++) {
      const next = text.charCodeAt(i);
      if (next === LT && this.#beginsMarkup(i)) break;
      if (next <= 0x26) {
        if (next === 0x26) {
          if (i - start > PIECE) break;
          references = true;
        } else if (next < 0x20 || (next === 0x20 && code === 0x20)) untidy = true;
      }
      code = next;
    }
    this.#at = i;
    let piece = text.slice(start, i);
    if (untidy && !this.#sink.preformatted) piece = piece.replace(/[ \t\r\n\f\v]+/g, ' ');
    this.#sink.text(references ? decodeReferences(piece) : piece);
  }

  #beginsMarkup(at: number): boolean {
    const next = this.#text.charCodeAt(at + 1);
    return isAlpha(next) || next === 0x2f || next === 0x21 || next === 0x3f;
  }

  /** Whatever begins with `<` here; false when it is only a character. */
  #markup(): boolean {
    const text = this.#text;
    const next = text.charCodeAt(this.#at + 1);
    if (isAlpha(next)) this.#openTag();
    else if (next === 0x2f && isAlpha(text.charCodeAt(this.#at + 2))) this.#closeTag();
    else if (next === 0x21 && text.startsWith('--', this.#at + 2)) this.#skipPast('-->', this.#at + 2);
    else if (next === 0x21 || next === 0x3f || next === 0x2f) this.#skipPast('>', this.#at + 2);
    else return false;
    return true;
  }

  #skipPast(mark: string, from: number): void {
    const end = this.#text.indexOf(mark, from);
    this.#at = end < 0 ? this.#text.length : end + mark.length;
  }

  /** Reads the name at `from`: returns its tag and remembers where it ends. */
  #name(from: number): number {
    const text = this.#text;
    let hash = HASH_START;
    let i = from;
    for (; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === GT || code === 0x2f || isSpace(code)) break;
      hash = hashStep(hash, code);
    }
    this.#from = i;
    return tagOf(hash, i - from);
  }

  #closeTag(): void {
    const tag = this.#name(this.#at + 2);
    if (this.#text.charCodeAt(this.#from) === GT) this.#at = this.#from + 1;
    else this.#skipPast('>', this.#from);
    this.#sink.close(tag, kindOf(tag));
  }

  #openTag(): void {
    const start = this.#at + 1;
    const tag = this.#name(start);
    const kind = kindOf(tag);
    const end = this.#from;
    this.colSpan = 1;
    this.rowSpan = 1;
    this.hidden = false;
    this.#to = this.#text.charCodeAt(end) === GT ? end : this.#attributes(end);
    this.#at = Math.min(this.#to + 1, this.#text.length);
    if (kind === Kind.raw) this.#skipPast('>', this.#rawEnd(tag, end - start));
    else if (kind === Kind.title) this.#title(tag, end - start);
    else this.#sink.open(tag, kind, this);
  }

  /** Reads attributes from `from`; returns where the closing `>` stands. */
  #attributes(from: number): number {
    const text = this.#text;
    let i = from;
    while (i < text.length) {
      let code = text.charCodeAt(i);
      if (code === GT) return i;
      if (isSpace(code) || code === 0x2f) {
        i++;
        continue;
      }
      const name = i;
      for (i++; i < text.length; i++) {
        code = text.charCodeAt(i);
        if (code === 0x3d || code === GT || code === 0x2f || isSpace(code)) break;
      }
      const nameEnd = i;
      while (isSpace(text.charCodeAt(i))) i++;
      if (text.charCodeAt(i) !== 0x3d) {
        this.#attribute(name, nameEnd, i, i);
        continue;
      }
      i++;
      while (isSpace(text.charCodeAt(i))) i++;
      i = this.#value(name, nameEnd, i);
    }
    return i;
  }

  /** Reads the value at `from`; returns where the attribute ends. */
  #value(name: number, nameEnd: number, from: number): number {
    const text = this.#text;
    const quote = text.charCodeAt(from);
    if (quote === QUOTE || quote === APOSTROPHE) {
      const end = text.indexOf(quote === QUOTE ? '"' : "'", from + 1);
      if (end >= 0) {
        this.#attribute(name, nameEnd, from + 1, end);
        return end + 1;
      }
    }
    let end = from;
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (code === GT || isSpace(code)) break;
    }
    this.#attribute(name, nameEnd, from, end);
    return end;
  }

  #attribute(name: number, nameEnd: number, from: number, to: number): void {
    const text = this.#text;
    const length = nameEnd - name;
    const first = text.charCodeAt(name) | 0x20;
    if (length === 5 && first === 0x73) {
      if (styleHides(text, from, to)) this.hidden = true;
    } else if (length === 6 && first === 0x68) {
      if (/^hidden$/i.test(text.slice(name, nameEnd)) && text.slice(from, to) !== 'false') this.hidden = true;
    } else if (length === 7 && (first === 0x63 || first === 0x72)) {
      const span = Number.parseInt(text.slice(from, to).trim(), 10);
      if (/^colspan$/i.test(text.slice(name, nameEnd))) this.colSpan = Math.max(1, span || 1);
      else if (/^rowspan$/i.test(text.slice(name, nameEnd))) this.rowSpan = span >= 0 ? span : 1;
    }
  }

  /** Where the closing tag of a raw element (a name of `length` characters) begins, or the end of the text. */
  #rawEnd(tag: number, length: number): number {
    const text = this.#text;
    for (let i = text.indexOf('</', this.#at); i >= 0; i = text.indexOf('</', i + 2)) {
      const after = text.charCodeAt(i + 2 + length);
      if ((after === GT || after === 0x2f || isSpace(after)) && this.#name(i + 2) === tag) return i;
    }
    return text.length;
  }

  /** The text of a title; one that is never closed is ignored, as is every later one. */
  #title(tag: number, length: number): void {
    if (this.#titleOpen) return;
    const from = this.#at;
    const close = this.#rawEnd(tag, length);
    this.#titleOpen = close === this.#text.length;
    if (this.#titleOpen) return;
    this.#sink.open(tag, Kind.title, this);
    this.#sink.text(decodeReferences(this.#text.slice(from, close)));
    this.#sink.close(tag, Kind.title);
    this.#skipPast('>', close);
  }
}
