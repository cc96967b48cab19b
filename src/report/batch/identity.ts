import type { AgencyKind, ReportAgency } from '../../domain/annual/report.ts';
import { levelOfKind } from '../places/own.ts';
import { levelOf, type Places } from '../places/places.ts';

/** Which agency a report is of, as far as its text tells. */
export interface PlacedAgency {
  /** Division code, 6, 9 or 12 digits; a department's is that of its government; null where it cannot be told. */
  readonly code: string | null;
  /** The code for a government, `<code>-<its name without the division's>` for another; null without a code. */
  readonly slug: string | null;
  /** The name is borne by several and nothing says which. */
  readonly ambiguous: boolean;
}

const governments: ReadonlySet<AgencyKind> = new Set([
  'province',
  'city',
  'county',
  'township',
  'subdistrict',
]);

/** Codes are kept as printed on documents: six digits at least, 37 and 3708 filled up with zeros. */
const fullCode = (code: string): string => code.padEnd(6, '0');

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

/** Places an agency among the divisions by its code, else by the place its name begins with. */
export function placeAgency({ name, kind, code: given }: ReportAgency, places: Places): PlacedAgency {
  const place = placeOf(name, places);
  const wanted = levelOfKind(kind);
  const fitting = place.codes.filter((code) => wanted === null || wanted === 0 || levelOf(code) === wanted);
  const code = given ?? (fitting.length === 1 ? fitting[0]! : null);
  if (code === null) return { code: null, slug: null, ambiguous: fitting.length > 1 };
  const full = fullCode(code);
  const shortName = (place.rest || name).replace(/[^\p{L}\p{N}]/gu, '');
  return { code: full, slug: governments.has(kind) ? full : `${full}-${shortName}`, ambiguous: false };
}
