import { isWorkday as isWorkdayOfLibrary } from 'chinese-days';
import { describe, expect, it } from 'vitest';
import { calendarYear, calendarYears, statutoryHolidays, statutoryPeriodOf } from './index.ts';

const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();
const daysOf = (year: number): string[] => {
  const days: string[] = [];
  for (let t = Date.UTC(year, 0, 1); t < Date.UTC(year + 1, 0, 1); t += 86_400_000)
    days.push(new Date(t).toISOString().slice(0, 10));
  return days;
};
const all = (key: 'daysOff' | 'workdays') =>
  new Set<string>(calendarYears.flatMap((y) => y.arrangements.flatMap((a) => [...a[key]])));
const off = all('daysOff');
const worked = all('workdays');

describe('the shipped working-day years', () => {
  it('are 2004 to 2026 without a gap', () => {
    expect(calendarYears.map((y) => y.year)).toEqual(Array.from({ length: 23 }, (_, i) => 2004 + i));
    expect(calendarYear(2003)).toBeNull();
    expect(calendarYear(2027)).toBeNull();
  });

  it('agree with chinese-days on every day, but for 2005-12-31, which the notice of 2006 made a workday', () => {
    const differing = calendarYears
      .flatMap((y) => daysOf(y.year))
      .filter((day) => {
        const ours = worked.has(day) || (weekday(day) % 6 !== 0 && !off.has(day));
        return ours !== isWorkdayOfLibrary(day);
      });
    expect(differing).toEqual(['2005-12-31']);
  });

  it.each(calendarYears.map((y) => [y.year, y] as const))(
    '%i: days off are weekdays, days worked weekend days, all in the year and once',
    (year, { arrangements }) => {
      const days = arrangements.flatMap((a) => [...a.daysOff, ...a.workdays]);
      expect(new Set(days).size).toBe(days.length);
      for (const day of days) expect(day.startsWith(`${year}-`)).toBe(true);
      for (const a of arrangements) {
        for (const day of a.daysOff) expect([1, 2, 3, 4, 5]).toContain(weekday(day));
        for (const day of a.workdays) expect([0, 6]).toContain(weekday(day));
      }
    },
  );

  it.each(calendarYears.map((y) => y.year))('%i: every statutory holiday on a weekday is off', (year) => {
    for (const { day } of statutoryHolidays(year)) expect(weekday(day) % 6 === 0 || off.has(day)).toBe(true);
  });

  // A holiday on a weekend is made up on a weekday, a bridge day by a weekend worked: the difference is the law's count.
  it.each(calendarYears.map((y) => y.year))(
    '%i: days off less days worked are the statutory days',
    (year) => {
      const own = (day: string, holiday: string) =>
        Number(day.slice(0, 4)) + (holiday === '元旦' && day.slice(5, 7) === '12' ? 1 : 0) === year;
      const net = calendarYears
        .flatMap((y) => y.arrangements)
        .map(
          (a) =>
            a.daysOff.filter((d) => own(d, a.holiday)).length -
            a.workdays.filter((d) => own(d, a.holiday)).length,
        )
        .reduce((sum, n) => sum + n, 0);
      const extended = year === 2020 ? 2 : 0;
      expect(net).toBe(statutoryHolidays(year).length + extended);
    },
  );
});

describe('statutory holidays', () => {
  it.each([
    [2007, 10],
    [2008, 11],
    [2013, 11],
    [2014, 11],
    [2015, 12],
    [2024, 11],
    [2025, 13],
    [2027, 13],
  ])('in %i are %i days', (year, count) => {
    expect(statutoryHolidays(year)).toHaveLength(count);
  });

  it.each([
    [2007, '2007-02-18', '2007-02-20'],
    [2009, '2009-01-25', '2009-01-27'],
    [2014, '2014-01-31', '2014-02-02'],
    [2025, '2025-01-28', '2025-01-31'],
    [2027, '2027-02-05', '2027-02-08'],
    [2030, '2030-02-02', '2030-02-05'],
  ])('春节 %i runs from %s to %s', (year, first, last) => {
    const days = statutoryHolidays(year).filter((h) => h.holiday === '春节');
    expect([days[0]?.day, days.at(-1)?.day]).toEqual([first, last]);
  });

  it('have exactly one wording in force each year from 2000', () => {
    for (let year = 2000; year <= 2060; year += 1) expect(statutoryPeriodOf(year)).not.toBeNull();
    expect(statutoryPeriodOf(1999)).toBeNull();
  });
});
