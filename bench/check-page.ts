import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { startServer } from '../src/web/http/server.ts';
import { browserPath, openBrowser, printerIn } from '../test/e2e/browser.ts';
import { countyFiles, fileOf } from '../test/support/checker-files.ts';
import { cleanReport, publishedReport, spoil } from '../test/support/generate.ts';
import { sampleServices } from '../test/support/sample-services.ts';
import { median } from './measure.ts';
import type { Result } from './results.ts';

const round = (value: number, digits = 0): number => Number(value.toFixed(digits));

/** What the page notes of itself: when files came, when their view was painted, and how long it was not to be had. */
const watch = `(() => {
  const noted = { came: 0, painted: 0, longest: 0 };
  window.noted = noted;
  document.addEventListener('change', () => { noted.came = performance.now(); noted.painted = 0; }, true);
  new MutationObserver(() => {
    if (document.querySelector('#check-results .gk-check-head'))
      requestAnimationFrame(() => setTimeout(() => { noted.painted = noted.painted || performance.now(); }));
  }).observe(document.getElementById('check-results'), { childList: true });
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  port1.onmessage = () => {
    const now = performance.now();
    noted.longest = Math.max(noted.longest, now - last);
    last = now;
    setTimeout(() => { last = performance.now(); port2.postMessage(0); }, 4);
  };
  port2.postMessage(0);
})()`;

interface Noted {
  readonly came: number;
  readonly painted: number;
  readonly longest: number;
}
const noted = (page: Page) => page.evaluate('({ ...window.noted })') as Promise<Noted>;

/** Milliseconds from the choice of the files to the painted view of what was found. */
async function timeOf(page: Page, paths: readonly string[]): Promise<number> {
  await page.evaluate("document.querySelector('#check-results').replaceChildren()");
  await page.setInputFiles('#check-files', paths as string[]);
  await page.waitForFunction(() => (window as unknown as { noted: Noted }).noted.painted > 0, undefined, {
    timeout: 120_000,
  });
  const { came, painted } = await noted(page);
  return painted - came;
}

/** Bytes of page, style sheets, scripts and workers, each packed with gzip, before a file is chosen. */
async function firstLoad(address: string, assets: string): Promise<number> {
  const page = await (await fetch(`${address}/check`)).text();
  const sheets = [...page.matchAll(/rel="stylesheet" href="\/assets\/([^"]+)"/g)].map(([, name]) => name!);
  const scripts = JSON.parse(readFileSync(join(assets, 'first.json'), 'utf8')) as string[];
  const files = [...sheets, ...scripts].map((name) => readFileSync(join(assets, name)));
  return [page, ...files].reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0);
}

async function measure(page: Page, scratch: string): Promise<Result[]> {
  const write = (name: string, bytes: Uint8Array | string): string => {
    writeFileSync(join(scratch, name), bytes);
    return join(scratch, name);
  };
  const faulty = spoil(cleanReport(4, { prose: 3000, figures: true }), 4).report;
  const single = [
    ['txt', write('report.txt', publishedReport(6).content)],
    ['docx', write('report.docx', await fileOf('docx', faulty))],
  ] as const;
  const results: Result[] = [];
  for (const [kind, path] of single) {
    for (let i = 0; i < 3; i++) await timeOf(page, [path]);
    const times: number[] = [];
    for (let i = 0; i < 15; i++) times.push(await timeOf(page, [path]));
    results.push(
      { name: `/check, one ${kind} to its view, median of 15`, unit: 'ms', value: round(median(times)) },
      {
        name: `/check, one ${kind} to its view, slowest of 15`,
        unit: 'ms',
        value: round(Math.max(...times)),
      },
    );
  }
  const kinds = ['txt', 'html', 'docx', 'xlsx', 'csv', 'pdf'];
  const made = await countyFiles(200, kinds, printerIn(page.context()));
  const paths = made.map(({ name, bytes }) => write(name, bytes));
  await page.evaluate('window.noted.longest = 0');
  const started = performance.now();
  await page.setInputFiles('#check-files', paths);
  await page.waitForSelector('#check-rows tr:nth-child(200)', { timeout: 120_000 });
  const seconds = (performance.now() - started) / 1000;
  const { longest } = await noted(page);
  results.push(
    { name: '/check, 200 files of a county to their table', unit: 's', value: round(seconds, 2) },
    { name: '/check, longest wait of the page meanwhile', unit: 'ms', value: round(longest) },
  );
  return results;
}

/** The checker in a real browser over the built program; nothing where there is no Chromium. */
export async function measureCheckPage(root: string): Promise<Result[]> {
  if (browserPath === null) return [];
  const assetsFolder = join(root, 'dist', readFileSync(join(root, 'dist', 'current'), 'utf8'), 'assets');
  const scratch = mkdtempSync(join(tmpdir(), 'gongkai-bench-'));
  const server = await startServer({ host: '127.0.0.1', port: 0, services: sampleServices, assetsFolder });
  const browser = await openBrowser(1280);
  try {
    const page = await browser.context.newPage();
    await page.goto(`${server.url}/check`);
    await page.waitForSelector('#check[data-load=ready]', { timeout: 60_000 });
    await page.evaluate(watch);
    const size = await firstLoad(server.url, assetsFolder);
    return [
      { name: '/check, first load, gzip', unit: 'KB', value: round(size / 1000, 1) },
      ...(await measure(page, scratch)),
    ];
  } finally {
    await browser.close();
    await server.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}
