import { describe, expect, it } from 'vitest';
import { type Day, shippedCalendar, workdayTable } from '../workday/index.ts';
import { type OrderedTerm, orderedDay } from './order.ts';

const table = workdayTable(shippedCalendar);
const none: OrderedTerm = { day: null, length: null, unit: null };
const term = (more: object) => orderedDay('2026-04-20' as Day, { ...none, ...more } as OrderedTerm, table);

describe('the time within which a decision is to be carried out', () => {
  it.each([
    ['that it does not set', {}, null],
    ['that names a day', { day: '2026-05-12' }, '2026-05-12'],
    [
      'of 15 days, ending on the first working day after a holiday',
      { length: 15, unit: 'day' },
      '2026-05-06',
    ],
    ['of 10 working days', { length: 10, unit: 'workday' }, '2026-05-07'],
    ['that names the day of receipt itself', { day: '2026-04-20' }, '2026-04-20'],
  ])('%s', (_, given, expected) => {
    expect(term(given)).toBe(expected);
  });
  it.each([
    ['a day and a number of days', { day: '2026-05-12', length: 15, unit: 'day' }, 'termDay'],
    ['a day before receipt', { day: '2026-04-19' }, 'termDay'],
    ['a number of days that do not say which', { length: 15 }, 'termUnit'],
    ['no day', { length: 0, unit: 'day' }, 'termLength'],
    ['half a day', { length: 1.5, unit: 'day' }, 'termLength'],
    ['more than a year', { length: 366, unit: 'day' }, 'termLength'],
  ])('is refused with %s', (_, given, field) => {
    expect(term(given)).toMatchObject({ code: 'reopen.term', facts: { fields: [{ field }] } });
  });
});
