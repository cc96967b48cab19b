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

/** The Chinese characters of a text in simplified form; white space, punctuation, figures and Latin go. */
export function lettersOf(text: string): string {
  const table = letterTable();
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const letter = table[text.charCodeAt(i)]!;
    if (letter !== 0) out += String.fromCharCode(letter);
  }
  return out;
}

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
