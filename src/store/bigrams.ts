const han = /\p{Script=Han}/u;
const runs = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const gaps = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu;
/** A tsvector holds a megabyte; no report comes near, a hostile file may. */
const longestText = 300_000;
const mostTokens = 40_000;
const longestWord = 64;

/** What is searched and what is looked for, in one shape: NFKC, lower case, no white space between characters. */
export const searchable = (text: string): string =>
  text.slice(0, longestText).normalize('NFKC').toLowerCase().replace(gaps, '').replace(/\s+/g, ' ').trim();

/**
 * Tokens of a searchable text: the bigrams of each run of characters with the last character alone, and words in
 * letters and digits. With these every phrase of two characters is found and every single character as a prefix.
 */
export function tokensOf(text: string): string[] {
  const tokens = new Set<string>();
  for (const [run] of text.matchAll(runs)) {
    if (tokens.size > mostTokens) break;
    if (han.test(run)) addBigrams(run, tokens);
    else tokens.add(run.slice(0, longestWord));
  }
  return [...tokens];
}

function addBigrams(run: string, tokens: Set<string>): void {
  let previous = '';
  for (const character of run) {
    if (previous !== '') tokens.add(previous + character);
    previous = character;
  }
  tokens.add(previous);
}

export interface SearchQuery {
  /** Terms as typed, each of which must stand in the text. */
  readonly terms: readonly string[];
  /** Whole bigrams among the tokens asked for: how common the rarest is decides the way of searching. */
  readonly bigrams: readonly string[];
  /** For to_tsquery: every bigram, single characters and words as prefixes. */
  readonly tsquery: string;
}

const quote = (token: string): string => `'${token.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`;

/** Parses what a person typed; null when nothing in it can be searched for. */
export function parseQuery(input: string): SearchQuery | null {
  const terms = searchable(input.slice(0, 200))
    .split(' ')
    .filter((term) => term !== '');
  const bigrams = new Set<string>();
  const prefixes = new Set<string>();
  for (const term of terms)
    for (const [run] of term.matchAll(runs)) {
      const characters = [...run];
      if (!han.test(run)) prefixes.add(run.slice(0, longestWord));
      else if (characters.length === 1) prefixes.add(run);
      else for (let i = 1; i < characters.length; i++) bigrams.add(characters[i - 1]! + characters[i]!);
    }
  if (bigrams.size + prefixes.size === 0) return null;
  const parts = [...[...bigrams].map(quote), ...[...prefixes].map((token) => `${quote(token)}:*`)];
  return { terms, bigrams: [...bigrams], tsquery: parts.join(' & ') };
}

/** A LIKE pattern that finds the term anywhere, its own signs taken literally. */
export const containing = (term: string): string => `%${term.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
