import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testStore } from '../../test/support/database.ts';
import type { AnnualReport } from '../domain/annual/report.ts';
import type { Store } from '../store/store.ts';
import { importReport } from './commands/import-report.ts';
import { type AppContext, appContext } from './context.ts';
import { seedDemonstration } from './demonstration.ts';
import { agencyHome, reportsOf, sitemap } from './queries/portal.ts';

let store: Store;
let context: AppContext;
let added: number;
beforeAll(async () => {
  store = await testStore();
  context = appContext(store);
  added = await seedDemonstration(context);
});
afterAll(() => store.close());

/** What is wrong in the demonstration; every report not named here has no error and no warning. */
const faults: Readonly<Record<string, readonly string[]>> = {
  '990901001 2023': ['R007'],
  '990901001 2024': ['R006'],
  '990901101 2025': ['R304', 'R304'],
  '990901102 2024': ['R101'],
  '990901103 2023': ['R201', 'R203'],
  '990901103 2024': ['R204'],
  '990901201 2024': ['R301', 'R301'],
  '990901201 2025': ['R014'],
};

async function allReports(): Promise<Map<string, AnnualReport>> {
  const reports = new Map<string, AnnualReport>();
  for (const { slug } of await sitemap(context))
    for (const { year, report } of (await reportsOf(context, slug))!.years)
      reports.set(`${slug} ${year}`, report);
  return reports;
}

describe('the demonstration county', () => {
  it('is a county with four townships and a subdistrict, three years each', async () => {
    expect(added).toBe(18);
    const county = await agencyHome(context, '990901');
    expect(county!.agency).toMatchObject({ name: '云岫县人民政府', kind: 'county' });
    expect(county!.subordinates.map(({ kind }) => kind).sort()).toEqual([
      'subdistrict',
      'township',
      'township',
      'township',
      'township',
    ]);
    for (const { years } of await sitemap(context)) expect(years).toEqual([2025, 2024, 2023]);
  });

  it('has the faults it is to show, and no others', async () => {
    const found: Record<string, string[]> = {};
    for (const [name, { findings }] of await allReports()) {
      const codes = findings.filter(({ severity }) => severity !== 'info').map(({ code }) => code);
      if (codes.length > 0) found[name] = codes.sort();
    }
    expect(found).toEqual(faults);
  });

  it('is read whole: every cell but the blank ones', async () => {
    for (const [name, { cells }] of await allReports()) {
      const unread = Object.values(cells).filter(({ status }) => status !== 'read');
      expect([name, unread.length]).toEqual([name, name === '990901103 2023' ? 12 : 0]);
      expect(Object.keys(cells)).toHaveLength(200);
    }
  });

  it('sums its applications from those of its parts and more of its own departments', async () => {
    const reports = await allReports();
    const received = (name: string) => reports.get(name)!.cells['applications.received.total']!.value!;
    for (const year of [2023, 2024, 2025]) {
      const parts = ['001', '101', '102', '103', '201'].map((part) => received(`990901${part} ${year}`));
      expect(received(`990901 ${year}`)).toBeGreaterThan(parts.reduce((sum, n) => sum + n, 0));
    }
  });

  it('is not added twice, is completed when it was cut short, and stays out of a store in use', async () => {
    expect(await seedDemonstration(context)).toBe(0);
    const fresh = await testStore();
    const other = appContext(fresh);
    const [first] = [...(await allReports()).values()];
    const source = await store.files.bytes({
      sha256: first!.source.sha256,
      storedAs: `${first!.source.sha256.slice(0, 2)}/${first!.source.sha256}`,
    });
    const input = { bytes: source, path: first!.source.file, agencyCode: first!.agency!.code! };
    await importReport(other, { ...input, demonstration: true });
    expect(await seedDemonstration(other)).toBe(17);
    await fresh.close();

    const used = await testStore();
    await importReport(appContext(used), input);
    expect(await seedDemonstration(appContext(used))).toBe(0);
    await used.close();
  });
});
