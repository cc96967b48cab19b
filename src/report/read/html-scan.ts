import { decodeReferences, LONGEST_REFERENCE, referenceAt } from './character-references.ts';
import { AttributeMemory, readAttributes, type TagAttributes } from './html-attributes.ts';
import { beginsMarkup, isAlpha, isSpace } from './html-bytes.ts';
import { Kind, kindOf, tagOf } from './html-tags.ts';
import { HASH_START, hashStep } from './names.ts';
import { isSoundUtf8, textOfUtf8 } from './utf8.ts';

/** Takes the tokens of an HTML text; `kind` is a value of `Kind`, `tag` an index of TAG_NAMES or -1. */
export interface HtmlSink {
  open(tag: number, kind: number, attributes: Attributes): void;
  close(tag: number, kind: number): void;
  /** Text with its references decoded. */
  text(text: string): void;
  /** Text from `from` up to the next markup or `&`, its first character whatever it is; where it ends, -1 if broken. */
  characters(from: number): number;
  /** Whether no more is wanted. */
  readonly full: boolean;
}

/** The attributes of the tag just met; one object, overwritten by the next tag. */
export interface Attributes extends TagAttributes {
  /** All attributes as they stand, for the rare tags that need more. */
  source(): string;
}

const LT = 0x3c;
const AMPERSAND = 0x26;
const DASH = 0x2d;
const GT = 0x3e;

/**
 * One linear pass over an HTML text in UTF-8, as tolerant as browsers are: nothing is an error. Working on the bytes
 * spares making a string of the markup, most of a page that Word has written.
 */
export class HtmlScanner implements Attributes {
  readonly #bytes: Uint8Array;
  readonly #length: number;
  readonly #sink: HtmlSink;
  readonly #strict: boolean;
  readonly #memory: AttributeMemory;
  #at = 0;
  #from = 0;
  #to = 0;
  #titleOpen = false;
  #sound = true;
  colSpan = 1;
  rowSpan = 1;
  hidden = false;

  /** `strict`: the bytes may be no sound UTF-8, which is to be told. */
  constructor(bytes: Uint8Array, sink: HtmlSink, strict: boolean) {
    this.#bytes = bytes;
    this.#length = bytes.length;
    this.#sink = sink;
    this.#strict = strict;
    this.#memory = new AttributeMemory(bytes);
  }

  source(): string {
    return textOfUtf8(this.#bytes, this.#from, this.#to);
  }

  /** Reads all; false where the bytes are found to be no sound UTF-8, which ends it. */
  run(): boolean {
    const bytes = this.#bytes;
    const end = this.#length;
    while (this.#at < end && this.#sound && !this.#sink.full) {
      if (bytes[this.#at] === LT && this.#markup()) continue;
      if (bytes[this.#at] === AMPERSAND && this.#reference()) continue;
      const to = this.#sink.characters(this.#at);
      if (to < 0) return false;
      this.#at = to;
    }
    this.#check(this.#at, end);
    return this.#sound;
  }

  /** Looks whether bytes that are passed over are sound. */
  #check(from: number, to: number): void {
    if (this.#strict && from < to && !isSoundUtf8(this.#bytes.subarray(from, to))) this.#sound = false;
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

  /** Whatever begins with `<` here; false when it is only a character. */
  #markup(): boolean {
    const bytes = this.#bytes;
    const at = this.#at;
    const next = bytes[at + 1]!;
    if (isAlpha(next)) this.#openTag();
    else if (!beginsMarkup(bytes, at)) return false;
    else if (next === 0x2f && isAlpha(bytes[at + 2]!)) this.#closeTag();
    else if (next === 0x21 && bytes[at + 2] === DASH && bytes[at + 3] === DASH) this.#skipComment(at + 2);
    else this.#skipTag(at + 2);
    return true;
  }

  /** Goes on behind the next `>`. */
  #skipTag(from: number): void {
    const end = this.#bytes.indexOf(GT, from);
    this.#at = end < 0 || end >= this.#length ? this.#length : end + 1;
    this.#check(from, this.#at);
  }

  #skipComment(from: number): void {
    const bytes = this.#bytes;
    let end = from;
    while (end < this.#length && (bytes[end] !== DASH || bytes[end + 1] !== DASH || bytes[end + 2] !== GT))
      end++;
    this.#at = Math.min(end + 3, this.#length);
    this.#check(from, this.#at);
  }

  /** Reads the name at `from`: returns its tag and remembers where it ends. */
  #name(from: number): number {
    const bytes = this.#bytes;
    const end = this.#length;
    let hash = HASH_START;
    let i = from;
    for (; i < end; i++) {
      const code = bytes[i]!;
      if (code === GT || code === 0x2f || isSpace(code)) break;
      hash = hashStep(hash, code);
    }
    this.#from = i;
    const tag = tagOf(hash, i - from);
    if (tag < 0) this.#check(from, i);
    return tag;
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
    this.#to = this.#attributes(tag, end);
    this.#at = Math.min(this.#to + 1, this.#length);
    if (kind === Kind.raw) this.#skipRaw(tag, end - start);
    else if (kind === Kind.title) this.#title(tag, end - start);
    else this.#sink.open(tag, kind, this);
  }

  /** Takes the attributes from `from` on in; returns where the tag ends. */
  #attributes(tag: number, from: number): number {
    if (this.#bytes[from] === GT) {
      this.colSpan = 1;
      this.rowSpan = 1;
      this.hidden = false;
      return from;
    }
    const met = this.#memory.find(tag, from, this);
    if (met >= 0) return met;
    const to = readAttributes(this.#bytes, from, this);
    this.#check(from, to);
    // Without its end, what is compared could be the beginning of more.
    if (to < this.#length) this.#memory.add(tag, from, to, this);
    return to;
  }

  /** Goes on behind a raw element, a script or style. */
  #skipRaw(tag: number, length: number): void {
    const from = this.#at;
    const close = this.#rawEnd(tag, length);
    this.#check(from, close);
    this.#skipTag(close);
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
    this.#check(from, close);
    this.#sink.open(tag, Kind.title, this);
    this.#sink.text(decodeReferences(textOfUtf8(this.#bytes, from, close)));
    this.#sink.close(tag, Kind.title);
    this.#skipTag(close);
  }
}
