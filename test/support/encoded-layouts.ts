import { type FileLayout, layoutNamed } from './layouts.ts';

/** Two-byte codes of GB18030 by character, told by the platform's own decoder. */
function gb18030Table(): ReadonlyMap<string, readonly [number, number]> {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(new Uint8Array([lead, trail]));
      if (character.length === 1 && !table.has(character)) table.set(character, [lead, trail]);
    }
  return table;
}

let table: ReadonlyMap<string, readonly [number, number]> | null = null;

/** A text in GB18030; characters outside its two-byte codes become a question mark. */
export function gb18030(text: string): Uint8Array {
  table ??= gb18030Table();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (code < 0x80) bytes.push(code);
    else bytes.push(...(table.get(character) ?? [0x3f]));
  }
  return new Uint8Array(bytes);
}

/** A text in UTF-16, little end first, with its mark. */
export function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(2 * text.length + 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, true);
  for (let i = 0; i < text.length; i++) view.setUint16(2 + 2 * i, text.charCodeAt(i), true);
  return bytes;
}

const encoded = (of: string, by: string, encode: (text: string) => Uint8Array): FileLayout => {
  const { fileName, write } = layoutNamed(of);
  return { name: `${of} in ${by}`, fileName, lossless: true, bytes: (report) => encode(write(report)) };
};

/** Files in other encodings; the pages say in their meta that they are UTF-8, and are not. */
export const encodedLayouts: readonly FileLayout[] = [
  encoded('tab', 'GB18030', gb18030),
  encoded('rows by pipes', 'UTF-16', utf16),
  encoded('html', 'GB18030', gb18030),
  encoded('html from Word', 'GB18030', gb18030),
];
