import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../refusal.ts';
import { dayStatus, shippedCalendar } from './calendar.ts';
import { addDays, type Day, dayNumber, dayOfNumber, parseDay, weekday, yearOf } from './day.ts';
import { addWorkdays, countWorkdays, isWorkday, workdayFrom } from './workdays.ts';

const known = fc
  .integer({ min: dayNumber('2004-01-01'), max: dayNumber('2026-06-30') })
  .map((n) => dayOfNumber(n));
const taken = <T>(value: T): Exclude<T, { refused: true }> => {
  if (isRefusal(value)) throw new Error(value.message);
  return value as Exclude<T, { refused: true }>;
};

describe('a legal day', () => {
  it('agrees with the Gregorian calendar of the machine for any day of 0001 to 9999', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (n) => {
        const day = dayOfNumber(n);
        const date = new Date(n * 86_400_000);
        expect(day).toBe(date.toISOString().slice(0, 10));
        expect(dayNumber(day)).toBe(n);
        expect(weekday(day)).toBe(date.getUTCDay());
        expect(parseDay(day)).toBe(day);
      }),
    );
  });
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-1-1', '20260101', ''])(
    'is not %s',
    (text) => {
      expect(parseDay(text)).toBeNull();
    },
  );
});

describe('working days', () => {
  it('are reckoned from the day after: 20 working days from 2026-09-18 end on 2026-10-22', () => {
    // 9-20 (worked Sunday), 9-21…24, 9-28…30, 10-8…10 (10-10 worked Saturday), 10-12…16, 10-19…22
    expect(addWorkdays('2026-09-18', 20, shippedCalendar)).toEqual({ day: '2026-10-22', provisional: false });
  });

  it.each<[Day, boolean, string, string | null]>([
    ['2020-01-31', false, '春节调休放假', '国务院办公厅关于延长2020年春节假期的通知'],
    ['2020-02-01', false, '星期六', null],
    ['2020-02-03', true, '星期一', null],
    [
      '2026-02-14',
      true,
      '春节调休上班',
      '国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）',
    ],
    ['2026-10-01', false, '国庆节放假', '国办发明电〔2025〕7号'],
    ['2026-10-06', false, '国庆节调休放假', '国办发明电〔2025〕7号'],
    ['2005-12-31', true, '元旦调休上班', '国办发明电〔2005〕35号'],
  ])('%s: %s, %s', (day, workday, why, source) => {
    const status = taken(dayStatus(day, shippedCalendar));
    expect(status).toMatchObject({ workday, why, provisional: false });
    if (source === null) expect(status.source).toBeNull();
    else expect(status.source).toContain(source);
  });

  it('are provisional in the first year after the known ones: statutory holidays known, 调休 not', () => {
    expect(dayStatus('2027-02-05', shippedCalendar)).toMatchObject({
      workday: false,
      kind: 'statutoryHoliday',
      source: '全国年节及纪念日放假办法',
      provisional: true,
    });
    expect(dayStatus('2027-02-10', shippedCalendar)).toMatchObject({ workday: true, provisional: true });
    expect(addWorkdays('2026-12-25', 10, shippedCalendar)).toMatchObject({ provisional: true });
  });

  it.each<Day>(['2028-01-01', '2003-12-31', '1999-01-01'])('are refused on %s', (day) => {
    const refused = isWorkday(day, shippedCalendar);
    expect(isRefusal(refused) && refused.code).toBe('calendar.unknownYear');
    expect(isRefusal(countWorkdays(addDays(day, -1), day, shippedCalendar))).toBe(true);
  });

  it.each([-1, 1.5, Number.NaN, 10_001])('refuse a count of %s', (count) => {
    expect(isRefusal(addWorkdays('2026-01-05', count, shippedCalendar))).toBe(true);
  });

  it('end on a working day, and counting back gives the number', () => {
    fc.assert(
      fc.property(known, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const end = taken(addWorkdays(from, count, shippedCalendar));
        expect(isWorkday(end.day, shippedCalendar)).toBe(true);
        expect(countWorkdays(from, end.day, shippedCalendar)).toMatchObject({ count });
      }),
    );
  });

  it('add up: a + b working days is a, then b', () => {
    const few = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(known, few, few, (from, a, b) => {
        const once = taken(addWorkdays(from, a + b, shippedCalendar));
        const first = taken(addWorkdays(from, a, shippedCalendar));
        expect(taken(addWorkdays(first.day, b, shippedCalendar)).day).toBe(once.day);
      }),
    );
  });

  it('never run backwards, and the next one is at most eleven days away', () => {
    fc.assert(
      fc.property(known, (from) => {
        const next = taken(workdayFrom(from, shippedCalendar)).day;
        expect(next >= from).toBe(true);
        expect(dayNumber(next) - dayNumber(from)).toBeLessThanOrEqual(11);
        expect(yearOf(next) - yearOf(from)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
