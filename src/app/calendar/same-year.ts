import type { CalendarYear } from '../../law/calendar/index.ts';

const daysOf = ({ year, arrangements }: CalendarYear): string =>
  JSON.stringify([
    year,
    arrangements.map(({ holiday, daysOff, workdays }) => [
      holiday,
      [...daysOff].sort(),
      [...workdays].sort(),
    ]),
  ]);

/** Whether two editions of a year arrange the same days; titles of notices may differ. */
export const sameYear = (a: CalendarYear | undefined, b: CalendarYear | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && daysOf(a) === daysOf(b));
