import { afterAll, describe, expect, it } from 'vitest';
import { testStore } from '../../../test/support/database.ts';
import { layoutNamed } from '../../../test/support/layouts.ts';
import { cleanSample } from '../../../test/support/sample-prose.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { Store } from '../../store/store.ts';
import { type AppContext, appContext } from '../context.ts';
import { agencyHome, overview, reportsOf, sourceFile } from '../queries/portal.ts';
import { type Imported, type ImportInput, importReport } from './import-report.ts';

const stores: Store[] = [];
async function freshContext(): Promise<AppContext> {
  const store = await testStore();
  stores.push(store);
  return appContext(store);
}
afterAll(() => Promise.all(stores.map((store) => store.close())));

const code = '990802101';
const utf8 = new TextEncoder();
type Sample = ReturnType<typeof cleanSample>;

function file(year: number, change: (sample: Sample) => void = () => {}, layout = 'html'): ImportInput {
  const sample = cleanSample('2021', year, year % 2 === 0);
  change(sample);
  const text = layoutNamed(layout).write(sample);
  return { bytes: utf8.encode(text), path: `reports/${year}.html`, agencyCode: code };
}

async function stored(context: AppContext, input: ImportInput): Promise<Imported> {
  const outcome = await importReport(context, input);
  if (isRefusal(outcome)) throw new Error(outcome.message);
  return outcome;
}

const setColumn = (row: string, column: string, value: number) => (sample: Sample) => {
  const id = `applications.${row}.${column}`;
  if (!(id in sample.cells)) throw new Error(`no cell ${id}`);
  sample.cells[id] = String(value);
};

describe('a published report that is imported', () => {
  it('stands in the store whole: cells, sections, findings, file', async () => {
    const context = await freshContext();
    const input = file(2023, setColumn('received', 'total', 99));
    const outcome = await stored(context, input);
    expect(outcome).toMatchObject({ result: 'imported', agency: { slug: code }, year: 2023, edition: 1 });
    const page = await reportsOf(context, code);
    const [only] = page!.years;
    expect(only!.report).toMatchObject({ schema: 'gongkai.annual-report/1', year: 2023, form: '2021' });
    expect(only!.report.agency).toMatchObject({ code, kind: 'township' });
    expect(Object.keys(only!.report.cells)).toHaveLength(200);
    expect(only!.report.cells['applications.received.total']).toMatchObject({
      value: 99,
      text: '99',
      status: 'read',
    });
    expect(only!.report.cells['disclosure.fees.amountWan']!.value).toBe(12.6);
    expect(only!.report.sections).toHaveLength(6);
    const codes = only!.report.findings.map((finding) => finding.code);
    expect(codes).toEqual(expect.arrayContaining(['R301', 'R302']));
    expect(outcome.errors).toBe(only!.report.findings.filter(({ severity }) => severity === 'error').length);
    const bytes = await sourceFile(context, code, { year: 2023 });
    expect(Buffer.from(bytes!).equals(Buffer.from(input.bytes))).toBe(true);
  });

  it('is one report however often the same bytes come, together too', async () => {
    const context = await freshContext();
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => stored(context, file(2023))));
    expect(outcomes.map(({ result }) => result).sort()).toEqual([
      'imported',
      'present',
      'present',
      'present',
    ]);
    expect(await overview(context)).toMatchObject({ agencies: 1, reports: 1 });
    const events = await context.store.database.selectFrom('event').select('kind').execute();
    expect(events).toEqual([{ kind: 'annualReport.imported' }]);
  });

  it('becomes the next edition when it was corrected; the first stays readable', async () => {
    const context = await freshContext();
    await stored(context, file(2023, setColumn('received', 'total', 99)));
    const second = await stored(context, file(2023));
    expect(second).toMatchObject({ result: 'imported', edition: 2 });
    const page = await reportsOf(context, code);
    expect(page!.years.map(({ edition }) => edition)).toEqual([2]);
    const rows = await context.store.database
      .selectFrom('annual_report')
      .select(['edition', 'status'])
      .orderBy('edition')
      .execute();
    expect(rows).toEqual([
      { edition: 1, status: 'superseded' },
      { edition: 2, status: 'current' },
    ]);
    expect(await stored(context, file(2023, setColumn('received', 'total', 99)))).toMatchObject({
      result: 'present',
      edition: 1,
    });
  });

  it('is measured against last year’s, whichever of the two comes first', async () => {
    const carryOver = async (years: readonly number[]) => {
      const context = await freshContext();
      for (const year of years) await stored(context, file(year, setColumn('carriedOut', 'total', 5)));
      const page = await reportsOf(context, code);
      const report = page!.years.find(({ year }) => year === 2024)!.report;
      const home = await agencyHome(context, code);
      const listed = home!.reports.find(({ year }) => year === 2024)!.findings.error;
      expect(listed).toBe(report.findings.filter(({ severity }) => severity === 'error').length);
      return report.findings.filter((finding) => finding.code === 'R304').length;
    };
    expect(await carryOver([2023, 2024])).toBeGreaterThan(0);
    expect(await carryOver([2024, 2023])).toBe(await carryOver([2023, 2024]));
  });

  it('is refused as a value when it is no report, or its year cannot be told', async () => {
    const context = await freshContext();
    const letter = { bytes: utf8.encode('关于召开会议的通知\n请各单位准时参加。\n'), path: 'letter.txt' };
    expect(await importReport(context, letter)).toMatchObject({ refused: true, code: 'notAReport' });
    expect(await overview(context)).toMatchObject({ agencies: 0, reports: 0, updatedAt: null });
  });

  it('takes the year it is told where its text tells none, and is refused without', async () => {
    const context = await freshContext();
    const undated = (sample: Sample) => {
      sample.title = `${sample.agency}政府信息公开工作年度报告`;
      sample.preamble.pop();
      sample.closing.pop();
    };
    const input = file(2023, undated);
    expect(await importReport(context, input)).toMatchObject({ refused: true, code: 'yearUnknown' });
    expect(await stored(context, { ...input, year: 2023 })).toMatchObject({ year: 2023, edition: 1 });
  });

  it('that names no agency is of the one whose code is given, once that one is known', async () => {
    const context = await freshContext();
    const withoutName = (sample: Sample) => {
      sample.title = null;
      sample.preamble = ['本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。'];
      sample.closing = [];
      for (const section of sample.sections) if (section.table === 'none') section.paragraphs = ['无。'];
    };
    const nameless = file(2024, withoutName, 'tab');
    expect(await importReport(context, nameless)).toMatchObject({ refused: true, code: 'agencyUnknown' });
    const known = await stored(context, file(2023));
    expect(await stored(context, nameless)).toMatchObject({ year: 2024, agency: known.agency });
  });

  it('is refused when its year lies before the 条例', async () => {
    const context = await freshContext();
    expect(await importReport(context, file(2006))).toMatchObject({ refused: true, code: 'yearTooEarly' });
  });
});

