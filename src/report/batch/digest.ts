import type { ReportAgency } from '../../domain/annual/report.ts';
import type { Places } from '../places/places.ts';
import type { Reading } from '../reading.ts';
import { narrativeOf } from '../similarity/narrative.ts';
import { sketch } from '../similarity/sketch.ts';
import { placeAgency } from './identity.ts';

/** What a batch must know of a report to pair it with others; small, for there may be tens of thousands. */
export interface Digest {
  readonly agency: ReportAgency;
  readonly year: number;
  /** One agency, one identity, wherever its files lie; null where the name alone does not tell it. */
  readonly identity: string | null;
  /** Sketch of its prose, empty when it is too short to compare. */
  readonly sketch: Uint32Array;
}

/** A name that carries its division (沭阳县发展和改革局) means one agency wherever its reports lie; 财政局 does not. */
const tellsPlace = /^.{1,12}[省市县区州盟旗镇乡]/u;

/** What tells the agency from every other; null where its name does not. */
export function identityOf(agency: ReportAgency, places: Places): string | null {
  const { slug, ambiguous } = placeAgency(agency, places);
  if (slug !== null) return slug;
  return !ambiguous && tellsPlace.test(agency.name) ? `${agency.kind} ${agency.name}` : null;
}

/**
 * The digest of a report; null where it is none, or its agency or year cannot be told. Without the divisions at hand
 * no name is known to be borne by one agency only.
 */
export function digestOf(reading: Reading, places: Places | null): Digest | null {
  const { agency, year } = reading.report;
  if (reading.refused !== null || agency === null || year === null) return null;
  return {
    agency,
    year,
    identity: places === null ? null : identityOf(agency, places),
    sketch: sketch(narrativeOf(reading.report)),
  };
}
