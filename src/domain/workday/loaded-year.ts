import {
  type CalendarYear,
  type Day,
  type HolidayArrangement,
  type HolidayNotice,
  statutoryHolidays,
} from '../../law/calendar/index.ts';
import { cite } from '../../law/citation.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { isWeekend, parseDay, weekdayName, yearOf } from './day.ts';

const wrong = (message: string, facts: Refusal['facts'] = {}): Refusal =>
  refuse('calendar.invalidYear', message, facts, cite('holidays', '第二条'));

/** A day of the year, or of the December before it (元旦 may be joined to the last days of the old year). */
const belongs = (day: Day, year: number): boolean =>
  yearOf(day) === year || day.startsWith(`${year - 1}-12-`);

function faultOfDays(year: number, arrangement: HolidayArrangement): Refusal | null {
  const { holiday, daysOff, workdays } = arrangement;
  for (const day of [...daysOff, ...workdays])
    if (!belongs(day, year)) return wrong(`${holiday}的日期${day}不在${year}年，请核对。`, { day });
  for (const day of daysOff)
    if (isWeekend(day))
      return wrong(`${holiday}放假日${day}是${weekdayName(day)}，只需列出工作日。`, { day });
  for (const day of workdays)
    if (!isWeekend(day)) return wrong(`${holiday}调休上班日${day}是${weekdayName(day)}，应为周末。`, { day });
  return null;
}

/**
 * A year as it may enter the calendar: its days exist, lie in it and on the right side of the week, none is both off
 * and worked, and every statutory holiday that falls on a weekday is off (全国年节及纪念日放假办法 第二条).
 */
export function checkedYear(year: CalendarYear): CalendarYear | Refusal {
  const off = new Set(year.arrangements.flatMap((a) => a.daysOff));
  for (const arrangement of year.arrangements) {
    const fault = faultOfDays(year.year, arrangement);
    if (fault) return fault;
    const both = arrangement.workdays.find((day) => off.has(day));
    if (both) return wrong(`${both}既放假又上班，请核对。`, { day: both });
  }
  const statutory = statutoryHolidays(year.year);
  if (statutory.length === 0)
    return wrong(`没有${year.year}年的法定节假日数据，不能核对。`, { year: year.year });
  const missing = statutory.find((h) => !isWeekend(h.day) && !off.has(h.day));
  if (missing)
    return wrong(`${missing.day}是${missing.holiday}法定节假日，未列为放假，请核对通知全文。`, {
      day: missing.day,
    });
  return year;
}

type Shape = Readonly<Record<string, unknown>>;
const isShape = (value: unknown): value is Shape => typeof value === 'object' && value !== null;
const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function daysOf(value: unknown): readonly Day[] | null {
  if (!Array.isArray(value)) return null;
  const days = value.map((v) => (typeof v === 'string' ? parseDay(v) : null));
  return days.every((d) => d !== null) ? days : null;
}

function noticeFrom(value: unknown, loadedOn: Day): HolidayNotice | null {
  if (!isShape(value) || typeof value.title !== 'string') return null;
  return {
    title: value.title,
    number: textOrNull(value.number),
    issuedOn: parseDay(textOrNull(value.issuedOn) ?? ''),
    certainty: 'verified',
    checkedOn: parseDay(textOrNull(value.checkedOn) ?? '') ?? loadedOn,
  };
}

/**
 * A year from JSON: `{ "year": 2027, "notice": { "title", "number", "issuedOn" }, "arrangements": [ { "holiday",
 * "daysOff": [weekdays], "workdays": [weekend days] } ] }`, checked. `loadedOn` dates its notice.
 */
export function yearFromJson(value: unknown, loadedOn: Day): CalendarYear | Refusal {
  const shape = '格式应为 {"year", "notice", "arrangements"}，日期写作 YYYY-MM-DD';
  if (!isShape(value) || !Number.isInteger(value.year) || !Array.isArray(value.arrangements))
    return wrong(`节假日文件无法识别：${shape}。`);
  const notice = noticeFrom(value.notice, loadedOn);
  if (!notice) return wrong('节假日文件缺少 notice.title（通知标题）。');
  const arrangements: HolidayArrangement[] = [];
  for (const item of value.arrangements) {
    const daysOff = isShape(item) ? daysOf(item.daysOff) : null;
    const workdays = isShape(item) ? daysOf(item.workdays ?? []) : null;
    if (!isShape(item) || typeof item.holiday !== 'string' || !daysOff || !workdays)
      return wrong(`节假日文件第${arrangements.length + 1}项无法识别：${shape}。`);
    const own = noticeFrom(item.notice, loadedOn) ?? notice;
    arrangements.push({ holiday: item.holiday, notice: own, daysOff, workdays });
  }
  return checkedYear({ year: value.year as number, notice, arrangements });
}
