import { beforeAll, describe, expect, it } from 'vitest';
import { metaOf, type TestSite, testSite } from '../../../test/support/web-site.ts';

let site: TestSite;
beforeAll(async () => {
  site = await testSite();
}, 60_000);

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
describe('every page', () => {
  it.each(pages)('%s answers with the site and column labels of 国办发〔2017〕47号', async (path) => {
    const { response, text } = await site.get(path);
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
      const { text } = await site.get(path);
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
    const { text } = await site.get(path);
    const ids = [...text.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]!);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const targets = [...text.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]!);
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
  });

  it.each(pages)('%s sends a strict content security policy', async (path) => {
    const { headers } = (await site.get(path)).response;
    const policy = headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('strict-transport-security')).toMatch(/max-age/);
  });

  it.each(pages)('%s is for reading only: nothing but GET and HEAD', async (path) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']) {
      const response = await site.request(path, { method });
      expect(response.status, method).toBe(405);
      expect(response.headers.get('allow')).toBe('GET, HEAD');
    }
    const head = await site.request(path, { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
  });
});
