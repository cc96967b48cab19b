import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testStore } from '../../test/support/database.ts';
import type { AnnualReport } from '../domain/annual/report.ts';
import { insertAgency } from './agencies.ts';
import { insertReport } from './annual-reports.ts';
import { parseQuery } from './bigrams.ts';
import { newId } from './ids.ts';
import { findReports, type ReportCursor } from './search.ts';
import type { Store } from './store.ts';

const reportsInAll = 60;
let store: Store;

/** A report of nothing but its overview. */
function reportOf(n: number): AnnualReport {
  const rare = n % 20 === 7 ? '其中一处为古桥修缮。' : '';
  return {
    schema: 'gongkai.annual-report/1',
    source: { file: `${n}.txt`, sha256: n.toString(16).padStart(64, '0'), mediaType: 'text/plain' },
    agency: { name: '云麓县砚台镇人民政府', kind: 'township', code: '990802101' },
    year: 2100 + n,
    form: '2021',
    sections: [{ id: 'overview', heading: '一、总体情况', text: `主动公开政府信息，群众满意。${rare}` }],
    cells: {},
    statistics: {},
    indicators: {},
    findings: [],
  };
}

beforeAll(async () => {
  store = await testStore();
  const at = new Date('2026-01-01T00:00:00Z');
  const agencyId = newId();
  await store.write(async (transaction) => {
    await insertAgency(transaction, {
      id: agencyId,
      slug: '990802101',
      division_code: '990802101',
      name: '云麓县砚台镇人民政府',
      kind: 'township',
      level: 5,
      superior_id: null,
      makes_regulations: false,
      contacts: '{}',
      demonstration: false,
      valid_from: null,
      valid_to: null,
      successor_id: null,
      created_at: at,
    });
    for (let n = 0; n < reportsInAll; n++) {
      const report = reportOf(n);
      const { sha256, file, mediaType } = report.source;
      await insertReport(transaction, {
        row: {
          agency_id: agencyId,
          id: newId(),
          year: report.year!,
          edition: 1,
          status: 'current',
          form: report.form,
          title: null,
          agency_name: report.agency!.name,
          agency_kind: 'township',
          signed_on: null,
          published_on: null,
          source_sha256: sha256,
          imported_at: at,
        },
        report,
        file: { sha256, name: file, media_type: mediaType, bytes: 1, stored_as: sha256, stored_at: at },
      });
    }
  });
  await sql`analyze report_search`.execute(store.database);
});
afterAll(() => store.close());

const index = { commonFrom: 1_000_000, longestWalk: 10 };
const walk = (longestWalk: number) => ({ commonFrom: 0, longestWalk });

async function all(text: string, limits: typeof index): Promise<{ years: number[]; complete: boolean }> {
  const years: number[] = [];
  let after: ReportCursor | null = null;
  let complete = true;
  for (;;) {
    const page = await findReports(store.database, parseQuery(text)!, { after, limit: 7 }, limits);
    years.push(...page.hits.map(({ year }) => year));
    complete &&= page.complete;
    after = page.hits.at(-1) ?? null;
    if (page.hits.length < 7) return { years, complete };
  }
}

describe('a search of common words and one of rare words', () => {
  it.each(['政府信息', '古桥', '主动公开 群众', '古桥 满意', '没有的词'])(
    'for %s find the same, newest first, by walk or by index',
    async (text) => {
      const byIndex = await all(text, index);
      expect(await all(text, walk(1_000))).toEqual(byIndex);
      expect(byIndex.years).toEqual([...byIndex.years].sort((a, b) => b - a));
      expect(byIndex.complete).toBe(true);
    },
  );

  it('know from the statistics which is which', async () => {
    const common = parseQuery('政府信息')!;
    const limits = { commonFrom: 30, longestWalk: 5 };
    const first = await findReports(store.database, common, { after: null, limit: 10 }, limits);
    expect([first.hits.length, first.complete]).toEqual([5, false]);
    const rare = await findReports(store.database, parseQuery('古桥')!, { after: null, limit: 10 }, limits);
    expect([rare.hits.length, rare.complete]).toEqual([3, true]);
  });
});
