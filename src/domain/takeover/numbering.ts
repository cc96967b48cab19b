import type { RowValues } from './cells.ts';

export interface CountedNumber {
  readonly year: number;
  readonly count: number;
}

const parts = /(20\d\d)\D{0,4}?(\d{1,5})\D*$/;

/** Year and count of a number as offices write it: 2026-0187, 〔2026〕187号, 2026年第187号; null where it has none. */
export function countedNumber(text: string): CountedNumber | null {
  const match = parts.exec(text.normalize('NFKC'));
  return match === null ? null : { year: Number(match[1]), count: Number(match[2]) };
}

/** The highest count of each year, so that numbering goes on after it. */
export function highestOf(numbers: Iterable<string>): ReadonlyMap<number, number> {
  const highest = new Map<number, number>();
  for (const text of numbers) {
    const counted = countedNumber(text);
    if (counted !== null) highest.set(counted.year, Math.max(highest.get(counted.year) ?? 0, counted.count));
  }
  return highest;
}

/** Letter numbers of the agency's own series, 云政公开〔2026〕12号; those of another word are another series. */
export const ownLetters = (rows: readonly RowValues[], documentWord: string): readonly string[] =>
  rows.flatMap(({ letterNumber }) =>
    letterNumber?.normalize('NFKC').startsWith(documentWord.normalize('NFKC')) ? [letterNumber] : [],
  );
