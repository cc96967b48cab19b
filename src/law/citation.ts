/** Keys of the instruments in force or once in force that the code cites; the instruments stand in instruments.ts. */
export type InstrumentId =
  | 'tiaoli2019'
  | 'tiaoli2007'
  | 'form2019'
  | 'form2021'
  | 'statistics2014'
  | 'fee2020'
  | 'lifafa2023'
  | 'fuyifa2023'
  | 'holidays'
  | 'gongwen2012'
  | 'minsufa';

/** One place in the law: an instrument and, in Chinese as a letter would print it, the article or form note. */
export interface Citation {
  readonly instrument: InstrumentId;
  readonly article: string;
}

export const cite = (instrument: InstrumentId, article: string): Citation => ({ instrument, article });
