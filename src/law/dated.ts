import type { Citation } from './citation.ts';
import type { Certainty } from './instruments.ts';

/** A rule, the days on which it holds (both inclusive, `to` null while in force), its source and how sure that is. */
export interface Dated {
  readonly from: string;
  readonly to: string | null;
  readonly basis: Citation;
  readonly certainty: Certainty;
}

/** The one that holds on a day, `YYYY-MM-DD`; null where none does. */
export const inForceOn = <T extends Pick<Dated, 'from' | 'to'>>(rules: readonly T[], day: string): T | null =>
  rules.find(({ from, to }) => from <= day && (to === null || day <= to)) ?? null;

/** First day of 条例 as revised in 2019. */
export const sinceTiaoli2019 = '2019-05-15';
/** First day of 行政复议法 as revised in 2023. */
export const sinceReview2023 = '2024-01-01';
