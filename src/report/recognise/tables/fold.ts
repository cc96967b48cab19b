import { characterTables, DROP, EXPAND } from '../../read/characters.ts';

/** What stands for a UTF-16 unit among the letters of a label: a Chinese character in simplified form, else 0. */
function buildLetters(): Uint16Array {
  const { map, doubtful } = characterTables();
  const letters = new Uint16Array(65536);
  for (let code = 0x2e80; code < 0xfb00; code++) {
    const mapped = map[code]!;
    if (mapped === DROP || mapped === EXPAND) continue;
    const plain = doubtful.get(code) ?? (mapped || code);
    if ((plain >= 0x3400 && plain <= 0x9fff) || plain === 0x3007) letters[code] = plain;
  }
  return letters;
}

let built: Uint16Array | null = null;

/** The table of letters, built at first use. */
export function letterTable(): Uint16Array {
  built ??= buildLetters();
  return built;
}

/** Texts of labels met before: the same few stand in every report. */
const known = new Map<string, string>();
const MAX_KNOWN = 4096;
/** Longer texts are no labels. */
const LONGEST = 200;

/** The Chinese characters of a text in simplified form; white space, punctuation, figures and Latin go. */
export function lettersOf(text: string): string {
  if (text.length > LONGEST) return foldText(text).text;
  const before = known.get(text);
  if (before !== undefined) return before;
  const letters = foldText(text).text;
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(copyOf(text), letters);
  return letters;
}

/** The same text with no tie to the file that it was cut out of, which would be kept as long as its part. */
export const copyOf = (text: string): string =>
  String.fromCharCode.apply(
    null,
    Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)),
  );

/** A long text's letters with the way back: `origin[i]` is the index in the text of letter `i`. */
export interface Letters {
  readonly text: string;
  readonly origin: Uint32Array;
}

const STEP = 8192;

/** As `lettersOf`, with the place of each letter. Linear in the text's length. */
export function foldText(text: string): Letters {
  const table = letterTable();
  const units = new Uint16Array(text.length);
  const origin = new Uint32Array(text.length);
  let n = 0;
  for (let i = 0; i < text.length; i++) {
    const letter = table[text.charCodeAt(i)]!;
    if (letter === 0) continue;
    units[n] = letter;
    origin[n++] = i;
  }
  const parts: string[] = [];
  for (let i = 0; i < n; i += STEP)
    parts.push(
      String.fromCharCode.apply(null, units.subarray(i, Math.min(n, i + STEP)) as unknown as number[]),
    );
  return { text: parts.join(''), origin: origin.subarray(0, n) };
}
