import { endings } from './name-index.ts';

/** A division of the snapshot: its code (2, 4, 6 or 9 digits) and its full name. */
export interface Division {
  readonly code: string;
  readonly name: string;
}

/** Where the townships of a county stand in the packed snapshot, and what the county and its city are called. */
interface County extends Division {
  readonly province: string;
  readonly city: string;
  readonly townships: string;
}

const notPlaces = /^(?:市辖区|县|.*直辖县级行政区划)$/;

function countiesOf(packed: string): County[] {
  const found: County[] = [];
  for (const line of packed.split('\n')) {
    const [province, ...cities] = line.split(';');
    for (const text of cities) {
      const [city, ...counties] = text.split('|');
      const stem = province!.slice(0, 2) + city!.slice(0, 2);
      for (const county of counties) {
        const colon = county.indexOf(':');
        const name = county.slice(2, colon < 0 ? undefined : colon);
        if (notPlaces.test(name)) continue;
        found.push({
          code: stem + county.slice(0, 2),
          name,
          province: province!.slice(2),
          city: notPlaces.test(city!.slice(2)) ? '' : city!.slice(2),
          townships: colon < 0 ? '' : county.slice(colon + 1),
        });
      }
    }
  }
  return found;
}

/** A code is written only where it is not the one before plus one; `!` where the implied ending is not there. */
function townshipsOf({ code, townships }: County): Division[] {
  let number = 0;
  return townships === ''
    ? []
    : townships.split(',').map((text) => {
        const written = /^\d{3}/.exec(text);
        number = written === null ? number + 1 : Number(written[0]);
        const name = written === null ? text : text.slice(3);
        const ending = endings[Math.floor(number / 100) + 1] ?? '';
        return {
          code: code + String(number).padStart(3, '0'),
          name: name.endsWith('!') ? name.slice(0, -1) : name + ending,
        };
      });
}

/** A county of the snapshot with what lies above and below it. */
export interface CountyList extends Division {
  /** 山东省济宁市; of a municipality the province alone. */
  readonly above: string;
  readonly townships: readonly Division[];
}

/** The counties whose code or name begins with what is asked for, 曲阜 or 370881, each with its townships. */
export function countiesLike(packed: string, asked: string, limit: number): CountyList[] {
  const text = asked.trim();
  if (text === '') return [];
  const byCode = /^\d+$/.test(text);
  return countiesOf(packed)
    .filter(({ code, name }) => (byCode ? code.startsWith(text) : name.startsWith(text)))
    .slice(0, limit)
    .map((county) => ({
      code: county.code,
      name: county.name,
      above: county.province + county.city,
      townships: townshipsOf(county),
    }));
}
