import { isName, isSpace, styleHides } from './html-bytes.ts';
import { textOfUtf8 } from './utf8.ts';

/** What the reading needs of the attributes of a tag. */
export interface TagAttributes {
  colSpan: number;
  rowSpan: number;
  hidden: boolean;
}

const GT = 0x3e;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const SLASH = 0x2f;
const EQUALS = 0x3d;

/** Reads the attributes from `from` into `out`; returns where the closing `>` stands, the length where none does. */
export function readAttributes(bytes: Uint8Array, from: number, out: TagAttributes): number {
  const { length } = bytes;
  out.colSpan = 1;
  out.rowSpan = 1;
  out.hidden = false;
  let i = from;
  while (i < length) {
    let code = bytes[i]!;
    if (code === GT) return i;
    if (isSpace(code) || code === SLASH) {
      i++;
      continue;
    }
    const name = i;
    for (i++; i < length; i++) {
      code = bytes[i]!;
      if (code === EQUALS || code === GT || code === SLASH || isSpace(code)) break;
    }
    const nameEnd = i;
    while (isSpace(bytes[i]!)) i++;
    if (bytes[i] !== EQUALS) {
      take(bytes, name, nameEnd, i, i, out);
      continue;
    }
    i++;
    while (isSpace(bytes[i]!)) i++;
    i = readValue(bytes, name, nameEnd, i, out);
  }
  return i;
}

/** Reads the value at `from`; returns where the attribute ends. */
function readValue(
  bytes: Uint8Array,
  name: number,
  nameEnd: number,
  from: number,
  out: TagAttributes,
): number {
  const { length } = bytes;
  const quote = bytes[from]!;
  if (quote === QUOTE || quote === APOSTROPHE) {
    let end = from + 1;
    while (end < length && bytes[end] !== quote) end++;
    if (end < length) {
      take(bytes, name, nameEnd, from + 1, end, out);
      return end + 1;
    }
  }
  let end = from;
  for (; end < length; end++) {
    const code = bytes[end]!;
    if (code === GT || isSpace(code)) break;
  }
  take(bytes, name, nameEnd, from, end, out);
  return end;
}

function take(
  bytes: Uint8Array,
  name: number,
  nameEnd: number,
  from: number,
  to: number,
  out: TagAttributes,
): void {
  const length = nameEnd - name;
  const first = bytes[name]! | 0x20;
  if (length === 5 && first === 0x73) {
    if (styleHides(bytes, from, to)) out.hidden = true;
  } else if (length === 6 && first === 0x68) {
    if (isName(bytes, name, 'hidden') && textOfUtf8(bytes, from, to) !== 'false') out.hidden = true;
  } else if (length === 7 && (first === 0x63 || first === 0x72)) {
    const isColumns = isName(bytes, name, 'colspan');
    if (!isColumns && !isName(bytes, name, 'rowspan')) return;
    const digit = to - from === 1 ? bytes[from]! - 0x30 : -1;
    const span = digit >= 0 && digit <= 9 ? digit : Number.parseInt(textOfUtf8(bytes, from, to).trim(), 10);
    if (isColumns) out.colSpan = Math.max(1, span || 1);
    else out.rowSpan = span >= 0 ? span : 1;
  }
}

/** A caption for screen readers alone, which says again what the heading over the table says. */
export const isUnseen = (attributes: string): boolean => /\b(?:visually-hidden|sr-only)\b/.test(attributes);

/** Pictures of a page's furniture: icons, spacers, tracking dots. */
export function isOrnament(source: string): boolean {
  const size = /\b(?:width|height)\s*[=:]\s*["']?\s*(\d+)(?!\d*%)/i.exec(source);
  return size !== null && Number(size[1]) < 40;
}

/** How many tags met are remembered by each of two keys. */
const SLOTS = 256;
/** Attributes of this length and more are told apart by what stands well inside them, too. */
const LONG = 24;

const known = {
  tag: new Int32Array(2 * SLOTS),
  from: new Int32Array(2 * SLOTS),
  length: new Int32Array(2 * SLOTS),
  colSpan: new Float64Array(2 * SLOTS),
  rowSpan: new Float64Array(2 * SLOTS),
  hidden: new Uint8Array(2 * SLOTS),
};

/**
 * The attributes met in one page: one saved from Word has the same few thousands of times, and comparing takes a
 * fraction of reading. There is one such memory at a time.
 */
export class AttributeMemory {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    known.length.fill(0);
  }

  /** Where the tag ends whose attributes, met before, begin at `from`, with what they say; -1 for new ones. */
  find(tag: number, from: number, out: TagAttributes): number {
    const long = this.#slot(tag, from, true);
    const slot = this.#isSame(tag, from, long) ? long : this.#slot(tag, from, false);
    if (slot !== long && !this.#isSame(tag, from, slot)) return -1;
    out.colSpan = known.colSpan[slot]!;
    out.rowSpan = known.rowSpan[slot]!;
    out.hidden = known.hidden[slot] === 1;
    return from + known.length[slot]! - 1;
  }

  /** Remembers attributes from `from` to the closing `>` at `to`. */
  add(tag: number, from: number, to: number, { colSpan, rowSpan, hidden }: TagAttributes): void {
    const slot = this.#slot(tag, from, to - from >= LONG);
    known.tag[slot] = tag;
    known.from[slot] = from;
    known.length[slot] = to + 1 - from;
    known.colSpan[slot] = colSpan;
    known.rowSpan[slot] = rowSpan;
    known.hidden[slot] = hidden ? 1 : 0;
  }

  #slot(tag: number, from: number, long: boolean): number {
    const bytes = this.#bytes;
    const near = 31 * tag + 7 * bytes[from + 1]! + bytes[from + 2]!;
    return long
      ? SLOTS + ((near + 5 * bytes[from + 13]! + 3 * bytes[from + LONG - 4]!) & (SLOTS - 1))
      : near & (SLOTS - 1);
  }

  #isSame(tag: number, from: number, slot: number): boolean {
    const length = known.length[slot]!;
    if (length === 0 || known.tag[slot] !== tag || from + length > this.#bytes.length) return false;
    const view = this.#view;
    const before = known.from[slot]!;
    let same = 0;
    while (same + 4 <= length && view.getInt32(from + same, true) === view.getInt32(before + same, true))
      same += 4;
    while (same < length && view.getInt8(from + same) === view.getInt8(before + same)) same++;
    return same === length;
  }
}
