import {
  type CalendarYear,
  calendarYears,
  type Day,
  type HolidayNotice,
  statutoryHolidays,
} from '../../law/calendar/index.ts';
import { cite } from '../../law/citation.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { isWeekend, weekdayName, yearOf } from './day.ts';

interface Arranged {
  readonly holiday: string;
  readonly notice: HolidayNotice;
}

/** The working-day years known, ready for look-up. Always an argument: two calendars may differ by what was loaded. */
export interface Calendar {
  readonly years: ReadonlyMap<number, CalendarYear>;
  readonly daysOff: ReadonlyMap<Day, Arranged>;
  readonly workdays: ReadonlyMap<Day, Arranged>;
}

/** What a day is, why, and who says so. */
export interface DayStatus {
  readonly day: Day;
  readonly workday: boolean;
  readonly kind: 'weekday' | 'weekend' | 'statutoryHoliday' | 'shiftedDayOff' | 'makeUpWorkday';
  /** For people, in Chinese: 国庆节放假, 春节调休上班, 星期六. */
  readonly why: string;
  /** Title and number of the notice, or 全国年节及纪念日放假办法; null where the week alone tells it. */
  readonly source: string | null;
  /** The year's notice is not known yet: statutory holidays are, 调休 is not. */
  readonly provisional: boolean;
}

const arranged = (years: Iterable<CalendarYear>, which: 'daysOff' | 'workdays'): Map<Day, Arranged> => {
  const map = new Map<Day, Arranged>();
  for (const year of years)
    for (const { holiday, notice, [which]: days } of year.arrangements)
      for (const day of days) map.set(day, { holiday, notice });
  return map;
};

/** The calendar of the shipped years, each replaced by a loaded one of the same year. */
export function calendarOf(
  loaded: readonly CalendarYear[] = [],
  shipped: readonly CalendarYear[] = calendarYears,
): Calendar {
  const years = new Map(shipped.map((y) => [y.year, y]));
  for (const year of loaded) years.set(year.year, year);
  // Loaded years come last: their 元旦 may order work in a December that was shipped.
  const inOrder = [...[...years.values()].filter((y) => !loaded.includes(y)), ...loaded];
  return { years, daysOff: arranged(inOrder, 'daysOff'), workdays: arranged(inOrder, 'workdays') };
}

export const shippedCalendar: Calendar = calendarOf();

export const noticeName = (notice: HolidayNotice): string =>
  notice.number === null ? notice.title : `${notice.title}（${notice.number}）`;

const statutoryOf = new Map<number, ReadonlyMap<Day, string>>();
/** Kept per year: asked for every day of an account. */
function statutoryDays(year: number): ReadonlyMap<Day, string> {
  const known = statutoryOf.get(year);
  if (known) return known;
  const days = new Map(statutoryHolidays(year).map((h) => [h.day, h.holiday]));
  statutoryOf.set(year, days);
  return days;
}

/** known: notice there. provisional: first year after the known ones. unknown: nothing may be assumed. */
export function yearState(year: number, calendar: Calendar): 'known' | 'provisional' | 'unknown' {
  if (calendar.years.has(year)) return 'known';
  return calendar.years.has(year - 1) && statutoryDays(year).size > 0 ? 'provisional' : 'unknown';
}

const unknownYear = (year: number, calendar: Calendar): Refusal => {
  const known = [...calendar.years.keys()].sort((a, b) => a - b);
  return refuse(
    'calendar.unknownYear',
    `${year}年的节假日安排尚未掌握（已有${known[0]}年至${known.at(-1)}年），不能推算工作日。请在国务院办公厅发布${year}年放假通知后在办公端“工作日历”中载入。`,
    { year, firstKnown: known[0] ?? 0, lastKnown: known.at(-1) ?? 0 },
    cite('holidays', '第二条'),
  );
};

const holidayLaw = '全国年节及纪念日放假办法';

/**
 * Whether a day is a working day, with reason and source: weekdays, less statutory holidays and days moved to them,
 * plus weekend days worked instead. Years without a notice are refused, the first of them is told provisionally.
 */
export function dayStatus(day: Day, calendar: Calendar): DayStatus | Refusal {
  const year = yearOf(day);
  const state = yearState(year, calendar);
  if (state === 'unknown') return unknownYear(year, calendar);
  const provisional = state === 'provisional';
  const statutory = statutoryDays(year).get(day);
  const off = calendar.daysOff.get(day);
  const work = calendar.workdays.get(day);
  const status = (
    workday: boolean,
    kind: DayStatus['kind'],
    why: string,
    source: string | null,
  ): DayStatus => ({ day, workday, kind, why, source, provisional });
  if (work) return status(true, 'makeUpWorkday', `${work.holiday}调休上班`, noticeName(work.notice));
  if (statutory !== undefined)
    return status(false, 'statutoryHoliday', `${statutory}放假`, off ? noticeName(off.notice) : holidayLaw);
  if (isWeekend(day)) return status(false, 'weekend', weekdayName(day), null);
  if (off) return status(false, 'shiftedDayOff', `${off.holiday}调休放假`, noticeName(off.notice));
  return status(true, 'weekday', weekdayName(day), null);
}
