import { describe, expect, it } from 'vitest';
import { loadPlaces } from './load.ts';
import { inOneLine, levelOf } from './places.ts';

const places = await loadPlaces();

describe('the divisions of China', () => {
  it('九都镇 exists three times, with its codes', () => {
    expect(places.named('九都镇')).toEqual(['350583109', '350902104', '513429103']);
  });

  it.each([
    ['北京市', '11'],
    ['济宁市', '3708'],
    ['兖州区', '370812'],
    ['小孟镇', '370812111'],
    ['东华门街道', '110101001'],
    ['平潭县', '350128'],
  ])('%s has the code %s', (name, code) => {
    expect(places.named(name)).toContain(code);
  });

  it.each(['市辖区', '县', '乡镇', '全省', '', '没有这个镇'])('%s is the name of no division', (name) => {
    expect(places.named(name)).toEqual([]);
  });

  it('names in a text are found whole, with their place', () => {
    const text = '济宁市兖州区小孟镇人民政府位于全镇乡镇社区之间';
    expect(places.mentions(text).map((m) => [m.name, text.slice(m.start, m.end)])).toEqual([
      ['济宁市', '济宁市'],
      ['兖州区', '兖州区'],
      ['小孟镇', '小孟镇'],
    ]);
  });

  it('the level of a code is told by its length', () => {
    expect(['37', '3708', '370812', '370812111'].map(levelOf)).toEqual([1, 2, 3, 4]);
  });

  it('a township lies in one line with its county and city, not with its neighbour', () => {
    expect(inOneLine('370812111', '370812')).toBe(true);
    expect(inOneLine('3708', '370812111')).toBe(true);
    expect(inOneLine('370812111', '370812110')).toBe(false);
  });

  it('a hostile text of endings alone is read in linear time', () => {
    const before = performance.now();
    places.mentions('省市县区镇乡街道'.repeat(50_000));
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});