describe('an agency', () => {
  const named = (name: string, year: number): ImportInput => {
    const { agencyCode: _, ...input } = file(year, (sample) => {
      sample.agency = name;
      sample.title = `${name}${year}年政府信息公开工作年度报告`;
      sample.closing[0] = name;
    });
    return input;
  };

  it('whose name one division bears gets its code, and its years meet under one slug', async () => {
    const context = await freshContext();
    const slugs = [];
    for (const year of [2022, 2023])
      slugs.push((await stored(context, named('曲阜市防山镇人民政府', year))).agency.slug);
    expect(slugs).toEqual(['370881111', '370881111']);
  });

  it('whose name several bear is never merged by name, and this is said', async () => {
    const context = await freshContext();
    const first = await stored(context, named('九都镇人民政府', 2022));
    const second = await stored(context, named('九都镇人民政府', 2023));
    expect(first.agency.slug).toMatch(/^x-[0-9a-f]{12}$/);
    expect(second.agency.slug).not.toBe(first.agency.slug);
    expect(second.notes.join()).toContain('--agency');
  });

  it('named later by its code takes the report over', async () => {
    const context = await freshContext();
    const input = named('九都镇人民政府', 2022);
    const first = await stored(context, input);
    const second = await stored(context, { ...input, agencyCode: '350583109' });
    expect(second).toMatchObject({ result: 'imported', agency: { slug: '350583109' } });
    expect((await reportsOf(context, first.agency.slug))!.years).toEqual([]);
    expect(await overview(context)).toMatchObject({ reports: 1 });
  });

  it('of an unknown name meets its other years by name and kind', async () => {
    const context = await freshContext();
    const slugs = [];
    for (const year of [2022, 2023])
      slugs.push((await stored(context, named('云麓高新技术产业园管委会', year))).agency.slug);
    expect(new Set(slugs).size).toBe(1);
  });

  it('hangs under the nearest government there is, in whichever order they come', async () => {
    const context = await freshContext();
    await stored(context, { ...file(2023), agencyCode: '990802101' });
    await stored(context, { ...named('青石县人民政府', 2023), agencyCode: '990802', agencyKind: 'county' });
    const home = await agencyHome(context, '990802101');
    expect(home!.superior).toMatchObject({ slug: '990802' });
    const county = await agencyHome(context, '990802');
    expect(county!.subordinates.map(({ slug }) => slug)).toEqual(['990802101']);
  });

  it('joins the tree when all come at once, and two names of one code are one agency', async () => {
    const context = await freshContext();
    const inputs = [
      ...[1, 2, 3].map((n) => ({ ...named(`云麓县第${n}镇人民政府`, 2023), agencyCode: `99080210${n}` })),
      { ...named('云麓县人民政府', 2023), agencyCode: '990802', agencyKind: 'county' as const },
      { ...named('第1镇人民政府', 2022), agencyCode: '990802101' },
    ];
    await Promise.all(inputs.map((input) => stored(context, input)));
    const county = await agencyHome(context, '990802');
    expect(county!.subordinates.map(({ slug }) => slug)).toEqual(['990802101', '990802102', '990802103']);
    expect((await agencyHome(context, '990802101'))!.reports.map(({ year }) => year)).toEqual([2023, 2022]);
  });
});
