import { it } from 'vitest';
import { serveDemonstration } from './demonstration.ts';
import { openBrowser } from './browser.ts';
it('images', async () => {
  const site = await serveDemonstration();
  const out = '/work/main/docs/images';
  const { mkdirSync } = await import('node:fs'); mkdirSync(out, { recursive: true });
  const b = await openBrowser(1280); const page = await b.context.newPage();
  await page.goto(site.url + '/a/990901201/reports/2024'); await page.screenshot({ path: out + '/report.png' });
  await page.goto(site.url + '/a/990901201/reports/2024#s3'); await page.evaluate("document.querySelector('.gk-form--3').scrollIntoView()"); await page.evaluate('scrollBy(0,-60)'); await page.screenshot({ path: out + '/table.png' });
  await page.goto(site.url + '/reports'); await page.screenshot({ path: out + '/list.png', clip: { x: 0, y: 0, width: 1280, height: 640 } });
  await page.goto(site.url + '/'); await page.screenshot({ path: out + '/home.png' });
  await b.close();
  const m = await openBrowser(360); const p = await m.context.newPage();
  await p.goto(site.url + '/a/990901201/reports/2024'); await p.screenshot({ path: out + '/phone.png' });
  for (const [n, u] of [['findings', '/a/990901103/reports/2023'], ['prose', '/a/990901102/reports/2024']] as const) { await p.goto(site.url + u); await p.screenshot({ path: `/tmp/web/p-${n}.png`, fullPage: true }); }
  await m.close(); await site.close();
}, 200000);
