import { CERTAIN_PAIRS, DOUBTFUL_PAIRS } from './traditional.ts';

/** Table entry: the character is left out. */
export const DROP = 1;
/** Table entry: the character becomes several, found in `expansions`. */
export const EXPAND = 2;
export const SPACE = 0x20;
/** From here on characters are as wide as they are high. */
export const WIDE = 0x2e80;
export const NEWLINE = 0x0a;

/**
 * For every UTF-16 unit what stands for it in normalised text: 0 itself, DROP, EXPAND, or another unit.
 * `certain` tells the characters that occur in traditional texts only, `doubtful` the simplified form of those
 * that simplified texts also use (乾县, 於潜).
 */
export interface CharacterTables {
  readonly map: Uint16Array;
  readonly certain: Uint8Array;
  /** 1 for wide characters, surrogates apart, that only ever stand for themselves: nearly all of a text, told by one look. */
  readonly plain: Uint8Array;
  readonly doubtful: ReadonlyMap<number, number>;
  /** The same as `doubtful` for loops over whole texts, 0 for none. */
  readonly doubtfulUnits: Uint16Array;
  readonly expansions: ReadonlyMap<number, string>;
}

/** Radicals that fonts and extraction put in the place of the character and that NFKC leaves alone. */
const RADICALS =
  '⺎兀⺏尣⺐尢⺗心⺝月⺟母⺠民⺡水⺢水⺣火⺥爪⺦爿⺧牛⺨犬⺩王⺪疋⺫目⺬示⺭示⺮竹⺯糸⺰纟⺱网⺲网⺳网⺶羊⺷羊⺸羊⺹老⺻聿⺼肉⺾艹⺿艹⻀艹⻁虎⻂衣⻃西⻄西⻅见⻆角⻇角⻈讠' +
  '⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑长⻒长⻓长⻔门⻕阜⻖阜⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟食⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻭齿⻮齿⻯竜⻰龙⻱龟⻲龟⻳龟';

const WHITE = [0x09, 0x0b, 0x0c, 0x0d, 0x85, 0xa0, 0x1680, 0x202f, 0x205f, 0x3000, 0x3164, 0xffa0, 0x2800];
const LINE_ENDS = [0x2028, 0x2029];
const INVISIBLE: readonly (readonly [number, number])[] = [
  [0x00, 0x08],
  [0x0e, 0x1f],
  [0x7f, 0x84],
  [0x86, 0x9f],
  [0xad, 0xad],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffc],
];
/** Where compatibility characters stand that texts of this kind hold. */
const COMPATIBILITY: readonly (readonly [number, number])[] = [
  [0xaa, 0xba],
  [0x2000, 0x33ff],
  [0xf900, 0xfaff],
  [0xfe10, 0xffef],
];

function fillPairs(map: Uint16Array, pairs: string, visit?: (code: number) => void): void {
  for (let i = 0; i + 1 < pairs.length; i += 2) {
    const code = pairs.charCodeAt(i);
    map[code] = pairs.charCodeAt(i + 1);
    visit?.(code);
  }
}

/**
 * NFKC, save where its result would glue figures: ① before 2件 must not become 12件, and ⒈ before 20 not 1.20,
 * so enclosed numbers keep their brackets and ½ stays itself.
 */
function compatible(char: string, code: number): string {
  const plain = char.normalize('NFKC');
  if (code >= 0x2460 && code <= 0x2473) return `(${plain})`;
  if (code >= 0x2488 && code <= 0x249b) return plain.replace('.', '、');
  if (code >= 0x2776 && code <= 0x2793) return `(${((code - 0x2776) % 10) + 1})`;
  if (code >= 0x24f5 && code <= 0x24fe) return `(${code - 0x24f4})`;
  if (code >= 0x3280 && code <= 0x3289) return `(${plain})`;
  return plain.includes('\u2044') || plain.length > 8 ? char : plain;
}

/** A character in its simplified shape where that is certain. */
const simpleShape = (char: string, map: Uint16Array, certain: Uint8Array): string => {
  const code = char.charCodeAt(0);
  return char.length === 1 && certain[code] === 1 ? String.fromCharCode(map[code]!) : char;
};

function build(): CharacterTables {
  const map = new Uint16Array(65536);
  const certain = new Uint8Array(65536);
  const expansions = new Map<number, string>();
  for (const [from, to] of COMPATIBILITY)
    for (let code = from; code <= to; code++) {
      const char = String.fromCharCode(code);
      const plain = compatible(char, code);
      if (plain === char) continue;
      if (plain.length === 1) map[code] = plain.charCodeAt(0);
      else {
        map[code] = EXPAND;
        expansions.set(code, plain);
      }
    }
  fillPairs(map, CERTAIN_PAIRS, (code) => {
    certain[code] = 1;
  });
  for (const [code, text] of expansions)
    expansions.set(code, Array.from(text, (char) => simpleShape(char, map, certain)).join(''));
  fillPairs(map, RADICALS);
  for (let code = 0x2000; code <= 0x200a; code++) map[code] = SPACE;
  for (const code of WHITE) map[code] = SPACE;
  for (const code of LINE_ENDS) map[code] = NEWLINE;
  for (const [from, to] of INVISIBLE) map.fill(DROP, from, to + 1);
  // Kangxi radicals, enclosed and compatibility ideographs come out of NFKC in their traditional shape.
  for (const [from, to] of [
    [0x2e80, 0x2fdf],
    [0x3200, 0x33ff],
    [0xf900, 0xfaff],
  ] as const)
    for (let code = from; code <= to; code++)
      if (map[code] !== EXPAND) map[code] = map[map[code]!] || map[code]!;
  const doubtfulUnits = new Uint16Array(65536);
  const doubtful = new Map<number, number>();
  fillPairs(doubtfulUnits, DOUBTFUL_PAIRS, (code) => {
    doubtful.set(code, doubtfulUnits[code]!);
  });
  const plain = new Uint8Array(65536);
  for (let code = WIDE; code < 65536; code++)
    plain[code] = map[code] === 0 && certain[code] === 0 && doubtfulUnits[code] === 0 ? 1 : 0;
  plain.fill(0, 0xd800, 0xe000);
  return { map, certain, plain, doubtful, doubtfulUnits, expansions };
}

let built: CharacterTables | null = null;

/** The tables, built at first use (about two milliseconds). */
export function characterTables(): CharacterTables {
  built ??= build();
  return built;
}
