import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildAssets } from '../../../scripts/assets.mjs';
import { sampleServices } from '../../../test/support/sample-services.ts';
import { loadAssets } from '../theme/assets.ts';
import { type AppOptions, createApp } from './app.ts';
import type { RequestLine } from './request-log.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-web-'));
let options: AppOptions;
let app: ReturnType<typeof createApp>;
const log: RequestLine[] = [];
const faults: unknown[] = [];

beforeAll(async () => {
  await buildAssets(folder);
  options = {
    publicUrl: 'https://www.yunxi.example',
    assets: loadAssets(folder),
    log: (line) => log.push(line),
    onFault: (fault) => faults.push(fault),
  };
  app = createApp(sampleServices, options);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pages = [
  '/',
  '/reports',
  '/reports?year=2023&findings=1',
  '/search',
  '/search?q=大坪',
  '/law',
  '/a/330999101',
  '/a/330999101/reports',
  '/a/330999101/reports/2023',
  '/a/330999101/reports/2020',
] as const;
const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await app.request(path, { headers });
  return { response, text: await response.text() };
};
const metaOf = (html: string, name: string) =>
  html.match(new RegExp(`<meta name="${name}" content="([^"]*)"`))?.[1];

describe('every page', () => {
  it.each(pages)('%s answers with the site and column labels of 国办发〔2017〕47号', async (path) => {
    const { response, text } = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=UTF-8');
    for (const name of [
      'SiteName',
      'SiteDomain',
      'ColumnName',
      'ColumnDescription',
      'ColumnKeywords',
      'ColumnType',
    ])
      expect(metaOf(text, name), name).toBeTruthy();
    expect(metaOf(text, 'SiteIDCode')).toMatch(/^(?:bm\d{8}|\d{10})$/);
    expect(metaOf(text, 'SiteDomain')).toBe('www.yunxi.example');
  });

  it.each(pages)(
    '%s has one h1, no heading level skipped, zh-CN, a skip link and no inline style or script',
    async (path) => {
      const { text } = await get(path);
      expect(text).toContain('<html lang="zh-CN">');
      expect(text).toContain('<a class="gk-skip" href="#main">跳到正文</a>');
      expect(text).not.toMatch(/<script|<style|\sstyle=|\son\w+=/i);
      const levels = [...text.matchAll(/<h([1-6])[ >]/g)].map((match) => Number(match[1]));
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      levels.forEach((level, index) => {
        expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
      });
    },
  );

  it.each(pages)('%s has no two elements of one id and no link into nothing', async (path) => {
    const { text } = await get(path);
    const ids = [...text.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]!);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const targets = [...text.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]!);
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
  });

  it.each(pages)('%s sends a strict content security policy', async (path) => {
    const { headers } = (await get(path)).response;
    const policy = headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('strict-transport-security')).toMatch(/max-age/);
  });

  it.each(pages)('%s is for reading only: nothing but GET and HEAD', async (path) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']) {
      const response = await app.request(path, { method });
      expect(response.status, method).toBe(405);
      expect(response.headers.get('allow')).toBe('GET, HEAD');
    }
    const head = await app.request(path, { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
  });
});

