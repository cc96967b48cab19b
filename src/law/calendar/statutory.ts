import type { Certainty } from '../instruments.ts';
import type { Day } from './calendar.ts';
import { festivals } from './festivals.ts';

/** One wording of 全国年节及纪念日放假办法 第二条: how many days off everybody has, and which. */
export interface StatutoryPeriod {
  /** 国务院令 by which it was made. */
  readonly order: string;
  readonly from: number;
  /** Last year; null while in force. */
  readonly to: number | null;
  readonly certainty: Certainty;
  /** First and last day of 春节 counted from 正月初一 (−1 is 除夕). */
  readonly springFestival: readonly [number, number];
  readonly labourDays: 1 | 2 | 3;
  /** 清明节, 端午节, 中秋节 are holidays since 2008. */
  readonly traditional: boolean;
}

/** The wordings since 1999; years before 2000 are of no use to disclosure law. */
export const statutoryPeriods: readonly StatutoryPeriod[] = [
  {
    order: '国务院令第270号',
    from: 2000,
    to: 2007,
    certainty: 'fromMemory',
    springFestival: [0, 2],
    labourDays: 3,
    traditional: false,
  },
  {
    order: '国务院令第513号',
    from: 2008,
    to: 2013,
    certainty: 'fromMemory',
    springFestival: [-1, 1],
    labourDays: 1,
    traditional: true,
  },
  {
    order: '国务院令第644号',
    from: 2014,
    to: 2024,
    certainty: 'fromMemory',
    springFestival: [0, 2],
    labourDays: 1,
    traditional: true,
  },
  {
    order: '国务院令第795号',
    from: 2025,
    to: null,
    certainty: 'verified',
    springFestival: [-1, 2],
    labourDays: 2,
    traditional: true,
  },
];

export interface StatutoryHoliday {
  readonly day: Day;
  readonly holiday: string;
}

/** Days that one order of the State Council made a holiday once. */
const once: readonly StatutoryHoliday[] = [
  { day: '2015-09-03', holiday: '中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日' },
];

/** The wording in force in a year; null before 2000. */
export const statutoryPeriodOf = (year: number): StatutoryPeriod | null =>
  statutoryPeriods.find((p) => year >= p.from && (p.to === null || year <= p.to)) ?? null;

const pad = (n: number): string => String(n).padStart(2, '0');

/** 春节 lies between 01-20 and 02-21, so a shift by a day or two crosses at most the end of January. */
function shift(year: number, monthDay: string, by: number): Day {
  const [month, day] = monthDay.split('-').map(Number) as [number, number];
  const shifted = day + by;
  if (month === 1 && shifted > 31) return `${year}-02-${pad(shifted - 31)}` as Day;
  if (month === 2 && shifted < 1) return `${year}-01-${pad(31 + shifted)}` as Day;
  return `${year}-${pad(month)}-${pad(shifted)}` as Day;
}

/**
 * 全体公民放假的节日 of a year, in order (全国年节及纪念日放假办法 第二条): 10 days to 2007, 11 to 2024, 13 from
 * 2025. Empty for years outside the table of festivals (2004–2060). 中秋节 may coincide with 国庆节.
 */
export function statutoryHolidays(year: number): readonly StatutoryHoliday[] {
  const period = statutoryPeriodOf(year);
  const moving = festivals.get(year);
  if (!period || !moving) return [];
  const days = (holiday: string, list: readonly string[]): StatutoryHoliday[] =>
    list.map((d) => ({ day: `${year}-${d}` as Day, holiday }));
  const [first, last] = period.springFestival;
  const spring = Array.from({ length: last - first + 1 }, (_, i) => ({
    day: shift(year, moving.springFestival, first + i),
    holiday: '春节',
  }));
  const traditional = period.traditional
    ? [
        ...days('清明节', [moving.tombSweeping]),
        ...days('端午节', [moving.dragonBoat]),
        ...days('中秋节', [moving.midAutumn]),
      ]
    : [];
  return [
    ...days('元旦', ['01-01']),
    ...spring,
    ...days('劳动节', ['05-01', '05-02', '05-03'].slice(0, period.labourDays)),
    ...traditional,
    ...days('国庆节', ['10-01', '10-02', '10-03']),
    ...once.filter((h) => h.day.startsWith(`${year}-`)),
  ].sort((a, b) => (a.day < b.day ? -1 : 1));
}
