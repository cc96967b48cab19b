import { type StandingPage, suggestFor } from '../../domain/application/suggest.ts';
import { reportFigures } from '../../store/report-figures.ts';
import { publicContacts } from '../agencies/contacts.ts';
import { mustBeAllowed } from '../authorise.ts';
import type { AppContext } from '../context.ts';
import type { ApplyAgency } from './apply.ts';
import { type SearchHit, search } from './search.ts';

/** Something public that may be what is asked for. */
export type PublicMatch =
  | { readonly kind: 'report'; readonly year: number; readonly figures: readonly string[] }
  | { readonly kind: 'contacts'; readonly lines: readonly { label: string; value: string }[] }
  | { readonly kind: Exclude<StandingPage, 'contacts'> }
  | { readonly kind: 'found'; readonly hit: SearchHit };

const mostHits = 3;

/** A figure as the report has it: 新收政府信息公开申请 12 件. */
const figureWords = (label: string, value: number, unit: string): string => `${label} ${value} ${unit}`;

/**
 * Reports in which the words stand, all of them together or else the longest alone: two searches at most, each with the
 * limits of the portal's own.
 */
async function found(context: AppContext, terms: readonly string[]): Promise<readonly SearchHit[]> {
  if (terms.length === 0) return [];
  const all = await search(context, { text: terms.join(' '), cursor: null, limit: mostHits });
  if (all.hits.length > 0 || terms.length === 1) return all.hits;
  return (await search(context, { text: terms[0]!, cursor: null, limit: mostHits })).hits;
}

/** What the portal has already of what is asked for, told before sending; it never keeps anybody from sending. */
export async function alreadyPublic(
  context: AppContext,
  agency: ApplyAgency,
  text: string,
): Promise<readonly PublicMatch[]> {
  mustBeAllowed(context, 'portal.read');
  const { years, report, figures, pages, terms } = suggestFor(text);
  const cells = figures.map(({ cell }) => cell);
  const [reports, hits] = await Promise.all([
    report || cells.length > 0
      ? context.store.read((database) => reportFigures(database, { agencyId: agency.id, years, cells }))
      : [],
    found(context, terms),
  ]);
  const own = reports
    .slice(0, years.length === 0 ? 1 : undefined)
    .map(({ year, cells: values }): PublicMatch => {
      const told = figures.flatMap(({ cell, label, unit }) =>
        values[cell] === undefined ? [] : [figureWords(label, values[cell], unit)],
      );
      return { kind: 'report', year, figures: told };
    })
    .filter((match) => report || (match.kind === 'report' && match.figures.length > 0));
  const standing = pages.flatMap((kind): readonly PublicMatch[] => {
    if (kind !== 'contacts') return [{ kind }];
    const lines = publicContacts(agency.contacts);
    return lines.length === 0 ? [] : [{ kind, lines }];
  });
  return [...own, ...standing, ...hits.map((hit): PublicMatch => ({ kind: 'found', hit }))];
}
