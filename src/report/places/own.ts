import type { AgencyKind } from '../../domain/annual/report.ts';
import type { Passage, Reading } from '../reading.ts';
import { inOneLine, type Level, levelOf, type Places } from './places.ts';

/** Where the reporting agency stands among the divisions. */
export interface OwnPlaces {
  /** 0 the state, 1 province … 4 township; null for zones and others, whose rank is not told by their kind. */
  readonly level: Level | 0 | null;
  /** Codes it may have: one when the text tells it, several where the name repeats, none when it is not known. */
  readonly codes: readonly string[];
  /** Its name and title, in which its own divisions stand, whatever they are called now. */
  readonly ownName: string;
}

const levels: Readonly<Record<AgencyKind, Level | 0 | null>> = {
  state: 0,
  ministry: 0,
  province: 1,
  provinceDepartment: 1,
  city: 2,
  cityDepartment: 2,
  county: 3,
  countyDepartment: 3,
  township: 4,
  subdistrict: 4,
  zone: null,
  other: null,
};

export const levelOfKind = (kind: AgencyKind): Level | 0 | null => levels[kind];

/** Places the reporting agency by its code, else by the names in its name and title, told apart by the preamble. */
export function ownPlaces(reading: Reading, places: Places): OwnPlaces {
  const { agency } = reading.report;
  const level = agency === null ? null : levels[agency.kind];
  const ownName = `${agency?.name ?? ''}\n${reading.title?.text ?? ''}`;
  const mentions = places.mentions(ownName);
  if (agency?.code) return { level, codes: [divisionCode(agency.code)], ownName };
  if (level === null || level === 0) return { level, codes: [], ownName };
  const lowest = mentions.findLast((mention) => mention.codes.some((code) => levelOf(code) === level));
  const codes = lowest?.codes.filter((code) => levelOf(code) === level) ?? [];
  const above = mentions.filter((mention) => mention !== lowest).map((mention) => mention.codes);
  let left = narrowed(codes, above);
  if (left.length > 1) left = narrowed(left, hints(reading, places));
  return { level, codes: left, ownName };
}

/** A division's code without the zeros that fill it up: 370881111000, 370881000, 370800 and 370000 are printed so. */
function divisionCode(code: string): string {
  const short = /^(\d{6})(?:000){1,2}$/.exec(code)?.[1] ?? /^(\d{9})000$/.exec(code)?.[1] ?? code;
  return short.length === 6 ? short.replace(/(?:00){1,2}$/, '') : short;
}

/** The codes that lie under one of each list of codes; lists that would leave none are passed over. */
function narrowed(codes: readonly string[], lists: readonly (readonly string[])[]): readonly string[] {
  let left = codes;
  for (const list of lists) {
    const fitting = left.filter((code) => list.some((other) => other !== code && inOneLine(code, other)));
    if (fitting.length > 0) left = fitting;
  }
  return left;
}

function hints(reading: Reading, places: Places): (readonly string[])[] {
  const texts: readonly (Passage | null)[] = [...reading.preamble, reading.contact, ...reading.closing];
  return texts.flatMap((passage) =>
    passage === null ? [] : places.mentions(passage.text).map((mention) => mention.codes),
  );
}
