const BLANK = 0x20;
const NO_BREAK_SPACE = 0xa0;

/** White space of HTML. */
const isWhite = (code: number): boolean => code === BLANK || (code >= 0x09 && code <= 0x0d);

/** The text of the block being read, put together of many small pieces without a string for each. */
export class LineBuffer {
  length = 0;
  #units = new Uint16Array(1024);

  #reserve(more: number): void {
    if (this.length + more <= this.#units.length) return;
    const larger = new Uint16Array(2 * (this.length + more));
    larger.set(this.#units.subarray(0, this.length));
    this.#units = larger;
  }

  add(text: string): void {
    this.#reserve(text.length);
    for (let i = 0; i < text.length; i++) this.#units[this.length++] = text.charCodeAt(i);
  }

  /**
   * Adds bytes `from` to `to` of valid UTF-8; a run of white space becomes one blank unless it is to be kept as it
   * stands.
   */
  addUtf8(bytes: Uint8Array, from: number, to: number, preformatted: boolean): void {
    this.#reserve(to - from);
    const units = this.#units;
    let length = this.length;
    let white = false;
    for (let i = from; i < to; ) {
      const lead = bytes[i]!;
      if (lead > BLANK || preformatted || !isWhite(lead)) {
        white = false;
        if (lead < 0x80) {
          units[length++] = lead;
          i++;
        } else if (lead >= 0xe0 && lead < 0xf0) {
          units[length++] = ((lead & 0x0f) << 12) | ((bytes[i + 1]! & 0x3f) << 6) | (bytes[i + 2]! & 0x3f);
          i += 3;
        } else if (lead < 0xe0) {
          units[length++] = ((lead & 0x1f) << 6) | (bytes[i + 1]! & 0x3f);
          i += 2;
        } else {
          const upper = ((lead & 0x07) << 8) | ((bytes[i + 1]! & 0x3f) << 2) | ((bytes[i + 2]! & 0x30) >> 4);
          units[length++] = 0xd7c0 + upper;
          units[length++] = 0xdc00 | ((bytes[i + 2]! & 0x0f) << 6) | (bytes[i + 3]! & 0x3f);
          i += 4;
        }
        continue;
      }
      if (!white) units[length++] = BLANK;
      white = true;
      i++;
    }
    this.length = length;
  }

  /** The text so far, blanks in a row made one unless preformatted; begins anew. */
  take(preformatted: boolean): string {
    const units = this.#units;
    let { length } = this;
    this.length = 0;
    if (length === 1 && (units[0] === BLANK || units[0] === NO_BREAK_SPACE)) return '';
    if (!preformatted) length = withoutDoubleBlanks(units, length);
    return textOf(units, 0, length);
  }
}

/** Makes blanks in a row one; returns how many units are left. */
function withoutDoubleBlanks(units: Uint16Array, length: number): number {
  let left = 0;
  for (let i = 0; i < length; i++)
    if (units[i] !== BLANK || left === 0 || units[left - 1] !== BLANK) units[left++] = units[i]!;
  return left;
}

const CHUNK = 4096;

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
  if (to - from === 1) return String.fromCharCode(units[from]!);
  if (to - from <= CHUNK)
    return String.fromCharCode.apply(null, units.subarray(from, to) as unknown as number[]);
  const parts: string[] = [];
  for (let i = from; i < to; i += CHUNK) parts.push(textOf(units, i, Math.min(to, i + CHUNK)));
  return parts.join('');
}
