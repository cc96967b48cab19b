import { HttpProblem } from './problem.ts';
import type { ReportListQuery } from './services.ts';

export const longestText = 80;
const longestCursor = 512;

/** A text from the address, trimmed, without control characters; too long is refused. */
export function textOf(value: string | undefined): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a NUL from an address would stop PostgreSQL
  const text = (value ?? '').replace(/[\u0000-\u001f\u007f]/g, ' ').trim();
  if ([...text].length > longestText) throw new HttpProblem('queryTooLong');
  return text;
}

export function cursorOf(value: string | undefined): string | null {
  if (value === undefined || value === '') return null;
  if (value.length > longestCursor || !/^[\p{L}\p{N}._~=-]+$/u.test(value))
    throw new HttpProblem('badCursor');
  return value;
}

/** A year of the address, null where none is given; anything else than four digits is refused. */
export function yearOf(value: string | undefined): number | null {
  if (value === undefined || value === '') return null;
  if (!/^(?:19|20)\d{2}$/.test(value)) throw new HttpProblem('badRequest');
  return Number(value);
}

const agenciesPerPage = 30;

export function reportListQuery(query: Readonly<Record<string, string>>): ReportListQuery {
  const after = cursorOf(query.after);
  return {
    year: yearOf(query.year),
    agency: textOf(query.agency),
    withFindings: query.findings === '1',
    after,
    before: after === null ? cursorOf(query.before) : null,
    limit: agenciesPerPage,
  };
}
