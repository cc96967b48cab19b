import { type Ending, endings, NameIndex } from './name-index.ts';

/** Level of a division: 1 province, 2 city, 3 county, 4 township. */
export type Level = 1 | 2 | 3 | 4;

/** A division's name in a text. */
export interface Mention {
  readonly name: string;
  /** Offsets in the text, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Codes (2, 4, 6 or 9 digits) of all divisions of that name. */
  readonly codes: readonly string[];
}

/** The divisions of China down to township, a snapshot. */
export interface Places {
  /** Codes of all divisions with exactly this full name; none when the name is not known. */
  named(name: string): readonly string[];
  /** Names with their ending (九都镇, 曲阜市, 山东省) in a text, longest match, in order. Linear in the text. */
  mentions(text: string): Mention[];
}

/** 省 市 县 区 州 盟 旗 镇 乡, and 道 of 街道. */
const isEnding = new Uint8Array(65536);
for (const char of '省市县区州盟旗镇乡道') isEnding[char.charCodeAt(0)] = 1;
/** Rows of the snapshot that are no places: 市辖区, 省直辖县级行政区划, 县 under a municipality. */
const NOT_PLACES = /^(?:市辖区|县|.*直辖县级行政区划)$/;
/** The ending that the hundreds of a township's number imply; written out or marked by ! where it differs. */
const implied: readonly Ending[] = [1, 2, 3];

export const levelOf = (code: string): Level =>
  code.length <= 2 ? 1 : code.length <= 4 ? 2 : code.length <= 6 ? 3 : 4;

/** Whether one of two codes is the other or lies above it. */
export const inOneLine = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

/** Opens the packed snapshot of divisions.json (made by scripts/divisions.mjs): a few milliseconds, once. */
export function openPlaces(packed: string): Places {
  const index = new NameIndex(packed);
  const add = (from: number, to: number, ending: Ending, code: number): void => {
    const length = to - from + endings[ending].length;
    if (length >= 2 && (ending !== 0 || isEnding[packed.charCodeAt(to - 1)] === 1))
      index.add(from, to, ending, code);
  };
  for (let from = 0; from < packed.length; ) {
    const end = endOf(packed, '\n', from, packed.length);
    unpackProvince(packed, from, end, add);
    from = end + 1;
  }
  return {
    named: (name) => index.codes(name, 0, name.length),
    mentions(text) {
      const found: Mention[] = [];
      let from = 0;
      for (let i = 1; i < text.length; i++) {
        if (isEnding[text.charCodeAt(i)] === 0) continue;
        const start = index.longestBefore(text, i + 1, from);
        if (start < 0) continue;
        found.push({
          name: text.slice(start, i + 1),
          start,
          end: i + 1,
          codes: index.codes(text, start, i + 1),
        });
        from = i + 1;
      }
      return found;
    },
  };
}

/** Adds a name that stands in the packed text with its ending and code. */
type Add = (from: number, to: number, ending: Ending, code: number) => void;

/** Where the first `mark` stands between two places, or the second of them. */
function endOf(packed: string, mark: string, from: number, to: number): number {
  const at = packed.indexOf(mark, from);
  return at < 0 || at > to ? to : at;
}

const numberAt = (packed: string, from: number, digits: number): number =>
  Number(packed.slice(from, from + digits));

function unpackProvince(packed: string, from: number, to: number, add: Add): void {
  const code = numberAt(packed, from, 2);
  let end = endOf(packed, ';', from, to);
  add(from + 2, end, 0, code);
  while (end < to) {
    const start = end + 1;
    end = endOf(packed, ';', start, to);
    unpackCity(packed, start, end, code * 100 + numberAt(packed, start, 2), add);
  }
}

function unpackCity(packed: string, from: number, to: number, code: number, add: Add): void {
  let end = endOf(packed, '|', from, to);
  if (!NOT_PLACES.test(packed.slice(from + 2, end))) add(from + 2, end, 0, code);
  while (end < to) {
    const start = end + 1;
    end = endOf(packed, '|', start, to);
    const colon = endOf(packed, ':', start, end);
    const county = code * 100 + numberAt(packed, start, 2);
    if (!NOT_PLACES.test(packed.slice(start + 2, colon))) add(start + 2, colon, 0, county);
    if (colon + 1 < end) unpackTownships(packed, colon + 1, end, county, add);
  }
}

function unpackTownships(packed: string, from: number, to: number, county: number, add: Add): void {
  let number = 0;
  for (let start = from; start < to; ) {
    const end = endOf(packed, ',', start, to);
    if (packed.charCodeAt(start) < 0x3a) {
      number = numberAt(packed, start, 3);
      start += 3;
    } else number++;
    const written = packed.charCodeAt(end - 1) === 0x21;
    const ending = written ? 0 : (implied[Math.floor(number / 100)] ?? 0);
    add(start, written ? end - 1 : end, ending, county * 1000 + number);
    start = end + 1;
  }
}
