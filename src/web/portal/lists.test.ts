import { beforeAll, describe, expect, it } from 'vitest';
import { type TestSite, testSite } from '../../../test/support/web-site.ts';

let site: TestSite;
beforeAll(async () => {
  site = await testSite();
}, 60_000);

describe('lists', () => {
  it('go on by cursor and come back', async () => {
    const first = await site.get('/reports');
    const next = first.text.match(/href="(\/reports\?after=[^"]+)" rel="next"/)![1]!;
    const second = await site.get(next);
    expect(second.text).toContain('第40街道办事处');
    expect(second.text).not.toContain('大坪镇人民政府</a>');
    expect(second.text).toMatch(/href="\/reports\?before=[^"]+" rel="prev"/);
    expect(second.text).not.toContain('rel="next"');
  });

  it('keep the chosen filters in each link and let them be removed one by one', async () => {
    const { text } = await site.get('/reports?year=2023&agency=大坪&findings=1');
    expect(text).toContain('年度：2023年');
    expect(text).toContain(`href="/reports?agency=${encodeURIComponent('大坪')}&amp;findings=1"`);
    expect(text).toMatch(/<option value="2023" selected/);
  });

  it('say what is not there and how to go on', async () => {
    expect((await site.get('/reports?agency=没有的')).text).toContain('没有符合条件的年度报告');
    expect((await site.get('/search?q=没有的')).text).toContain('没有找到“没有的”');
  });

  it('set off the words asked for', async () => {
    expect((await site.get('/search?q=大坪')).text).toContain('<mark class="hit">大坪</mark>');
  });

  it('list every agency and report for machines', async () => {
    const { response, text } = await site.get('/sitemap.xml');
    expect(response.headers.get('content-type')).toContain('application/xml');
    expect(text).toContain('<loc>https://www.yunxi.example/a/330999101/reports/2023</loc>');
    expect((await site.get('/robots.txt')).text).toContain('Sitemap: https://www.yunxi.example/sitemap.xml');
  });
});
