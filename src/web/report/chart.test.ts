import { describe, expect, it } from 'vitest';
import { sampleCells } from '../../../test/support/sample-services.ts';
import { drawOutcomes } from './chart.ts';
import { figuresOf, outcomeTotal } from './outcomes.ts';

const years = [2023, 2024, 2025].map((year) => figuresOf(year, '2021', sampleCells('2021', year - 2018)));

describe('the chart of applications and outcomes', () => {
  it('is the same drawing for the same figures, so that its page keeps its entity tag', () => {
    const again = drawOutcomes([...years], 'c', false);
    const others = drawOutcomes(years.slice(1), 'c', false);
    expect(drawOutcomes(years, 'c', false)).toBe(again);
    expect(others).not.toBe(again);
  });

  it('holds no style, class or script, which the content security policy would drop', () => {
    for (const narrow of [true, false])
      expect(drawOutcomes(years, 'c', narrow)).not.toMatch(/ style=|<style| class=|<script|ecmeta/);
  });

  it('is drawn for two widths, tells outcomes apart by texture, and numbers its ids by itself', () => {
    expect(drawOutcomes(years, 'a', true)).toContain('viewBox="0 0 328 ');
    const wide = drawOutcomes(years, 'b', false);
    expect(wide).toContain('viewBox="0 0 760 ');
    expect(wide.match(/<pattern/g)!.length).toBeGreaterThanOrEqual(3);
    expect([...wide.matchAll(/ id="([^"]+)"/g)].every((match) => match[1]!.startsWith('b-'))).toBe(true);
  });

  it('labels each year with its new applications', () => {
    const svg = drawOutcomes(years, 'c', false);
    for (const { received } of years) expect(svg).toContain(`>${received}</text>`);
  });

  it('adds up a kind of outcome only when each of its rows is certain', () => {
    const cells = sampleCells('2021', 5);
    expect(outcomeTotal(cells, '2021', 'denied')).toBe(4);
    const torn = {
      ...cells,
      'applications.denied.stateSecret.total': {
        value: null,
        text: '?',
        status: 'unreadable' as const,
        at: null,
      },
    };
    expect(outcomeTotal(torn, '2021', 'denied')).toBeNull();
    expect(outcomeTotal(sampleCells('2019', 5), '2019', 'other')).toBe(0);
  });
});
