import { ENTITIES } from './entities.ts';

const REFERENCE = /&(?:#(\d{1,8}|[xX][0-9a-fA-F]{1,7})|([A-Za-z][A-Za-z0-9]{1,8}));?/g;

const FIRST = new RegExp(`^${REFERENCE.source}`);

/** The longest reference has so many characters. */
export const LONGEST_REFERENCE = 12;

const named = new Map<string, string>();
{
  const words = ENTITIES.split(' ');
  for (let i = 0; i + 1 < words.length; i += 2)
    named.set(words[i]!, String.fromCodePoint(Number.parseInt(words[i + 1]!, 16)));
}

const windows = new TextDecoder('windows-1252');

function numbered(digits: string): string {
  const code = /^[xX]/.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number.parseInt(digits, 10);
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\ufffd';
  if (code >= 0x80 && code <= 0x9f) return windows.decode(Uint8Array.of(code));
  return String.fromCodePoint(code);
}

/** A name with or without its semicolon; without, the longest known beginning counts (&nbsp3). */
function byName(whole: string, name: string): string {
  const exact = named.get(name);
  if (exact !== undefined) return exact;
  if (whole.endsWith(';')) return whole;
  for (let length = name.length - 1; length >= 2; length--) {
    const shorter = named.get(name.slice(0, length));
    if (shorter !== undefined) return shorter + name.slice(length);
  }
  return whole;
}

/** The character reference at the head of a text with what it stands for; null when none stands there. */
export function referenceAt(text: string): { readonly length: number; readonly stands: string } | null {
  const match = FIRST.exec(text);
  if (match === null) return null;
  const stands = match[1] === undefined ? byName(match[0], match[2]!) : numbered(match[1]);
  return { length: match[0].length, stands };
}

/** Replaces the character references of HTML and XML (&nbsp; &#160; &lt;); what is none stays as it stands. */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (whole, digits: string | undefined, name: string | undefined) =>
    digits !== undefined ? numbered(digits) : byName(whole, name ?? ''),
  );
}
