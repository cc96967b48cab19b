import { beforeAll, describe, expect, it } from 'vitest';
import { metaOf, type TestSite, testSite } from '../../../test/support/web-site.ts';

let site: TestSite;
beforeAll(async () => {
  site = await testSite();
}, 60_000);

describe('problems', () => {
  const cases: readonly (readonly [string, number, string])[] = [
    ['/nothing', 404, '没有这个页面'],
    ['/a/999999', 404, '没有这个机关'],
    ['/a/330999101/reports/1999', 404, '没有这一年的年度报告'],
    ['/a/330999101/reports/19x9', 404, '没有这个页面'],
    ['/a/330999101/reports/20231', 404, '没有这个页面'],
    ['/assets/../package.json', 404, '没有这个页面'],
    ['/assets/manifest.json', 404, '没有这个页面'],
    ['/reports?year=abcd', 400, '地址中的条件不对'],
    ['/reports?after=%27%3B--', 400, '翻页的位置已失效'],
    [`/search?q=${'长'.repeat(81)}`, 414, '地址过长'],
    [`/reports?x=${'x'.repeat(3000)}`, 414, '地址过长'],
  ];

  it.each(cases)('%s is %i as a page and as RFC 9457 JSON', async (path, status, title) => {
    const page = await site.get(path, { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' });
    expect(page.response.status).toBe(status);
    expect(page.text).toContain(`<h1>${title}</h1>`);
    expect(metaOf(page.text, 'SiteName')).toBe('云溪县人民政府');
    const json = await site.get(path, { Accept: 'application/json' });
    expect(json.response.status).toBe(status);
    expect(json.response.headers.get('content-type')).toBe('application/problem+json');
    expect(JSON.parse(json.text)).toEqual({
      type: expect.stringMatching(/^\/problems\/[a-z-]+$/),
      status,
      title,
      detail: expect.any(String),
    });
  });

  it('of the API are always JSON', async () => {
    const { response } = await site.get('/api/v1/nothing', { Accept: 'text/html' });
    expect(response.headers.get('content-type')).toBe('application/problem+json');
  });

  it('inside say nothing of the inside', async () => {
    const broken = site.variant({ overview: () => Promise.reject(new Error('secret at /var/lib')) });
    const response = await broken.request('/');
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('secret');
    expect(site.faults.at(-1)).toBeInstanceOf(Error);
  });
});

describe('operation', () => {
  it('tells life from readiness', async () => {
    expect((await site.get('/healthz')).text).toBe('ok');
    expect((await site.get('/readyz')).response.status).toBe(200);
    const waiting = site.variant({ ready: async () => false });
    expect((await waiting.request('/healthz')).status).toBe(200);
    expect((await waiting.request('/readyz')).status).toBe(503);
  });

  it('lets style sheets be kept for ever under their hash', async () => {
    const { text } = await site.get('/');
    const href = text.match(/<link rel="stylesheet" href="([^"]+)"/)![1]!;
    expect(href).toMatch(/^\/assets\/portal\.[0-9a-f]{10}\.css$/);
    const { response } = await site.get(href);
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(response.headers.get('content-type')).toBe('text/css; charset=utf-8');
  });

  it('compresses pages for slow lines', async () => {
    const response = await site.request('/', { headers: { 'Accept-Encoding': 'gzip' } });
    expect(response.headers.get('content-encoding')).toBe('gzip');
  });

  it('logs routes without addresses, words searched for or anything of the visitor', async () => {
    site.log.length = 0;
    await site.get('/search?q=张三', { 'User-Agent': 'Someone', 'X-Forwarded-For': '203.0.113.9' });
    await site.get('/a/330999101/reports/2023');
    expect(site.log.map(({ method, status }) => [method, status])).toEqual([
      ['GET', 200],
      ['GET', 200],
    ]);
    expect(site.log[0]!.route).toBe('/search');
    expect(site.log[1]!.route).toMatch(/^\/a\/:agency\/reports\/:year/);
    expect(JSON.stringify(site.log)).not.toMatch(/张三|Someone|203\.0\.113|330999101/);
  });

  it('stands under a path when embedded: every link keeps it, and both addresses answer', async () => {
    const embedded = site.variant({}, { publicUrl: 'https://www.yunxi.example/xxgk/' });
    for (const path of ['/xxgk/', '/xxgk/reports', '/xxgk/a/330999101/reports/2023', '/reports']) {
      const response = await embedded.request(path);
      expect(response.status, path).toBe(200);
      const html = await response.text();
      const links = [...html.matchAll(/(?:href|action)="(\/[^"]*)"/g)].map((match) => match[1]!);
      expect(links.filter((link) => !link.startsWith('/xxgk/'))).toEqual([]);
    }
    expect((await embedded.request('/xxgk/nothing')).status).toBe(404);
  });
});
