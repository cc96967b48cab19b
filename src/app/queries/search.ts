import type { ReportSection } from '../../domain/annual/report.ts';
import type { AgencyRef } from '../../store/agencies.ts';
import { parseQuery, searchable } from '../../store/bigrams.ts';
import { findReports, type ReportCursor, type ReportHit } from '../../store/search.ts';
import type { AppContext } from '../context.ts';

export interface SearchHit {
  readonly agency: AgencyRef;
  readonly year: number;
  /** Heading of the section the snippet stands in; null for a hit in the title. */
  readonly section: string | null;
  readonly snippet: string;
}

export interface SearchPage {
  readonly hits: readonly SearchHit[];
  readonly next: string | null;
  /** False when not all could be looked at. */
  readonly complete: boolean;
}

const before = 24;
const length = 96;

const writeCursor = ({ year, id }: ReportCursor): string => `${year}.${id}`;

/** A cursor that was tampered with begins at the first page. */
function readCursor(cursor: string | null): ReportCursor | null {
  const parts = /^(\d{4})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor ?? '');
  return parts === null ? null : { year: Number(parts[1]), id: parts[2]! };
}

/** Text around the first of the terms that stands in a section. */
function snippetOf(sections: readonly ReportSection[], terms: readonly string[]) {
  for (const term of terms)
    for (const { heading, text } of sections) {
      const prose = searchable(text);
      const at = prose.indexOf(term);
      if (at === -1) continue;
      const from = Math.max(0, at - before);
      const end = from + length;
      return {
        section: heading,
        snippet: `${from > 0 ? '…' : ''}${prose.slice(from, end)}${end < prose.length ? '…' : ''}`,
      };
    }
  return null;
}

function hitOf({ slug, name, kind, year, sections }: ReportHit, terms: readonly string[]): SearchHit {
  const title = `${name}${year}年政府信息公开工作年度报告`;
  const found = snippetOf(sections, terms) ?? { section: null, snippet: title };
  return { agency: { slug, name, kind }, year, ...found };
}

/**
 * Reports whose title or narrative holds every word of the text, newest first. Nothing to look for finds nothing.
 */
export async function search(
  { store }: AppContext,
  query: { readonly text: string; readonly cursor: string | null; readonly limit: number },
): Promise<SearchPage> {
  const parsed = parseQuery(query.text);
  if (parsed === null) return { hits: [], next: null, complete: true };
  const page = { after: readCursor(query.cursor), limit: query.limit + 1 };
  const { hits, complete } = await store.read((database) => findReports(database, parsed, page));
  const shown = hits.slice(0, query.limit);
  return {
    hits: shown.map((hit) => hitOf(hit, parsed.terms)),
    next: hits.length > query.limit ? writeCursor(shown.at(-1)!) : null,
    complete,
  };
}
