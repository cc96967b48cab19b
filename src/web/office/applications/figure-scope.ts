import { figureAgency } from '../../../app/queries/applications/figure-agency.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import type { Day } from '../../../domain/workday/index.ts';
import type { OfficePage } from '../page.ts';
import { agencyHere } from './case-ref.ts';

export interface FigureAgency {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  /** The one the person works for. */
  readonly here: boolean;
}

/** Whose figures are looked at, and of when. */
export interface FigureScope {
  readonly agency: FigureAgency;
  /** All agencies below it with it. */
  readonly below: boolean;
  readonly year: number;
  /** Within the year; null for its first, its last day, or today while it runs. */
  readonly first: Day | null;
  readonly until: Day | null;
}

/** The agency that the address names, else the one worked for. */
export async function agencyOfFigures(page: OfficePage): Promise<FigureAgency | Refusal> {
  const here = agencyHere(page);
  if (isRefusal(here)) return here;
  const { place } = page.visit;
  const slug = page.c.req.query('agency') ?? '';
  if (slug === '' || slug === place!.slug) return { ...place!, here: true };
  const found = await figureAgency(page.context, { slug });
  return isRefusal(found) ? found : { ...found, here: false };
}

/** The parameters that lead to the same agencies again. */
export const placeQuery = ({
  agency,
  below,
}: Pick<FigureScope, 'agency' | 'below'>): Record<string, string> => ({
  ...(below ? { scope: 'below' } : {}),
  ...(agency.here ? {} : { agency: agency.slug }),
});

/** The parameters that lead to the same figures again. */
export const scopeQuery = ({ year, first, until, ...place }: FigureScope): Record<string, string> => ({
  year: String(year),
  ...(first === null ? {} : { from: first }),
  ...(until === null ? {} : { until }),
  ...placeQuery(place),
});
