import { describe, expect, it } from 'vitest';
import { countiesLike } from './divisions.ts';
import { loadPlaces } from './load.ts';
import { loadDivisions } from './load-divisions.ts';

describe('the list of divisions', () => {
  it.each([
    ['370881', '曲阜市', '山东省济宁市', '370881111', '防山镇'],
    ['370812', '兖州区', '山东省济宁市', '370812111', '小孟镇'],
    ['370829', '嘉祥县', '山东省济宁市', '370829002', '卧龙山街道'],
    ['220681', '临江市', '吉林省白山市', '220681103', '花山镇'],
    ['350583', '南安市', '福建省泉州市', '350583109', '九都镇'],
  ])(
    'gives county %s its name %s, what lies above it and its townships',
    async (code, name, above, town, of) => {
      const [county] = countiesLike(await loadDivisions(), code, 5);
      expect(county).toMatchObject({ code, name, above });
      expect(county!.townships).toContainEqual({ code: town, name: of });
    },
  );

  it('says the same of every township as the index of names does', async () => {
    const packed = await loadDivisions();
    const places = await loadPlaces();
    const all = Array.from({ length: 90 }, (_, n) => countiesLike(packed, String(n + 10), 10_000)).flat();
    const townships = all.flatMap((county) => county.townships);
    expect(all.length).toBeGreaterThan(2_800);
    expect(townships.length).toBeGreaterThan(40_000);
    const known = townships.filter(({ name }) => name.length > 2 && /[镇乡]$/.test(name));
    expect(known.filter(({ name, code }) => !places.named(name).includes(code))).toEqual([]);
  });

  it('finds by the beginning of a name, and nothing for nothing', async () => {
    const packed = await loadDivisions();
    expect(countiesLike(packed, '曲阜', 5).map(({ code }) => code)).toEqual(['370881']);
    expect(countiesLike(packed, ' ', 5)).toEqual([]);
    expect(countiesLike(packed, '市辖区', 5)).toEqual([]);
  });
});
