import { beforeAll, describe, expect, it } from 'vitest';
import { builtAssets } from '../../../test/support/built-assets.ts';
import { sampleServices } from '../../../test/support/sample-services.ts';
import { startServer } from './server.ts';

let assetsFolder: string;
const start = (over: { port?: number; publicUrl?: string } = {}) =>
  startServer({ host: '127.0.0.1', port: 0, services: sampleServices, assetsFolder, ...over });

beforeAll(async () => {
  assetsFolder = await builtAssets();
}, 120_000);

describe('the server', () => {
  it('answers on the address it prints and ends when closed', async () => {
    const server = await start();
    const response = await fetch(`${server.url}/`);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain(`<link rel="canonical" href="${server.url}/"`);
    await server.close();
    await expect(fetch(`${server.url}/`)).rejects.toThrow();
  });

  it('says that a port is taken', async () => {
    const first = await start();
    await expect(start({ port: first.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await first.close();
  });

  it.each(['不是网址', 'www.example.gov.cn', 'ftp://www.example.gov.cn/', 'https://www.example.gov.cn/?a=1'])(
    'refuses the PUBLIC_URL %s in a plain sentence',
    async (publicUrl) => {
      await expect(start({ publicUrl })).rejects.toThrow('应为完整的网址');
    },
  );

  it('writes the address people use into links that leave the page', async () => {
    const server = await start({ publicUrl: 'https://www.yunxi.example/xxgk/' });
    const text = await (await fetch(`${server.url}/xxgk/sitemap.xml`)).text();
    expect(text).toContain('<loc>https://www.yunxi.example/xxgk/a/330999101/reports/2023</loc>');
    await server.close();
  });

  it('answers HEAD without a body and refuses a body sent to it', async () => {
    const server = await start();
    const head = await fetch(`${server.url}/reports`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    const post = await fetch(`${server.url}/reports`, { method: 'POST', body: 'x'.repeat(100_000) });
    expect(post.status).toBe(405);
    await server.close();
  });
});