describe('a report', () => {
  const path = '/a/330999101/reports/2023';

  it('carries the labels of a content page', async () => {
    const { text } = await get(path);
    expect(metaOf(text, 'ArticleTitle')).toBe('大坪镇人民政府2023年政府信息公开工作年度报告');
    expect(metaOf(text, 'PubDate')).toBe('2026-03-01 09:30');
    expect(metaOf(text, 'ContentSource')).toBe('大坪镇人民政府');
    expect(metaOf(text, 'ColumnType')).toBe('信息公开年报');
  });

  it('writes what comes from files as text, never as markup', async () => {
    const { text } = await get(path);
    expect(text).toContain('&lt;b&gt;原文如此&lt;/b&gt;');
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(text).not.toContain('<b>原文如此');
  });

  it('prints the six statutory headings in order and the merged heads of table 三', async () => {
    const { text } = await get(path);
    const headings = [
      '一、总体情况',
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '四、政府信息公开行政复议、行政诉讼情况',
      '五、存在的主要问题及改进情况',
      '六、其他需要报告的事项',
    ];
    const found = [...text.matchAll(/<h2 class="gk-h2" id="s\d">([^<]+)</g)].map((match) => match[1]);
    expect(found).toEqual(headings);
    expect(text).toContain('三、本年度办理结果');
    expect(text).toMatch(/<th scope="rowgroup" rowspan="22" class="band w-band">/);
    expect(text).toMatch(/<th colspan="5" scope="colgroup">法人或其他组织<\/th>/);
  });

  it('joins each finding and its place both ways', async () => {
    const { text } = await get(path);
    for (const number of [1, 2, 3, 4]) {
      expect(text).toContain(`id="m${number}"`);
      expect(text).toContain(`href="#m${number}"`);
      expect(text).toContain(`id="f${number}"`);
      expect(text).toContain(`href="#f${number}"`);
    }
    expect(text).toContain('href="/law#tiaoli2019"');
    expect(text).toContain('原文件第99行');
  });

  it('shows other years beside its own, in the order of the form, and — where their form has no such cell', async () => {
    const { text } = await get(`${path}?with=2025&with=2020`);
    expect(text).toContain('往年总计');
    const heads = [...text.matchAll(/<th scope="col" class="y gk-nw">(\d{4})年</g)].map((match) => match[1]);
    expect(heads).toEqual(['2025', '2020']);
    expect(text).toContain('该年度的版式没有这一格');
  });

  it('shows only totals when asked', async () => {
    const { text } = await get(`${path}?view=total`);
    expect(text).not.toContain('社会公益');
    expect(text).toContain('三、本年度办理结果');
  });

  it('is not sent again to who has it', async () => {
    const first = await get(path);
    const tag = first.response.headers.get('etag')!;
    const again = await get(path, { 'If-None-Match': tag });
    expect(again.response.status).toBe(304);
    expect(again.text).toBe('');
    expect((await get(`${path}?view=total`, { 'If-None-Match': tag })).response.status).toBe(200);
  });

  it('is given as JSON, as CSV and as the original file, always to be saved', async () => {
    const json = await get(`${path}.json`);
    expect(JSON.parse(json.text)).toMatchObject({ schema: 'gongkai.annual-report/1', year: 2023 });
    const csv = await app.request(`${path}.csv`);
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const bytes = new Uint8Array(await csv.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const file = await app.request(`${path}/file`);
    expect(await file.text()).toBe('原文');
    expect(file.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('年报<1>.txt')}`,
    );
    expect(file.headers.get('content-security-policy')).toContain('sandbox');
  });
});

describe('lists', () => {
  it('go on by cursor and come back', async () => {
    const first = await get('/reports');
    const next = first.text.match(/href="(\/reports\?after=[^"]+)" rel="next"/)![1]!;
    const second = await get(next);
    expect(second.text).toContain('第40街道办事处');
    expect(second.text).not.toContain('大坪镇人民政府</a>');
    expect(second.text).toMatch(/href="\/reports\?before=[^"]+" rel="prev"/);
    expect(second.text).not.toContain('rel="next"');
  });

  it('keep the chosen filters in each link and let them be removed one by one', async () => {
    const { text } = await get('/reports?year=2023&agency=大坪&findings=1');
    expect(text).toContain('年度：2023年');
    expect(text).toContain(`href="/reports?agency=${encodeURIComponent('大坪')}&amp;findings=1"`);
    expect(text).toMatch(/<option value="2023" selected/);
  });

  it('say what is not there and how to go on', async () => {
    expect((await get('/reports?agency=没有的')).text).toContain('没有符合条件的年度报告');
    expect((await get('/search?q=没有的')).text).toContain('没有找到“没有的”');
  });

  it('set off the words asked for', async () => {
    expect((await get('/search?q=大坪')).text).toContain('<mark class="hit">大坪</mark>');
  });

  it('list every agency and report for machines', async () => {
    const { response, text } = await get('/sitemap.xml');
    expect(response.headers.get('content-type')).toContain('application/xml');
    expect(text).toContain('<loc>https://www.yunxi.example/a/330999101/reports/2023</loc>');
    expect((await get('/robots.txt')).text).toContain('Sitemap: https://www.yunxi.example/sitemap.xml');
  });
});

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
    const page = await get(path, { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' });
    expect(page.response.status).toBe(status);
    expect(page.text).toContain(`<h1>${title}</h1>`);
    expect(metaOf(page.text, 'SiteName')).toBe('云溪县人民政府');
    const json = await get(path, { Accept: 'application/json' });
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
    const { response } = await get('/api/v1/nothing', { Accept: 'text/html' });
    expect(response.headers.get('content-type')).toBe('application/problem+json');
  });

  it('inside say nothing of the inside', async () => {
    const broken = createApp(
      { ...sampleServices, overview: () => Promise.reject(new Error('secret at /var/lib')) },
      options,
    );
    const response = await broken.request('/');
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('secret');
    expect(faults.at(-1)).toBeInstanceOf(Error);
  });
});

describe('operation', () => {
  it('tells life from readiness', async () => {
    expect((await get('/healthz')).text).toBe('ok');
    expect((await get('/readyz')).response.status).toBe(200);
    const waiting = createApp({ ...sampleServices, ready: async () => false }, options);
    expect((await waiting.request('/healthz')).status).toBe(200);
    expect((await waiting.request('/readyz')).status).toBe(503);
  });

  it('lets style sheets be kept for ever under their hash', async () => {
    const { text } = await get('/');
    const href = text.match(/<link rel="stylesheet" href="([^"]+)"/)![1]!;
    expect(href).toMatch(/^\/assets\/portal\.[0-9a-f]{10}\.css$/);
    const { response } = await get(href);
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(response.headers.get('content-type')).toBe('text/css; charset=utf-8');
  });

  it('compresses pages for slow lines', async () => {
    const response = await app.request('/', { headers: { 'Accept-Encoding': 'gzip' } });
    expect(response.headers.get('content-encoding')).toBe('gzip');
  });

  it('logs routes without addresses, words searched for or anything of the visitor', async () => {
    log.length = 0;
    await get('/search?q=张三', { 'User-Agent': 'Someone', 'X-Forwarded-For': '203.0.113.9' });
    await get('/a/330999101/reports/2023');
    expect(log.map(({ method, status }) => [method, status])).toEqual([
      ['GET', 200],
      ['GET', 200],
    ]);
    expect(log[0]!.route).toBe('/search');
    expect(log[1]!.route).toMatch(/^\/a\/:agency\/reports\/:year/);
    expect(JSON.stringify(log)).not.toMatch(/张三|Someone|203\.0\.113|330999101/);
  });

  it('stands under a path when embedded: every link keeps it, and both addresses answer', async () => {
    const embedded = createApp(sampleServices, { ...options, publicUrl: 'https://www.yunxi.example/xxgk/' });
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
