import type { CountyFilter, ReportFilter } from './model.ts';

/** Where in the checker somebody is; see `addressOf` for how it is written. */
export type Address =
  | { readonly view: 'files' }
  | { readonly view: 'county'; readonly filter: CountyFilter }
  | { readonly view: 'years'; readonly key: string }
  | {
      readonly view: 'report';
      readonly id: number;
      /** Other years' reports beside it. */
      readonly beside: readonly number[];
      readonly filter: ReportFilter;
    };

const severities = ['error', 'warning', 'info'] as const;
const severityOf = (text: string | null) => severities.find((severity) => severity === text) ?? null;
const codeOf = (text: string | null): string | null => (text && /^R\d{3}$/.test(text) ? text : null);

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Reads `files`, `county?…`, `years/<key>`, `report/<id>?…`; null where it is none of them. */
export function readAddress(text: string): Address | null {
  const [path = '', query = ''] = text.split('?');
  const [view, rest = ''] = path.split('/');
  const asked = new URLSearchParams(query);
  const severity = severityOf(asked.get('severity'));
  const rule = codeOf(asked.get('rule'));
  if (view === 'files') return { view };
  if (view === 'county')
    return { view, filter: { severity, rule, sort: asked.get('sort') === 'name' ? 'name' : 'worst' } };
  if (view === 'years') return { view, key: decoded(rest) };
  if (view !== 'report' || !/^\d{1,6}$/.test(rest)) return null;
  const id = Number(rest);
  const beside = asked
    .getAll('with')
    .filter((other) => /^\d{1,6}$/.test(other))
    .map(Number)
    .filter((other) => other > 0 && other !== id);
  return {
    view,
    id,
    beside: [...new Set(beside)].slice(0, 2),
    filter: { severity, rule, total: asked.get('view') === 'total' },
  };
}
