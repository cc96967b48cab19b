const CHAR_PROCS = [...'/CharProcs'].map((char) => char.charCodeAt(0));
const [SLASH, LESS, GREATER, SPACE] = [0x2f, 0x3c, 0x3e, 0x20];
/** A list of names with the objects they refer to holds nothing else. */
const IN_LIST = /[\s/\w.+#-]/;
/** An object that holds the list. */
const REFERENCE = /^\d+\s+\d+\s+R\b/;

const inList = new Uint8Array(256);
for (let code = 0; code < 128; code++) if (IN_LIST.test(String.fromCharCode(code))) inList[code] = 1;

/** Overwrites the value that begins at a place: a list by blanks, a reference by an empty list. */
function empty(bytes: Uint8Array, at: number): void {
  if (bytes[at] === LESS && bytes[at + 1] === LESS) {
    let end = at + 2;
    while (inList[bytes[end] ?? 0] === 1) end++;
    if (bytes[end] === GREATER && bytes[end + 1] === GREATER) bytes.fill(SPACE, at + 2, end);
    return;
  }
  const [reference] = REFERENCE.exec(String.fromCharCode(...bytes.subarray(at, at + 24))) ?? [];
  if (reference === undefined) return;
  bytes.fill(SPACE, at, at + reference.length);
  bytes.set([LESS, LESS, GREATER, GREATER], at);
}

/**
 * The file with the drawings of characters emptied in fonts that are made of drawings (Type 3), as browsers write
 * them: pdf.js follows every one of them, and only widths and characters are wanted. The same bytes where it has none.
 */
export function withoutGlyphDrawings(bytes: Uint8Array): Uint8Array {
  let out = bytes;
  for (let at = bytes.indexOf(SLASH); at >= 0; at = bytes.indexOf(SLASH, at + 1)) {
    if (!CHAR_PROCS.every((code, i) => bytes[at + i] === code)) continue;
    if (out === bytes) out = bytes.slice();
    let value = at + CHAR_PROCS.length;
    while (bytes[value] === SPACE || bytes[value] === 0x0a || bytes[value] === 0x0d) value++;
    empty(out, value);
  }
  return out;
}
