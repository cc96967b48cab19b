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
const implied = ['街道', '镇', '乡'];

const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;

export const levelOf = (code: string): Level =>
  code.length <= 2 ? 1 : code.length <= 4 ? 2 : code.length <= 6 ? 3 : 4;

/** Whether one of two codes is the other or lies above it. */
export const inOneLine = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

/** Opens the packed snapshot of divisions.json (made by scripts/divisions.mjs): about 30 ms, once. */
export function openPlaces(packed: string): Places {
  const byName = new Map<string, number | number[]>();
  /** Length of the longest name with these last two characters, to pass over 全省, 乡镇, 社区 at once. */
  const tails = new Map<number, number>();
  const add = (name: string, code: number): void => {
    const last = name.charCodeAt(name.length - 1);
    if (name.length < 2 || isEnding[last] === 0) return;
    const known = byName.get(name);
    if (known === undefined) {
      byName.set(name, code);
      const tail = last * 65536 + name.charCodeAt(name.length - 2);
      if ((tails.get(tail) ?? 0) < name.length) tails.set(tail, name.length);
    } else if (typeof known === 'number') byName.set(name, [known, code]);
    else known.push(code);
  };
  for (const province of packed.split('\n')) unpackProvince(province, add);
  const codesOf = (name: string): readonly string[] => {
    const codes = byName.get(name);
    return codes === undefined ? [] : typeof codes === 'number' ? [String(codes)] : codes.map(String);
  };
  return {
    named: codesOf,
    mentions(text) {
      const found: Mention[] = [];
      let from = 0;
      for (let i = 1; i < text.length; i++) {
        const last = text.charCodeAt(i);
        if (isEnding[last] === 0) continue;
        const longest = tails.get(last * 65536 + text.charCodeAt(i - 1));
        if (longest === undefined) continue;
        let start = i - 1;
        while (start > from && i - start + 1 < longest && isHan(text.charCodeAt(start - 1))) start--;
        for (; start < i; start++) {
          const name = text.slice(start, i + 1);
          if (!byName.has(name)) continue;
          found.push({ name, start, end: i + 1, codes: codesOf(name) });
          from = i + 1;
          break;
        }
      }
      return found;
    },
  };
}

type Add = (name: string, code: number) => void;

function unpackProvince(line: string, add: Add): void {
  const [head = '', ...cities] = line.split(';');
  const province = Number(head.slice(0, 2));
  add(head.slice(2), province);
  for (const city of cities) {
    const [cityHead = '', ...counties] = city.split('|');
    const cityCode = province * 100 + Number(cityHead.slice(0, 2));
    if (!NOT_PLACES.test(cityHead.slice(2))) add(cityHead.slice(2), cityCode);
    for (const county of counties) {
      const colon = county.indexOf(':');
      const countyCode = cityCode * 100 + Number(county.slice(0, 2));
      if (!NOT_PLACES.test(county.slice(2, colon))) add(county.slice(2, colon), countyCode);
      if (colon + 1 < county.length) unpackTownships(county, colon + 1, countyCode, add);
    }
  }
}

function unpackTownships(county: string, from: number, code: number, add: Add): void {
  let number = 0;
  for (let start = from; start < county.length; ) {
    let end = county.indexOf(',', start);
    if (end === -1) end = county.length;
    if (county.charCodeAt(start) < 0x3a) {
      number = Number(county.slice(start, start + 3));
      start += 3;
    } else number++;
    const ending = county.charCodeAt(end - 1) === 0x21 ? null : (implied[Math.floor(number / 100)] ?? '');
    add(
      ending === null ? county.slice(start, end - 1) : county.slice(start, end) + ending,
      code * 1000 + number,
    );
    start = end + 1;
  }
}
