import { beforeAll, describe, expect, it } from 'vitest';
import { sampleServices } from '../../../test/support/sample-services.ts';
import { type TestSite, testSite } from '../../../test/support/web-site.ts';
import type { AgencyHome } from '../http/services.ts';

let site: TestSite;
let base: AgencyHome;
let slug: string;
const successor = { slug: '370881112', name: '新镇人民政府', kind: 'township' } as const;

beforeAll(async () => {
  site = await testSite();
  const { rows } = await sampleServices.listReports({
    year: null,
    agency: '',
    withFindings: false,
    after: null,
    before: null,
    limit: 1,
  });
  slug = rows[0]!.agency.slug;
  base = (await sampleServices.agency(slug))!;
});

const answer = async (change: Partial<AgencyHome>, path: string) => {
  const agency = async () => ({ ...base, ...change });
  const response = await site.variant({ agency }).request(path);
  return { status: response.status, location: response.headers.get('location'), text: await response.text() };
};

describe('an agency that has ended', () => {
  const ended = { ended: true, validTo: '2026-03-31', successor };

  it('sends its home to its successor’s', async () => {
    const { status, location } = await answer(ended, `/a/${slug}`);
    expect([status, location]).toEqual([301, '/a/370881112']);
  });

  it('keeps its reports at their addresses, and says who took its place', async () => {
    const list = await answer(ended, `/a/${slug}/reports`);
    expect(list.status).toBe(200);
    expect(list.text).toContain('已于 2026-03-31 撤销或合并');
    expect(list.text).toContain('href="/a/370881112"');
    const { years } = (await sampleServices.reportsOf(slug))!;
    expect((await answer(ended, `/a/${slug}/reports/${years[0]!.year}`)).status).toBe(200);
  });

  it('without a successor keeps its home', async () => {
    const { status, text } = await answer({ ...ended, successor: null }, `/a/${slug}`);
    expect(status).toBe(200);
    expect(text).toContain('以下是它撤并以前的年度报告');
  });

  it('before its last day has passed is what it was', async () => {
    const { status, text } = await answer({ ...ended, ended: false }, `/a/${slug}`);
    expect(status).toBe(200);
    expect(text).toContain('将于 2026-03-31 撤销或合并');
  });

  it('is found from the page of its successor', async () => {
    const { text } = await answer(
      { predecessors: [{ ...successor, slug: '370881113', name: '旧乡人民政府' }] },
      `/a/${slug}`,
    );
    expect(text).toContain('href="/a/370881113/reports">旧乡人民政府的年度报告');
  });
});
