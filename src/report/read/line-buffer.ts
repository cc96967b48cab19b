import { beginsMarkup } from './html-bytes.ts';
import { textOfUnits } from './units.ts';
import { isControl, rareSequence, threeBytes } from './utf8.ts';

const BLANK = 0x20;
const NO_BREAK_SPACE = 0xa0;
const LT = 0x3c;
const AMPERSAND = 0x26;

/** White space of HTML. */
const isWhite = (code: number): boolean => code === BLANK || (code >= 0x09 && code <= 0x0d);

/** Room for the text of a page that is no larger than this; a larger one gets its own. */
const usual = new Uint16Array(1 << 17);

/**
 * The text of the block being read, put together of many small pieces without a string for each. There is one at a
 * time.
 */
export class LineBuffer {
  length = 0;
  readonly #bytes: Uint8Array;
  readonly #strict: boolean;
  readonly #units: Uint16Array;

  /** For the text in `bytes`, UTF-8; `strict` where it may be no sound UTF-8. */
  constructor(bytes: Uint8Array, strict: boolean) {
    this.#bytes = bytes;
    this.#strict = strict;
    this.#units = bytes.length <= usual.length ? usual : new Uint16Array(bytes.length);
  }

  /** Whether a blank added now would follow another. */
  #afterBlank(): boolean {
    return this.length > 0 && this.#units[this.length - 1] === BLANK;
  }

  add(text: string, preformatted: boolean): void {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit === BLANK && !preformatted && this.#afterBlank()) continue;
      this.#units[this.length++] = unit;
    }
  }

  /**
   * Adds the text from byte `from` up to the next markup or `&`, its first character whatever it is; a run of white
   * space becomes one blank, with a blank before it too, unless it is to be kept as it stands. Returns where the
   * text ends, -1 where it is no sound UTF-8.
   */
  addUpToMarkup(from: number, preformatted: boolean): number {
    const bytes = this.#bytes;
    const units = this.#units;
    const end = bytes.length;
    let length = this.length;
    let white = this.#afterBlank();
    let i = from;
    while (i < end) {
      const lead = bytes[i]!;
      if (lead >= 0x80) {
        white = false;
        const three = lead >= 0xe0 && lead < 0xf0;
        const step = three ? 3 : rareSequence(bytes, i);
        const unit = three ? threeBytes(bytes, i) || this.#damage() : step;
        if (unit === 0) return -1;
        if (three) units[length++] = unit;
        else length = putRare(bytes, i, step, units, length);
        i += step;
        continue;
      }
      if ((lead === LT || lead === AMPERSAND) && i > from && (lead === AMPERSAND || beginsMarkup(bytes, i)))
        break;
      if (lead > BLANK || preformatted || !isWhite(lead)) {
        if (this.#strict && isControl(lead)) return -1;
        units[length++] = lead;
        white = false;
      } else {
        if (!white) units[length++] = BLANK;
        white = true;
      }
      i++;
    }
    this.length = length;
    return i;
  }

  /** What three bytes are that `threeBytes` does not take: nothing sound, else the sign of damage itself. */
  #damage(): number {
    return this.#strict ? 0 : 0xfffd;
  }

  /** The text so far, without the blanks at its ends unless preformatted; begins anew. */
  take(preformatted: boolean): string {
    const units = this.#units;
    let to = this.length;
    let from = 0;
    this.length = 0;
    if (preformatted) return textOf(units, 0, to);
    while (from < to && isPlainBlank(units[from]!)) from++;
    while (to > from && isPlainBlank(units[to - 1]!)) to--;
    return textOf(units, from, to);
  }
}

/** Writes the character of two or four bytes; returns how many units there are then. */
function putRare(bytes: Uint8Array, i: number, step: number, units: Uint16Array, length: number): number {
  if (step === 2) {
    units[length] = ((bytes[i]! & 0x1f) << 6) | (bytes[i + 1]! & 0x3f);
    return length + 1;
  }
  const upper = ((bytes[i]! & 0x07) << 8) | ((bytes[i + 1]! & 0x3f) << 2) | ((bytes[i + 2]! & 0x30) >> 4);
  units[length] = 0xd7c0 + upper;
  units[length + 1] = 0xdc00 | ((bytes[i + 2]! & 0x0f) << 6) | (bytes[i + 3]! & 0x3f);
  return length + 2;
}

const isPlainBlank = (unit: number): boolean => unit === BLANK || unit === NO_BREAK_SPACE;

/** Texts of the figures most cells hold, so that none is made twice. */
const figures = Array.from({ length: 1000 }, (_, figure) => String(figure));

/** The figure below 1000 that the units are, -1 where they are none. */
function figureIn(units: Uint16Array, from: number, to: number): number {
  if (to - from > 3 || (to - from > 1 && units[from] === 0x30)) return -1;
  let figure = 0;
  for (let i = from; i < to; i++) {
    const digit = units[i]! - 0x30;
    if (digit < 0 || digit > 9) return -1;
    figure = 10 * figure + digit;
  }
  return to > from ? figure : -1;
}

function textOf(units: Uint16Array, from: number, to: number): string {
  const figure = figureIn(units, from, to);
  if (figure >= 0) return figures[figure]!;
  return to - from > LABEL ? textOfUnits(units, from, to) : labelOf(units, from, to);
}

/** Longer texts are no labels. */
const LABEL = 40;
/** Short texts made before, by hash: the labels of the form stand in every page. */
const labels = new Array<string>(1024).fill('');

function labelOf(units: Uint16Array, from: number, to: number): string {
  let hash = to - from;
  for (let i = from; i < to; i++) hash = (Math.imul(hash, 31) + units[i]!) | 0;
  const slot = (hash ^ (hash >>> 11)) & (labels.length - 1);
  const known = labels[slot]!;
  if (isText(known, units, from, to)) return known;
  const text = textOfUnits(units, from, to);
  labels[slot] = text;
  return text;
}

function isText(text: string, units: Uint16Array, from: number, to: number): boolean {
  if (text.length !== to - from) return false;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) !== units[from + i]) return false;
  return true;
}
