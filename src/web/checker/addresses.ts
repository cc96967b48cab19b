import type { CountyFilter, ReportFilter } from '../islands/checker/model.ts';

type Fields = Readonly<Record<string, string | readonly string[] | null>>;

function withFields(path: string, fields: Fields, place: string | null): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    if (value === null) continue;
    for (const each of typeof value === 'string' ? [value] : value) query.append(name, each);
  }
  const text = query.toString();
  return `${path}${text === '' ? '' : `?${text}`}${place === null ? '' : `#${place}`}`;
}

/** Address of a report's view; `place` is the element to go to in it, e.g. `m4`. */
export const reportAddress = (
  id: number,
  filter: Partial<ReportFilter> = {},
  beside: readonly number[] = [],
  place: string | null = null,
): string =>
  withFields(
    `report/${id}`,
    {
      severity: filter.severity ?? null,
      rule: filter.rule ?? null,
      with: beside.map(String),
      view: filter.total ? 'total' : null,
    },
    place,
  );

export const yearsAddress = (key: string): string => `years/${encodeURIComponent(key)}`;

export const countyAddress = (filter: Partial<CountyFilter>): string =>
  withFields(
    'county',
    {
      severity: filter.severity ?? null,
      rule: filter.rule ?? null,
      sort: filter.sort === 'name' ? 'name' : null,
    },
    null,
  );

/** Where every view stands on the page. */
export const here = '#check-results';

/** Attributes of a link to another view of the checker. */
export const go = (address: string) => ({ href: here, 'data-go': address }) as const;
