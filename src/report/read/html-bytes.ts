import { textOfUtf8 } from './utf8.ts';

export const isSpace = (code: number): boolean => code === 0x20 || (code >= 0x09 && code <= 0x0d);
export const isAlpha = (code: number): boolean => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;

/** Whether the `<` at `at` begins a tag, comment or declaration. */
export function beginsMarkup(bytes: Uint8Array, at: number): boolean {
  const next = bytes[at + 1]!;
  return isAlpha(next) || next === 0x2f || next === 0x21 || next === 0x3f;
}

/** Whether the bytes from `at` on are `word`, a name in lower case; ASCII case does not matter. */
export function isName(bytes: Uint8Array, at: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) if ((bytes[at + i]! | 0x20) !== word.charCodeAt(i)) return false;
  return true;
}

function isExactly(bytes: Uint8Array, at: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word.charCodeAt(i)) return false;
  return true;
}

/** display:none, or Word's own way of hiding. */
export function styleHides(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = bytes[i]! | 0x20;
    if (
      code === 0x64 &&
      (bytes[i + 3]! | 0x20) === 0x70 &&
      /^display\s*:\s*none/i.test(textOfUtf8(bytes, i, i + 24))
    )
      return true;
    if (code === 0x6d && isExactly(bytes, i + 1, 'so-hide:all')) return true;
  }
  return false;
}
