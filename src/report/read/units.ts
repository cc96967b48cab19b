const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true });
/** Below so many units a call of the decoder costs more than it saves. */
const SHORT = 48;
const CHUNK = 4096;

/** UTF-16 units `from` to `to` as a string; a half surrogate pair among them may become U+FFFD. */
export const textOfUnits = (units: Uint16Array, from: number, to: number): string =>
  to - from < SHORT
    ? String.fromCharCode.apply(null, units.subarray(from, to) as unknown as number[])
    : utf16.decode(units.subarray(from, to));

/** As `textOfUnits`, half surrogate pairs kept as they are. */
export function exactTextOfUnits(units: Uint16Array, from: number, to: number): string {
  const parts: string[] = [];
  for (let i = from; i < to; i += CHUNK)
    parts.push(
      String.fromCharCode.apply(null, units.subarray(i, Math.min(to, i + CHUNK)) as unknown as number[]),
    );
  return parts.join('');
}

let wide = new Uint16Array(8192);

/** Bytes `from` to `to` as characters of the same code: what is ASCII among them can be read. */
export function latin(bytes: Uint8Array, from: number, to: number): string {
  const part = bytes.subarray(from, to);
  if (part.length > wide.length) wide = new Uint16Array(part.length);
  wide.set(part);
  return textOfUnits(wide, 0, part.length);
}
