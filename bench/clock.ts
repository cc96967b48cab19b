import { reckon } from '../src/domain/application/clock.ts';
import { clockEvents } from '../src/domain/application/events.ts';
import { isRefusal } from '../src/domain/refusal.ts';
import { addDays, type Day, shippedCalendar, workdayTable } from '../src/domain/workday/index.ts';
import type { Result } from './results.ts';

const cases = 200_000;

/** Clocks of cases in which a third party was asked and the period extended, received on 1,000 different days. */
export function clockSpeed(): Result {
  const table = workdayTable(shippedCalendar);
  const histories = Array.from({ length: 1_000 }, (_, n) => {
    const received = addDays('2020-01-02' as Day, n);
    return [
      { type: 'received', on: received },
      { type: 'thirdPartyAsked', on: addDays(received, 5) },
      { type: 'thirdPartyReceived', on: addDays(received, 8) },
      { type: 'extended', on: addDays(received, 9) },
    ];
  });
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 4; round += 1) {
    const start = performance.now();
    for (let i = 0; i < cases; i += 1) {
      const events = clockEvents(histories[i % 1_000], table);
      const result = isRefusal(events) ? events : reckon(events, table);
      if (isRefusal(result)) throw new Error(result.message);
    }
    best = Math.min(best, performance.now() - start);
  }
  return {
    name: 'deadline: clocks of four events, one thread',
    unit: 'clocks/s',
    value: Math.round(cases / (best / 1000)),
  };
}
