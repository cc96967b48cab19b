import { createHash } from 'node:crypto';
import type { AgencyKind, ReportAgency } from '../domain/annual/report.ts';
import { placeAgency } from '../report/batch/identity.ts';
import type { Places } from '../report/places/places.ts';

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

/** Level of a kind in the tree: 1 state to 5 township. */
export const levelOf = (kind: AgencyKind): AgencyIdentity['level'] => levels[kind];

const shortHash = (parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 12);

/**
 * Slugs: a government's division code; a department's `<code>-<its name without the division's>`; where no code
 * can be told, `x-` and a hash of name and kind, so that the reports of one agency still meet. A name that several
 * divisions bear and no code decides is paired with nothing: its hash takes in the file itself.
 */
export function identify(agency: ReportAgency, places: Places, fileHash: string): AgencyIdentity {
  const { name, kind } = agency;
  const { code, slug, ambiguous } = placeAgency(agency, places);
  const hash = () => shortHash(ambiguous ? [name, kind, fileHash] : [name, kind]);
  return { slug: slug ?? `x-${hash()}`, code, name, kind, level: levels[kind], ambiguous };
}
