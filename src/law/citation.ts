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
  | 'minsufa'
  | 'fuyifa2017'
  | 'xingsufa2017'
  | 'xingsujieshi2018'
  | 'jieshi2025'
  | 'youzhengfa2015'
  | 'periods2015'
  | 'service2016'
  | 'restructuring2019'
  | 'jiangsu2019'
  | 'suqian2021'
  | 'personalData2021'
  | 'archives2006';

/** One place in the law: an instrument and, in Chinese as a letter would print it, the article or form note. */
export interface Citation {
  readonly instrument: InstrumentId;
  readonly article: string;
}

export const cite = (instrument: InstrumentId, article: string): Citation => ({ instrument, article });
