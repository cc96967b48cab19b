import { textOfUnits } from './units.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

export const utf8Of = (text: string): Uint8Array => encoder.encode(text);

/** Bytes `from` to `to` of UTF-8 as a string. */
export const textOfUtf8 = (bytes: Uint8Array, from: number, to: number): string =>
  decoder.decode(bytes.subarray(from, to));

const continues = (byte: number | undefined): boolean => byte !== undefined && byte >> 6 === 2;

/** The character of the three bytes at `i`, 0 where they are broken or stand for damage. */
export function threeBytes(bytes: Uint8Array, i: number): number {
  const second = bytes[i + 1]!;
  const third = bytes[i + 2]!;
  if (second >> 6 !== 2 || third >> 6 !== 2) return 0;
  const code = ((bytes[i]! & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f);
  return code < 0x800 || (code >= 0xd800 && code <= 0xdfff) || code === 0xfffd ? 0 : code;
}

/** Length of the sequence of two or four bytes at `i`, 0 where it is broken. */
export function rareSequence(bytes: Uint8Array, i: number): number {
  const lead = bytes[i]!;
  if (!continues(bytes[i + 1])) return 0;
  if (lead < 0xe0) return lead < 0xc2 ? 0 : 2;
  if (!continues(bytes[i + 2]) || !continues(bytes[i + 3])) return 0;
  const high = ((lead & 0x0f) << 6) | (bytes[i + 1]! & 0x3f);
  return high < 0x10 || high > 0x10f ? 0 : 4;
}

/** Whether the four bytes of a word are printable ASCII: none from 0x80 on, below a blank, or a DEL. */
const isPrintable = (word: number): boolean =>
  ((word | (word - 0x20202020) | (word + 0x01010101)) & 0x80808080) === 0;

const NO_WORDS = new Uint32Array(0);

export const isControl = (byte: number): boolean =>
  byte === 0x7f || (byte < 0x20 && (byte < 0x09 || byte > 0x0d));

/**
 * Whether bytes are valid UTF-8 that tells of no damage: no NUL, no other control character, no U+FFFD. Most of a
 * page is ASCII, which is passed four bytes at a time.
 */
export function isSoundUtf8(bytes: Uint8Array): boolean {
  const { length } = bytes;
  const head = -bytes.byteOffset & 3;
  const words =
    length < head + 4
      ? NO_WORDS
      : new Uint32Array(bytes.buffer, bytes.byteOffset + head, (length - head) >> 2);
  for (let i = 0; i < length; ) {
    const byte = bytes[i]!;
    if (byte >= 0x80) {
      const three = byte >= 0xe0 && byte < 0xf0;
      const step = three ? (threeBytes(bytes, i) === 0 ? 0 : 3) : rareSequence(bytes, i);
      if (step === 0) return false;
      i += step;
      continue;
    }
    if (isControl(byte)) return false;
    i++;
    if (((i - head) & 3) !== 0 || i < head) continue;
    let word = (i - head) >> 2;
    while (word < words.length && isPrintable(words[word]!)) word++;
    i = head + (word << 2);
  }
  return true;
}

/** Units of the text being decoded. A longer text is no report's, and left to the decoder of the platform. */
const room = new Uint16Array(1 << 17);

/**
 * The text of bytes that are sound UTF-8, a mark of order at its head left out; null where they are not, or longer
 * than any report. In a third of the time that the platform's decoder takes for Chinese.
 */
export function soundText(bytes: Uint8Array): string | null {
  const { length } = bytes;
  if (length > room.length) return null;
  let n = 0;
  for (let i = 0; i < length; ) {
    const byte = bytes[i]!;
    if (byte < 0x80) {
      if (isControl(byte)) return null;
      room[n++] = byte;
      i++;
    } else if (byte >= 0xe0 && byte < 0xf0) {
      const unit = i + 2 < length ? threeBytes(bytes, i) : 0;
      if (unit === 0) return null;
      room[n++] = unit;
      i += 3;
    } else {
      const step = rareSequence(bytes, i);
      if (step === 0) return null;
      const character = textOfUtf8(bytes, i, i + step);
      for (let k = 0; k < character.length; k++) room[n++] = character.charCodeAt(k);
      i += step;
    }
  }
  const from = n > 0 && room[0] === 0xfeff ? 1 : 0;
  return textOfUnits(room, from, n);
}
