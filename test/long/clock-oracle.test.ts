import fc from 'fast-check';
import { expect, it } from 'vitest';
import { reckon } from '../../src/domain/application/clock.ts';
import { clockEvents } from '../../src/domain/application/events.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { shippedCalendar, workdayTable } from '../../src/domain/workday/index.ts';
import { clockCases } from '../arbitraries/clock-events.ts';
import { oracle } from '../support/clock-oracle.ts';

const wanted = 100_000;

it('the clock agrees with a day-by-day restatement of the rules on 100,000 cases', () => {
  const table = workdayTable(shippedCalendar);
  let judged = 0;
  fc.assert(
    fc.property(clockCases, ({ events, on }) => {
      const inOrder = clockEvents(events, table);
      const result = isRefusal(inOrder) ? inOrder : reckon(inOrder, table, on);
      if (isRefusal(result)) return;
      judged += 1;
      const { due, state, used, left, late } = result.clock;
      expect({ due, state, used, left, late }).toEqual(oracle(events, on));
    }),
    { numRuns: wanted * 1.4 },
  );
  expect(judged).toBeGreaterThanOrEqual(wanted);
}, 900_000);
