import { createHash } from 'node:crypto';
import type { AgencyKind, ReportAgency } from '../domain/annual/report.ts';
import { levelOf, type Places } from '../report/places/places.ts';

/** Which agency a report is of, as far as its text and the one who imports it tell. */
export interface AgencyIdentity {
  readonly slug: string;
  /** Division code, 6, 9 or 12 digits; a department's is that of its government. */
  readonly code: string | null;
  readonly name: string;
  readonly kind: AgencyKind;
  readonly level: 1 | 2 | 3 | 4 | 5;
  /** The name is borne by several and nothing says which: it is paired with no other report. */
  readonly ambiguous: boolean;
}

const levels: Readonly<Record<AgencyKind, AgencyIdentity['level']>> = {
  state: 1,
  ministry: 1,
  province: 2,
  provinceDepartment: 2,
  city: 3,
  cityDepartment: 3,
  county: 4,
  countyDepartment: 4,
  zone: 4,
  township: 5,
  subdistrict: 5,
  other: 5,
};

const governments: ReadonlySet<AgencyKind> = new Set([
  'province',
  'city',
  'county',
  'township',
  'subdistrict',
]);

/** Codes are kept as printed on documents: six digits at least, 37 and 3708 filled up with zeros. */
const fullCode = (code: string): string => code.padEnd(6, '0');

const shortHash = (parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 12);

/** The divisions a name begins with, read as one place: 曲阜市防山镇 → 370881111. Several codes: not told. */
function placeOf(name: string, places: Places): { codes: readonly string[]; rest: string } {
  let end = 0;
  let codes: readonly string[] = [];
  for (const mention of places.mentions(name)) {
    if (mention.start !== end) break;
    const below = mention.codes.filter((code) => codes.some((above) => code.startsWith(above)));
    codes = codes.length === 0 ? mention.codes : below;
    end = mention.end;
  }
  return { codes, rest: name.slice(end) };
}

/** Level of the division that a government of this kind has: 1 province, 2 city, 3 county, 4 township. */
const divisionLevel: Partial<Record<AgencyKind, number>> = {
  province: 1,
  provinceDepartment: 1,
  city: 2,
  cityDepartment: 2,
  county: 3,
  countyDepartment: 3,
  township: 4,
  subdistrict: 4,
};

/**
 * Slugs: a government's division code; a department's `<code>-<its name without the division's>`; where no code
 * can be told, `x-` and a hash of name and kind, so that the reports of one agency still meet. A name that several
 * divisions bear and no code decides is paired with nothing: its hash takes in the file itself.
 */
export function identify(agency: ReportAgency, places: Places, fileHash: string): AgencyIdentity {
  const { name, kind } = agency;
  const place = placeOf(name, places);
  const wanted = divisionLevel[kind];
  const fitting = place.codes.filter((code) => wanted === undefined || levelOf(code) === wanted);
  const code = agency.code ?? (fitting.length === 1 ? fitting[0]! : null);
  const base = { name, kind, level: levels[kind] };
  if (code === null) {
    const ambiguous = fitting.length > 1;
    const hash = shortHash(ambiguous ? [name, kind, fileHash] : [name, kind]);
    return { ...base, slug: `x-${hash}`, code: null, ambiguous };
  }
  const full = fullCode(code);
  const shortName = (place.rest || name).replace(/[^\p{L}\p{N}]/gu, '');
  const slug = governments.has(kind) ? full : `${full}-${shortName}`;
  return { ...base, slug, code: full, ambiguous: false };
}
