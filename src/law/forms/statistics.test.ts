import { describe, expect, it } from 'vitest';
import { indicatorForms } from './indicators.ts';
import {
  statisticsBounds,
  statisticsChannels,
  statisticsCrossChecks,
  statisticsRowById,
  statisticsRows,
  statisticsSums,
} from './statistics.ts';

describe('the statistics form', () => {
  it('has six headings and 36 values', () => {
    expect(statisticsRows.filter((r) => r.header).map((r) => r.id)).toEqual([
      'S1',
      'S1.2',
      'S2',
      'S2.2',
      'S6',
      'S7',
    ]);
    expect(statisticsRows.filter((r) => !r.header)).toHaveLength(36);
    expect(statisticsRowById.size).toBe(42);
  });
  it('hangs every row on a row of the form, in order', () => {
    for (const { parent } of statisticsRows)
      expect(parent === null || statisticsRowById.has(parent)).toBe(true);
  });
  it('counts money only in 万元, in decimals', () => {
    expect(statisticsRows.filter((r) => r.kind === 'dec').map((r) => r.id)).toEqual(['S6.3']);
  });
  it('adds up exactly where children make up their parent', () => {
    expect(statisticsSums.map((s) => [s.id, s.whole, s.parts.length])).toEqual([
      ['ST-01', 'S3', 3],
      ['ST-02', 'S4', 3],
      ['ST-03', 'S5', 3],
      ['ST-04', 'S6.2', 2],
    ]);
  });
  it('never adds up channels, where one item may count twice (ST-07)', () => {
    const channels = statisticsChannels.flatMap((c) => c.channels);
    expect(channels).toHaveLength(10);
    for (const { parts } of statisticsSums) for (const id of parts) expect(channels).not.toContain(id);
  });
  it('names only rows that are there and take values', () => {
    const named = [
      ...statisticsSums.flatMap((s) => [s.whole, ...s.parts]),
      ...statisticsBounds.flatMap((b) => [b.part, b.whole]),
      ...statisticsChannels.flatMap((c) => [c.whole, ...c.channels]),
      ...statisticsCrossChecks.map((c) => c.row),
    ];
    for (const id of named) expect(statisticsRowById.get(id)?.header).toBe(false);
  });
});

describe.each(indicatorForms)('the indicators of $id', ({ rows }) => {
  it('have a key of their own each, bare of ordinals and notes', () => {
    expect(new Set(rows.map((r) => r.key)).size).toBe(rows.length);
    for (const { key } of rows) expect(key).not.toMatch(/^(其中|[一二三四五六七八九十]+、|（.）|\d)|（/u);
  });
  it('hang on rows of their form, and repeat rows of the statistics form', () => {
    const keys = new Set(rows.map((r) => r.key));
    for (const r of rows) {
      expect(r.parent === null || keys.has(r.parent)).toBe(true);
      expect(r.statistics === null || statisticsRowById.has(r.statistics)).toBe(true);
    }
  });
});
