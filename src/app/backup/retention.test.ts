import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../domain/workday/index.ts';
import { expired, instantOf, isScheduledName, scheduledName } from './retention.ts';

const daysFrom = (first: string, count: number): string[] =>
  Array.from({ length: count }, (_, n) => `${addDays(first as Day, n)}T023000`);
const keep = { daily: 7, weekly: 4, monthly: 12 };
const kept = (folders: readonly string[], rule = keep): string[] => {
  const gone = new Set(expired(folders, rule));
  return folders.filter((folder) => !gone.has(folder)).sort();
};

describe('scheduled backups', () => {
  it('of a year of nights leave seven days, four weeks and twelve months', () => {
    expect(kept(daysFrom('2025-01-01', 365)).map((folder) => folder.slice(0, 10))).toEqual([
      '2025-01-31',
      '2025-02-28',
      '2025-03-31',
      '2025-04-30',
      '2025-05-31',
      '2025-06-30',
      '2025-07-31',
      '2025-08-31',
      '2025-09-30',
      '2025-10-31',
      '2025-11-30',
      '2025-12-14',
      '2025-12-21',
      '2025-12-25',
      '2025-12-26',
      '2025-12-27',
      '2025-12-28',
      '2025-12-29',
      '2025-12-30',
      '2025-12-31',
    ]);
  });

  it('thinned each night keep what thinning once would have kept', () => {
    const rule = fc.record({
      daily: fc.integer({ min: 0, max: 9 }),
      weekly: fc.integer({ min: 0, max: 6 }),
      monthly: fc.integer({ min: 0, max: 5 }),
    });
    fc.assert(
      fc.property(
        rule,
        fc.uniqueArray(fc.integer({ min: 0, max: 200 }), { minLength: 1 }),
        (some, nights) => {
          const folders = nights
            .sort((a, b) => a - b)
            .map((night) => `${addDays('2026-01-01' as Day, night)}T023000`);
          let left: string[] = [];
          for (const folder of folders) left = kept([...left, folder], some);
          expect(left).toContain(folders.at(-1));
          expect(left).toEqual(kept(folders, some));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('of one day leave the last, and never touch what is named otherwise', () => {
    const folders = ['2026-03-01T023000', '2026-03-01T120000', 'mine', '2026-03-01', 'lost+found'];
    expect(expired(folders, { daily: 1, weekly: 0, monthly: 0 })).toEqual(['2026-03-01T023000']);
    expect(expired(folders, { daily: 0, weekly: 0, monthly: 0 })).toEqual(['2026-03-01T023000']);
  });

  it('are named by their moment in Shanghai', () => {
    const at = new Date('2026-11-27T18:30:05Z');
    expect(scheduledName(at)).toBe('2026-11-28T023005');
    expect(instantOf(scheduledName(at))).toEqual(at);
    expect(isScheduledName('2026-11-28T023005')).toBe(true);
  });
});
