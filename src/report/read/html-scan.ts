import { decodeReferences, LONGEST_REFERENCE, referenceAt } from './character-references.ts';
import { isAlpha, isName, isSpace, styleHides } from './html-bytes.ts';
import { Kind, kindOf, tagOf } from './html-tags.ts';
import { HASH_START, hashStep } from './names.ts';
import { textOfUtf8 } from './utf8.ts';

/** Takes the tokens of an HTML text; `kind` is a value of `Kind`, `tag` an index of TAG_NAMES or -1. */
export interface HtmlSink {
  open(tag: number, kind: number, attributes: Attributes): void;
  close(tag: number, kind: number): void;
  /** Text with its references decoded. */
  text(text: string): void;
  /** Bytes `from` to `to` as they stand: text without references. */
  characters(bytes: Uint8Array, from: number, to: number): void;
  /** Whether no more is wanted. */
  readonly full: boolean;
}

/** What the reading needs of the attributes of the tag just met; one object, overwritten by the next tag. */
export interface Attributes {
  colSpan: number;
  rowSpan: number;
  hidden: boolean;
  /** All attributes as they stand, for the rare tags that need more. */
  source(): string;
}

const LT = 0x3c;
const AMPERSAND = 0x26;
const DASH = 0x2d;
const GT = 0x3e;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;

/** How many tags met are remembered; a page saved from Word has the same few thousands of times. */
const MET = 128;

/**
 * One linear pass over an HTML text in valid UTF-8, as tolerant as browsers are: nothing is an error. Working on the
 * bytes spares making a string of the markup, most of a page that Word has written.
 */
