type Query = Readonly<Record<string, string | number | readonly (string | number)[] | null | undefined>>;

function withQuery(path: string, query: Query | undefined): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value === null || value === undefined || value === '') continue;
    for (const each of Array.isArray(value) ? value : [value]) parameters.append(name, String(each));
  }
  const text = parameters.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** The addresses of the portal under `base`, the path of PUBLIC_URL ('' at the root). */
export function makeUrls(publicUrl: string, manifest: Readonly<Record<string, string>>) {
  const { origin, pathname } = new URL(publicUrl);
  const base = pathname.replace(/\/+$/, '');
  const at = (path: string, query?: Query) => withQuery(`${base}${path}`, query);
  const agency = (slug: string) => `/a/${encodeURIComponent(slug)}`;
  return {
    base,
    origin,
    /** Any path of ours: pages of the office name theirs by it. */
    at,
    absolute: (path: string) => `${origin}${path}`,
    home: () => at('/'),
    asset: (name: string) => at(`/assets/${manifest[name] ?? name}`),
    search: (query?: Query) => at('/search', query),
    reports: (query?: Query) => at('/reports', query),
    /** The law page; an instrument of it; an article of that, where its text stands there. */
    law: (instrument?: string, article?: number | null) =>
      `${at('/law')}${instrument === undefined ? '' : `#${instrument}`}${article ? `-${article}` : ''}`,
    check: () => at('/check'),
    serviceWorker: () => at('/check-service-worker.js'),
    deadline: () => at('/deadline'),
    /** The due day for calendar programs; `search` is that of the calculator's address. */
    deadlineIcs: (search: string) => `${at('/deadline/due.ics')}${search}`,
    rules: () => at('/rules'),
    rule: (id: string) => at(`/rules/${encodeURIComponent(id)}`),
    sitemap: () => at('/sitemap.xml'),
    agency: (slug: string) => at(agency(slug)),
    agencyReports: (slug: string) => at(`${agency(slug)}/reports`),
    report: (slug: string, year: number, query?: Query) => at(`${agency(slug)}/reports/${year}`, query),
    reportJson: (slug: string, year: number) => at(`${agency(slug)}/reports/${year}.json`),
    reportCsv: (slug: string, year: number) => at(`${agency(slug)}/reports/${year}.csv`),
    /** The report laid out anew in the statutory layout. */
    reportAs: (slug: string, year: number, format: 'docx' | 'pdf' | 'xlsx' | 'html') =>
      at(`${agency(slug)}/reports/${year}.${format}`),
    reportFile: (slug: string, year: number) => at(`${agency(slug)}/reports/${year}/file`),
  };
}

export type Urls = ReturnType<typeof makeUrls>;
