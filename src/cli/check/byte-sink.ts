/** Room for the entries of some files; a much larger buffer is given back when it has been taken. */
const usual = 1 << 18;

/** A text written often: its UTF-8 in words of four bytes, least first. */
export interface Constant {
  readonly words: Uint32Array;
  readonly length: number;
}

export function constant(text: string): Constant {
  const bytes = Buffer.from(text, 'utf8');
  const words = new Uint32Array(Math.ceil(bytes.length / 4));
  bytes.forEach((byte, i) => {
    words[i >> 2]! |= byte << (8 * (i & 3));
  });
  return { words, length: bytes.length };
}

const QUOTE = 0x22;
/** 1 for a character below 128 that stands in a JSON string as it is. */
const plain = new Uint8Array(128).fill(1, 0x20);
plain[QUOTE] = plain[0x5c] = 0;
/** Whole numbers below this are written from a table. */
const FEW = 1_000;
const digits = Uint32Array.from({ length: FEW }, (_, n) => constant(String(n)).words[0]!);

/**
 * Texts gathered as UTF-8 in one buffer that is used again and again. A buffer for each text would have to be measured
 * first, and thousands of them outside the heap make the collector run early.
 */
export class ByteSink {
  #bytes = Buffer.allocUnsafeSlow(usual);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  /** Makes room for `more` bytes, and for a word written beyond the last of them. */
  #reserve(more: number): void {
    const most = this.#length + more + 4;
    if (most <= this.#bytes.length) return;
    const written = this.#bytes;
    this.#renew(2 * most);
    written.copy(this.#bytes, 0, 0, this.#length);
  }

  add(text: string): void {
    // No UTF-16 unit takes more than three bytes.
    this.#reserve(3 * text.length);
    this.#length += this.#bytes.write(text, this.#length, 'utf8');
  }

  addConstant({ words, length }: Constant): void {
    this.#reserve(length);
    for (let i = 0; i < words.length; i++) this.#view.setUint32(this.#length + 4 * i, words[i]!, true);
    this.#length += length;
  }

  /** A number as JSON has it. */
  addNumber(value: number): void {
    if (value >= 0 && value < FEW && (value | 0) === value) {
      this.#reserve(4);
      this.#view.setUint32(this.#length, digits[value]!, true);
      this.#length += value < 10 ? 1 : value < 100 ? 2 : 3;
    } else this.add(JSON.stringify(value));
  }

  /** A string as JSON has it, in its quotes. */
  addQuoted(text: string): void {
    // A control character takes the most: \u0001.
    this.#reserve(6 * text.length + 2);
    const view = this.#view;
    let at = this.#length;
    view.setUint8(at++, QUOTE);
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code < 0x80 && plain[code] === 1) view.setUint8(at++, code);
      else if (code >= 0x800 && (code & 0xf800) !== 0xd800) {
        const word = 0x8080e0 | (code >> 12) | ((code & 0xfc0) << 2) | ((code & 0x3f) << 16);
        view.setUint32(at, word, true);
        at += 3;
      } else {
        const character = String.fromCodePoint(text.codePointAt(i)!);
        i += character.length - 1;
        at += this.#bytes.write(JSON.stringify(character).slice(1, -1), at, 'utf8');
      }
    }
    view.setUint8(at++, QUOTE);
    this.#length = at;
  }

  get length(): number {
    return this.#length;
  }

  /** Forgets what was written from byte `from` on. */
  takeBack(from: number): void {
    this.#length = from;
  }

  /** Everything written, until the next text is; begins anew. */
  take(): Uint8Array {
    const bytes = this.#bytes.subarray(0, this.#length);
    this.#length = 0;
    if (this.#bytes.length > 8 * usual) this.#renew(usual);
    return bytes;
  }

  #renew(size: number): void {
    this.#bytes = Buffer.allocUnsafeSlow(size);
    this.#view = new DataView(this.#bytes.buffer);
  }
}