export class HtmlScanner implements Attributes {
  readonly #bytes: Uint8Array;
  readonly #length: number;
  readonly #sink: HtmlSink;
  #at = 0;
  #from = 0;
  #to = 0;
  #titleOpen = false;
  readonly #met = {
    tag: new Int32Array(MET),
    from: new Int32Array(MET),
    length: new Int32Array(MET),
    colSpan: new Float64Array(MET),
    rowSpan: new Float64Array(MET),
    hidden: new Uint8Array(MET),
  };
  colSpan = 1;
  rowSpan = 1;
  hidden = false;

  constructor(bytes: Uint8Array, sink: HtmlSink) {
    this.#bytes = bytes;
    this.#length = bytes.length;
    this.#sink = sink;
  }

  source(): string {
    return textOfUtf8(this.#bytes, this.#from, this.#to);
  }

  run(): void {
    const bytes = this.#bytes;
    const end = this.#length;
    while (this.#at < end && !this.#sink.full) {
      if (bytes[this.#at] === LT && this.#markup()) continue;
      if (bytes[this.#at] === AMPERSAND && this.#reference()) continue;
      this.#characters();
    }
  }

  /** Text up to the next `<` or reference. */
  #characters(): void {
    const bytes = this.#bytes;
    const start = this.#at;
    let i = start + 1;
    for (; i < this.#length; i++) {
      const code = bytes[i];
      if (code === AMPERSAND || (code === LT && this.#beginsMarkup(i))) break;
    }
    this.#at = i;
    this.#sink.characters(bytes, start, i);
  }

  /** The character reference that begins here; false when it is only an ampersand. */
  #reference(): boolean {
    const end = Math.min(this.#length, this.#at + LONGEST_REFERENCE);
    const reference = referenceAt(textOfUtf8(this.#bytes, this.#at, end));
    if (reference === null) return false;
    this.#at += reference.length;
    this.#sink.text(reference.stands);
    return true;
  }

  #beginsMarkup(at: number): boolean {
    const next = this.#bytes[at + 1]!;
    return isAlpha(next) || next === 0x2f || next === 0x21 || next === 0x3f;
  }

  /** Whatever begins with `<` here; false when it is only a character. */
  #markup(): boolean {
    const bytes = this.#bytes;
    const at = this.#at;
    const next = bytes[at + 1]!;
    if (isAlpha(next)) this.#openTag();
    else if (next === 0x2f && isAlpha(bytes[at + 2]!)) this.#closeTag();
    else if (next === 0x21 && bytes[at + 2] === DASH && bytes[at + 3] === DASH) this.#skipComment(at + 2);
    else if (next === 0x21 || next === 0x3f || next === 0x2f) this.#skipTag(at + 2);
    else return false;
    return true;
  }

  /** Goes on behind the next `>`. */
  #skipTag(from: number): void {
    const end = this.#bytes.indexOf(GT, from);
    this.#at = end < 0 || end >= this.#length ? this.#length : end + 1;
  }

  #skipComment(from: number): void {
    const bytes = this.#bytes;
    let end = from;
    while (end < this.#length && (bytes[end] !== DASH || bytes[end + 1] !== DASH || bytes[end + 2] !== GT))
      end++;
    this.#at = Math.min(end + 3, this.#length);
  }

  /** Reads the name at `from`: returns its tag and remembers where it ends. */
  #name(from: number): number {
    const bytes = this.#bytes;
    let hash = HASH_START;
    let i = from;
    for (; i < this.#length; i++) {
      const code = bytes[i]!;
      if (code === GT || code === 0x2f || isSpace(code)) break;
      hash = hashStep(hash, code);
    }
    this.#from = i;
    return tagOf(hash, i - from);
  }

  #closeTag(): void {
    const tag = this.#name(this.#at + 2);
    if (this.#bytes[this.#from] === GT) this.#at = this.#from + 1;
    else this.#skipTag(this.#from);
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
    this.#to = this.#bytes[end] === GT ? end : this.#metBefore(tag, end);
    this.#at = Math.min(this.#to + 1, this.#length);
    if (kind === Kind.raw) this.#skipTag(this.#rawEnd(tag, end - start));
    else if (kind === Kind.title) this.#title(tag, end - start);
    else this.#sink.open(tag, kind, this);
  }

  /** As `#attributes`; where the same attributes stood in such a tag before, they are compared and not read. */
  #metBefore(tag: number, from: number): number {
    const bytes = this.#bytes;
    const slot = (31 * tag + 7 * bytes[from + 1]! + bytes[from + 2]!) & (MET - 1);
    const before = this.#met.from[slot]!;
    const length = this.#met.length[slot]!;
    let same = 0;
    while (same < length && bytes[from + same] === bytes[before + same]) same++;
    if (same > 0 && same === length && this.#met.tag[slot] === tag) {
      this.colSpan = this.#met.colSpan[slot]!;
      this.rowSpan = this.#met.rowSpan[slot]!;
      this.hidden = this.#met.hidden[slot] === 1;
      return from + length - 1;
    }
    const to = this.#attributes(from);
    // Without its end, what is compared could be the beginning of more.
    const closed = bytes[to] === GT && to < this.#length;
    this.#met.tag[slot] = tag;
    this.#met.from[slot] = from;
    this.#met.length[slot] = closed ? to + 1 - from : 0;
    this.#met.colSpan[slot] = this.colSpan;
    this.#met.rowSpan[slot] = this.rowSpan;
    this.#met.hidden[slot] = this.hidden ? 1 : 0;
    return to;
  }

  /** Reads attributes from `from`; returns where the closing `>` stands. */
  #attributes(from: number): number {
    const bytes = this.#bytes;
    const length = this.#length;
    let i = from;
    while (i < length) {
      let code = bytes[i]!;
      if (code === GT) return i;
      if (isSpace(code) || code === 0x2f) {
        i++;
        continue;
      }
      const name = i;
      for (i++; i < length; i++) {
        code = bytes[i]!;
        if (code === 0x3d || code === GT || code === 0x2f || isSpace(code)) break;
      }
      const nameEnd = i;
      while (isSpace(bytes[i]!)) i++;
      if (bytes[i] !== 0x3d) {
        this.#attribute(name, nameEnd, i, i);
        continue;
      }
      i++;
      while (isSpace(bytes[i]!)) i++;
      i = this.#value(name, nameEnd, i);
    }
    return i;
  }

  /** Reads the value at `from`; returns where the attribute ends. */
  #value(name: number, nameEnd: number, from: number): number {
    const bytes = this.#bytes;
    const length = this.#length;
    const quote = bytes[from]!;
    if (quote === QUOTE || quote === APOSTROPHE) {
      let end = from + 1;
      while (end < length && bytes[end] !== quote) end++;
      if (end < length) {
        this.#attribute(name, nameEnd, from + 1, end);
        return end + 1;
      }
    }
    let end = from;
    for (; end < length; end++) {
      const code = bytes[end]!;
      if (code === GT || isSpace(code)) break;
    }
    this.#attribute(name, nameEnd, from, end);
    return end;
  }

  #attribute(name: number, nameEnd: number, from: number, to: number): void {
    const bytes = this.#bytes;
    const length = nameEnd - name;
    const first = bytes[name]! | 0x20;
    if (length === 5 && first === 0x73) {
      if (styleHides(bytes, from, to)) this.hidden = true;
    } else if (length === 6 && first === 0x68) {
      if (isName(bytes, name, 'hidden') && textOfUtf8(bytes, from, to) !== 'false') this.hidden = true;
    } else if (length === 7 && (first === 0x63 || first === 0x72)) {
      const isColumns = isName(bytes, name, 'colspan');
      if (!isColumns && !isName(bytes, name, 'rowspan')) return;
      const digit = to - from === 1 ? bytes[from]! - 0x30 : -1;
      const span = digit >= 0 && digit <= 9 ? digit : Number.parseInt(textOfUtf8(bytes, from, to).trim(), 10);
      if (isColumns) this.colSpan = Math.max(1, span || 1);
      else this.rowSpan = span >= 0 ? span : 1;
    }
  }

  /** Where the closing tag of a raw element (a name of `length` characters) begins, or the end of the text. */
  #rawEnd(tag: number, length: number): number {
    const bytes = this.#bytes;
    const end = this.#length;
    for (let i = this.#at; i < end; i++) {
      if (bytes[i] !== LT || bytes[i + 1] !== 0x2f) continue;
      const after = bytes[i + 2 + length]!;
      if ((after === GT || after === 0x2f || isSpace(after)) && this.#name(i + 2) === tag) return i;
    }
    return end;
  }

  /** The text of a title; one that is never closed is ignored, as is every later one. */
  #title(tag: number, length: number): void {
    if (this.#titleOpen) return;
    const from = this.#at;
    const close = this.#rawEnd(tag, length);
    this.#titleOpen = close === this.#length;
    if (this.#titleOpen) return;
    this.#sink.open(tag, Kind.title, this);
    this.#sink.text(decodeReferences(textOfUtf8(this.#bytes, from, close)));
    this.#sink.close(tag, Kind.title);
    this.#skipTag(close);
  }
}
