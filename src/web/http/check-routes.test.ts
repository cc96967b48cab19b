import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { type TestSite, testSite } from '../../../test/support/web-site.ts';

let site: TestSite;
beforeAll(async () => {
  site = await testSite();
}, 120_000);

const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

describe('the checker’s page', () => {
  it('runs our own scripts only, and its policy bars it from sending anything', async () => {
    const { response, text } = await site.get('/check');
    expect(response.status).toBe(200);
    const policy = response.headers.get('content-security-policy')!.split('; ');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("worker-src 'self'");
    expect(policy.join()).not.toMatch(/unsafe|\*|http/);
    expect(text).not.toMatch(/<style|\sstyle=|\son\w+=/i);
    const scripts = [...text.matchAll(/<script([^>]*)>([^<]*)<\/script>/g)];
    expect(scripts).toHaveLength(1);
    expect(scripts[0]![1]).toMatch(/type="module"/);
    expect(scripts[0]![2]).toBe('');
  });

  it('says without scripts what to do, and that nothing is uploaded', async () => {
    const { text } = await site.get('/check');
    expect(text.match(/<noscript>(.*?)<\/noscript>/s)![1]).toContain('gongkai check');
    expect(text).toContain('不会上传');
  });

  it('names scripts that are there, whose policy bars them, too', async () => {
    const { text } = await site.get('/check');
    const names = [...text.matchAll(/(?:src|data-desk|data-reader)="(\/assets\/check[^"]*)"/g)];
    expect(names).toHaveLength(3);
    for (const [, address] of names) {
      const { response } = await site.get(address!);
      expect(response.status, address).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
      expect(response.headers.get('content-security-policy')).toMatch(
        /default-src 'none'.*script-src 'self'.*connect-src 'none'/,
      );
    }
  });

  it.each(['/check', '/check-service-worker.js', '/assets/portal.css'])(
    '%s takes nothing in',
    async (path) => {
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
        expect((await site.request(path, { method, body: 'x' })).status, method).toBe(405);
    },
  );

  it('keeps to 200 KB packed until a file is dropped: page, style sheet, scripts, workers', async () => {
    const first = JSON.parse(readFileSync(join(site.assets, 'first.json'), 'utf8')) as string[];
    const { text } = await site.get('/check');
    const sheets = [...text.matchAll(/<link rel="stylesheet" href="\/assets\/([^"]+)"/g)].map(
      ([, name]) => name!,
    );
    expect(sheets.length).toBeGreaterThan(0);
    const names = [...first, ...sheets];
    const packed = names.map((name) => gzipSync(readFileSync(join(site.assets, name)), { level: 9 }).length);
    const sum = packed.reduce((total, bytes) => total + bytes, gzipSync(text, { level: 9 }).length);
    expect(first.length).toBeGreaterThan(3);
    expect(sum).toBeLessThanOrEqual(200_000);
  });
});

describe('the service worker', () => {
  it('keeps the page, every script, the rules and the law, and is never kept itself', async () => {
    const { response, text } = await site.get('/check-service-worker.js');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('content-security-policy')).toContain("connect-src 'self'");
    const kept = JSON.parse(text.match(/^const gongkaiKept = (\{.*\});$/m)![1]!);
    expect(kept).toMatchObject({ base: '', version: expect.stringMatching(/^[0-9a-f]{16}$/) });
    expect(kept.pages).toEqual(expect.arrayContaining(['/check', '/rules', '/rules/balance', '/law']));
    expect(kept.files.length).toBeGreaterThan(5);
    for (const path of [...kept.pages, ...kept.files])
      expect((await site.request(path)).status, path).toBe(200);
    expect(kept.files.join()).not.toContain('service-worker');
  });

  it('speaks of addresses under the path the site has', async () => {
    const app = site.variant({}, { publicUrl: 'https://www.yunxi.example/xxgk' });
    const text = await (await app.request('/xxgk/check-service-worker.js')).text();
    const kept = JSON.parse(text.match(/^const gongkaiKept = (\{.*\});$/m)![1]!);
    expect(kept.base).toBe('/xxgk');
    for (const path of [...kept.pages, ...kept.files]) expect(path).toMatch(/^\/xxgk\//);
    const page = await (await app.request('/xxgk/check')).text();
    expect(page).toContain('data-base="/xxgk"');
    expect(page).toContain('src="/xxgk/assets/check.');
  });
});

describe('style sheets and scripts', () => {
  const asset = async (accepted: string | null) => {
    const { text } = await site.get('/check');
    const path = text.match(/src="(\/assets\/check\.[^"]+)"/)![1]!;
    const headers: Record<string, string> = accepted === null ? {} : { 'Accept-Encoding': accepted };
    return { path, response: await site.request(path, { headers }) };
  };

  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['gzip;q=1.0, br;q=0.0', 'gzip'],
    ['gzip', 'gzip'],
    ['identity', null],
    ['brotli', null],
    [null, null],
  ])('go out as a browser that accepts %s takes them', async (accepted, coding) => {
    const { path, response } = await asset(accepted);
    expect(response.headers.get('content-encoding')).toBe(coding);
    expect(response.headers.get('vary')).toBe('Accept-Encoding');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const body = await bytesOf(response);
    const plain = coding === 'br' ? brotliDecompressSync(body) : coding === 'gzip' ? gunzipSync(body) : body;
    expect(plain.equals(readFileSync(join(site.assets, path.replace('/assets/', ''))))).toBe(true);
  });

  it('are those of the build and nothing else of its folder', async () => {
    for (const name of ['first.json', 'manifest.json', 'check.js', 'check-desk.js.gz'])
      expect((await site.request(`/assets/${name}`)).status, name).toBe(404);
  });
});
