import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testStore } from '../../../test/support/database.ts';
import { layoutNamed } from '../../../test/support/layouts.ts';
import { cleanSample } from '../../../test/support/sample-prose.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { Store } from '../../store/store.ts';
import { importReport } from '../commands/import-report.ts';
import { type AppContext, appContext } from '../context.ts';
import { agencyHome, listReports, overview, ready, reportsOf, sitemap, sourceFile } from './portal.ts';
import { search } from './search.ts';

let store: Store;
let context: AppContext;
const towns = ['砚台', '溪口', '松岭', '望渠', '柏坡', '桐湾', '梨园'].map((name, index) => ({
  name: `云麓县${name}镇人民政府`,
  code: `99080210${index + 1}`,
}));

async function add(town: (typeof towns)[number], year: number, sentence: string): Promise<void> {
  const sample = cleanSample('2021', year);
  sample.agency = town.name;
  sample.title = `${town.name}${year}年政府信息公开工作年度报告`;
  sample.closing[0] = town.name;
  sample.sections[0]!.paragraphs.push(sentence);
  const bytes = new TextEncoder().encode(layoutNamed('tab').write(sample));
  const outcome = await importReport(context, {
    bytes,
    path: `${town.code}-${year}.txt`,
    agencyCode: town.code,
  });
  if (isRefusal(outcome)) throw new Error(outcome.message);
}

beforeAll(async () => {
  store = await testStore();
  context = appContext(store);
  for (const [index, town] of towns.entries()) {
    await add(town, 2023, `本镇当年修缮了第${index + 1}号水渠，群众称为百年渠。`);
    if (index % 2 === 0) await add(town, 2024, '当年公布了梯田灌溉的 Wi-Fi 水表方案。');
  }
});
afterAll(() => store.close());

const all = { year: null, agency: '', withFindings: false, after: null, before: null, limit: 50 };

describe('the list of reports', () => {
  it('shows each agency with its years, newest first', async () => {
    const { rows, years, next, previous } = await listReports(context, all);
    expect(years).toEqual([2024, 2023]);
    expect(rows.map((row) => row.agency.slug)).toEqual(towns.map(({ code }) => code));
    expect(rows[0]!.reports.map(({ year }) => year)).toEqual([2024, 2023]);
    expect([next, previous]).toEqual([null, null]);
  });

  it('pages forth and back by cursors without losing or repeating a row', async () => {
    const pages: string[][] = [];
    let after: string | null = null;
    do {
      const page = await listReports(context, { ...all, limit: 3, after });
      pages.push(page.rows.map((row) => row.agency.slug));
      after = page.next;
    } while (after !== null);
    expect(pages.map((page) => page.length)).toEqual([3, 3, 1]);
    expect(pages.flat()).toEqual(towns.map(({ code }) => code));

    const last = await listReports(context, { ...all, limit: 3, after: pages[1]!.at(-1)! });
    const middle = await listReports(context, { ...all, limit: 3, before: last.previous! });
    expect(middle.rows.map((row) => row.agency.slug)).toEqual(pages[1]);
    const first = await listReports(context, { ...all, limit: 3, before: middle.previous! });
    expect(first.rows.map((row) => row.agency.slug)).toEqual(pages[0]);
    expect(first.previous).toBeNull();
    expect(first.next).toBe(pages[0]!.at(-1));
  });

  it('of a year names who has one, and no later years', async () => {
    const { rows } = await listReports(context, { ...all, year: 2024 });
    expect(rows).toHaveLength(4);
    const earlier = await listReports(context, { ...all, year: 2023 });
    expect(earlier.rows).toHaveLength(7);
    expect(earlier.rows[0]!.reports.map(({ year }) => year)).toEqual([2023]);
  });

  it.each([
    ['溪口', 1],
    ['口', 1],
    ['云麓县', 7],
    ['无此地', 0],
    ['%', 0],
  ])('looks for %s in names and finds %i', async (agency, count) => {
    expect((await listReports(context, { ...all, agency })).rows).toHaveLength(count);
  });
});

describe('the search', () => {
  const find = (text: string, cursor: string | null = null, limit = 20) =>
    search(context, { text, cursor, limit });

  it('finds a phrase of the narrative with section and surroundings', async () => {
    const { hits, complete } = await find('第3号水渠');
    expect(hits).toHaveLength(1);
    expect(hits[0]).toMatchObject({ agency: { name: towns[2]!.name }, year: 2023, section: '一、总体情况' });
    expect(hits[0]!.snippet).toContain('第3号水渠');
    expect(complete).toBe(true);
  });

  it('finds an agency by its name, in the title', async () => {
    const { hits } = await find('柏坡镇');
    expect(hits.map(({ year }) => year)).toEqual([2024, 2023]);
  });

  it.each([
    ['渠', 7],
    ['百年渠', 7],
    ['渠年百', 0],
    ['wi-fi', 4],
    ['梯田 2024年', 4],
    ['梯田 2023年', 0],
    ['ＷＩ－ＦＩ 水表', 4],
    ['。', 0],
    ["'; drop table agency; --", 0],
  ])('for %s gives %i reports', async (text, count) => {
    expect((await find(text)).hits).toHaveLength(count);
  });

  it('pages newest first by cursor', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await find('政府信息', cursor, 4);
      seen.push(...page.hits.map(({ agency, year }) => `${year} ${agency.slug}`));
      cursor = page.next;
    } while (cursor !== null);
    expect(seen).toHaveLength(11);
    expect(new Set(seen).size).toBe(11);
    expect(seen.map((one) => one.slice(0, 4))).toEqual([...Array(4).fill('2024'), ...Array(7).fill('2023')]);
  });

  it('begins anew with a cursor that was tampered with', async () => {
    expect((await find('政府信息', "2024.' or 1=1", 4)).hits).toHaveLength(4);
  });
});

describe('an agency or report that is not there', () => {
  it('is null, not an error', async () => {
    expect(await agencyHome(context, '000000')).toBeNull();
    expect(await reportsOf(context, '000000')).toBeNull();
    expect(await sourceFile(context, towns[0]!.code, { year: 1999 })).toBeNull();
  });
});

describe('the store as a whole', () => {
  it('is counted, listed and answers', async () => {
    expect(await overview(context)).toMatchObject({
      agencies: 7,
      reports: 11,
      firstYear: 2023,
      lastYear: 2024,
    });
    expect((await sitemap(context))[0]).toEqual({ slug: towns[0]!.code, years: [2024, 2023] });
    expect(await ready(context)).toBe(true);
  });
});
