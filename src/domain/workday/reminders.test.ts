import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reminderSteps } from '../../law/reminders.ts';
import { shippedCalendar } from './calendar.ts';
import { addDays, type Day } from './day.ts';
import { reminderStep } from './reminders.ts';
import { workdayTable } from './table.ts';

const table = workdayTable(shippedCalendar);
const due = '2026-03-30' as Day;

describe('the steps before a last day (CK-13)', () => {
  it.each([
    ['eleven working days before', '2026-03-13', null],
    ['ten', '2026-03-16', 10],
    ['six', '2026-03-20', 10],
    ['five', '2026-03-23', 5],
    ['four, told of already', '2026-03-24', 5],
    ['three', '2026-03-25', 3],
    ['one', '2026-03-27', 1],
    ['on a Sunday before it', '2026-03-29', 1],
    ['on the day', due, 1],
    ['after it', '2026-03-31', 'overdue'],
  ])('%s', (_, today, step) => {
    expect(reminderStep(due, today as Day, table)).toBe(step);
  });

  it('come by working days: a week of holidays brings none nearer', () => {
    expect(reminderStep('2026-10-09' as Day, '2026-10-01' as Day, table)).toBe(
      reminderStep('2026-10-09' as Day, '2026-10-07' as Day, table),
    );
  });

  it('are those in force on the day, and none where none are', () => {
    const [law] = reminderSteps;
    const other = [
      { ...law!, to: '2026-03-24' },
      { ...law!, from: '2026-03-25', workdays: [2] },
    ];
    expect(reminderStep(due, '2026-03-24' as Day, table, other)).toBe(5);
    expect(reminderStep(due, '2026-03-25' as Day, table, other)).toBeNull();
    expect(reminderStep(due, '2026-03-26' as Day, table, other)).toBe(2);
    expect(reminderStep(due, '2026-03-26' as Day, table, [])).toBeNull();
  });

  it('never go back as days go by', () => {
    const rank = (step: ReturnType<typeof reminderStep>): number =>
      step === null ? -99 : step === 'overdue' ? 1 : -step;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), (n) => {
        const today = addDays('2025-06-01' as Day, n);
        expect(rank(reminderStep(due, addDays(today, 1), table))).toBeGreaterThanOrEqual(
          rank(reminderStep(due, today, table)),
        );
      }),
    );
  });
});
