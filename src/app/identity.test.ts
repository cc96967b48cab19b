import { beforeAll, describe, expect, it } from 'vitest';
import type { AgencyKind } from '../domain/annual/report.ts';
import { loadPlaces } from '../report/places/load.ts';
import type { Places } from '../report/places/places.ts';
import { identify } from './identity.ts';

let places: Places;
beforeAll(async () => {
  places = await loadPlaces();
});

const of = (name: string, kind: AgencyKind, code: string | null = null, file = 'f') =>
  identify({ name, kind, code }, places, file);

describe('the slug of an agency', () => {
  it.each<[string, AgencyKind, string]>([
    ['山东省人民政府', 'province', '370000'],
    ['济宁市人民政府', 'city', '370800'],
    ['沭阳县人民政府', 'county', '321322'],
    ['曲阜市防山镇人民政府', 'township', '370881111'],
    ['防山镇人民政府', 'township', '370881111'],
    ['沭阳县发展和改革局', 'countyDepartment', '321322-发展和改革局'],
    ['济宁市财政局', 'cityDepartment', '370800-财政局'],
  ])('of %s (%s) is %s', (name, kind, slug) => {
    expect(of(name, kind)).toMatchObject({ slug, ambiguous: false });
  });

  it('is the code given, whatever the name', () => {
    expect(of('九都镇人民政府', 'township', '350583109')).toMatchObject({
      slug: '350583109',
      code: '350583109',
      ambiguous: false,
    });
  });

  it('without a code is the same for one name and kind, another for another kind', () => {
    const zone = of('云麓高新区管委会', 'zone');
    expect(zone.slug).toMatch(/^x-[0-9a-f]{12}$/);
    expect(of('云麓高新区管委会', 'zone', null, 'another file').slug).toBe(zone.slug);
    expect(of('云麓高新区管委会', 'other').slug).not.toBe(zone.slug);
  });

  it('of a name that several divisions bear is one for each file', () => {
    const first = of('九都镇人民政府', 'township', null, 'first');
    expect(first.ambiguous).toBe(true);
    expect(of('九都镇人民政府', 'township', null, 'second').slug).not.toBe(first.slug);
  });

  it('carries no sign that would break an address', () => {
    expect(of('沭阳县（试点）/局?', 'countyDepartment').slug).toBe('321322-试点局');
  });
});
