import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { badFiles, countyFiles, fileOf, type MadeFile, townshipReport } from '../support/checker-files.ts';
import { violationsOf } from './axe.ts';
import { type Browser, browserPath, openBrowser, printerIn } from './browser.ts';
import {
  type CheckerSite,
  check,
  done,
  drop,
  openChecker,
  openKept,
  serveChecker,
  state,
  status,
} from './checker.ts';

describe.skipIf(browserPath === null)('the checker in a real browser', () => {
  let site: CheckerSite;
  const browsers: Browser[] = [];
  const open = async (...options: Parameters<typeof openBrowser>) => {
    const browser = await openBrowser(...options);
    browsers.push(browser);
    return browser.context;
  };
  const one = async (name: string, seed: number, year: number, faulty: boolean): Promise<MadeFile> => ({
    name,
    bytes: await fileOf(name.slice(name.lastIndexOf('.') + 1), townshipReport(seed, year, faulty)),
  });
  const saved = async (page: Page, button: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator(button).first().click(),
    ]);
    return { name: download.suggestedFilename(), bytes: readFileSync((await download.path())!) };
  };

  beforeAll(async () => {
    site = await serveChecker();
  }, 120_000);
  afterAll(async () => {
    for (const browser of browsers) await browser.close();
    await site?.close();
    expect(site.faults).toEqual([]);
  });

  it('leads a clerk from a faulty report to its cell, its rule and its correction', async () => {
    const context = await open(1280);
    const page = await openChecker(context, site.address);
    const { paths } = site.files('clerk', [
      await one('送审稿.docx', 5, 2023, true),
      await one('改后.docx', 5, 2023, false),
    ]);
    await drop(page, [paths[0]!]);
    await done(page);
    expect(await status(page)).toMatch(/^检查完毕：读出1份报告。错误 \d+ 项/);
    expect(await page.evaluate('document.activeElement.id')).toBe('check-results');

    const finding = page.locator('.gk-find').first();
    const jump = finding.locator('a[href^="#m"]');
    await jump.click();
    const mark = page.locator((await jump.getAttribute('href'))!);
    expect(await mark.isVisible()).toBe(true);
    expect(await mark.evaluate((element) => element.closest('td') !== null)).toBe(true);

    const rule = finding.locator('a[href*="/rules/"]').first();
    const [opened] = await Promise.all([context.waitForEvent('page'), rule.click()]);
    await opened.waitForLoadState();
    expect(await opened.locator('main').textContent()).toContain(
      (await finding.locator('code').textContent())!,
    );
    await opened.close();

    expect(await check(page, paths[1]!)).toBe('检查完毕：读出1份报告。没有发现问题');
    expect(await page.locator('.gk-find').count()).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
  }, 60_000);

  it('lays the years of one agency side by side and checks each with the one before it', async () => {
    const page = await openChecker(await open(1280), site.address);
    const { paths } = site.files('years', [
      await one('2021.html', 5, 2021, false),
      await one('2022.docx', 5, 2022, false),
      await one('2023.txt', 5, 2023, false),
    ]);
    await check(page, paths);
    const results = page.locator('#check-results');
    for (const year of ['2021', '2022', '2023']) expect(await results.textContent()).toContain(year);
    await results.locator('a[data-go^="report/"]').first().click();
    await page.waitForSelector('#report');
    await results.locator('form[data-go] button[type=submit], form[data-go] [type=submit]').first().click();
    await page.waitForTimeout(300);
    expect(await violationsOf(page)).toEqual([]);
    await page.goBack();
    await page.goBack();
    await page.waitForSelector('#report', { state: 'detached' });
  }, 60_000);

  it('gives a county its agencies by rules, the worst first, and sheets to send back', async () => {
    const context = await open(1280);
    const made = await countyFiles(27, ['txt', 'html', 'docx', 'xlsx', 'csv', 'pdf'], printerIn(context));
    const { folder } = site.files('county', [...made, ...(await badFiles()).slice(0, 3)]);

    const page = await openChecker(context, site.address);
    await drop(page, [folder]);
    await done(page);
    expect(await status(page)).toMatch(/^检查完毕：读出27份报告，3个文件不能读取。/);
    const results = page.locator('#check-results');
    for (const name of ['旧版.doc', '加密.docx', '截断.docx'])
      expect(await results.textContent()).toContain(name);
    expect(await results.textContent()).toContain('请另存为 .docx 后再检查');

    const rows = page.locator('#check-rows tr');
    expect(await rows.count()).toBe(27);
    const errors = await rows.evaluateAll((list) =>
      list.map((row) => Number(row.querySelector('td')?.textContent?.trim() || 0)),
    );
    expect(errors).toEqual([...errors].sort((a, b) => b - a));
    expect(errors[0]).toBeGreaterThan(0);

    for (let i = 0; i < 3; i++) {
      await rows.nth(i).locator('a[data-go^="report/"]').first().click();
      await page.waitForSelector('#report');
      const sheet = await saved(page, '[data-download="sheet.docx"]');
      expect(sheet.name).toMatch(/年年度报告检查单\.docx$/);
      const text = strFromU8(unzipSync(new Uint8Array(sheet.bytes))['word/document.xml']!);
      expect(text).toMatch(/R\d{3}/);
      await page.goBack();
      await page.waitForSelector('#check-rows');
    }
    const all = await saved(page, '[data-download="sheet.docx"][data-of=all]');
    expect(all.name).toBe('全部检查单.zip');
    const json = await saved(page, '[data-download="report.json"][data-of=all]');
    expect(JSON.parse(json.bytes.toString()).summary.files).toBe(30);
    const figures = await saved(page, '[data-download="figures.xlsx"][data-of=all]');
    expect(Object.keys(unzipSync(new Uint8Array(figures.bytes)))).toContain('xl/workbook.xml');
    const log = await saved(page, '[data-download="report.sarif"][data-of=all]');
    expect(JSON.parse(log.bytes.toString()).runs).toHaveLength(1);
    expect(await violationsOf(page)).toEqual([]);
  }, 120_000);

  it('sends nothing once it is loaded, and cannot', async () => {
    const context = await open(1280);
    const page = await openKept(context, site.address);
    // Browsers look by themselves, once after the page was opened, whether there is a newer service worker.
    const reached = () => site.requests.filter(({ route }) => route !== '/check-service-worker.js').length;
    const before = reached();
    const asked: string[] = [];
    context.on('request', (request) => {
      asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`);
    });
    await context.setOffline(true);
    const made = await countyFiles(10, ['txt', 'html', 'docx', 'xlsx', 'csv']);
    const { paths } = site.files('private', [...made, ...(await badFiles())]);
    expect(await check(page, paths)).toMatch(/^检查完毕：读出10份报告，9个文件不能读取。/);
    await saved(page, '[data-download="sheet.html"][data-of=all]');
    await page.waitForTimeout(500);
    // What was asked for are parts of the program, which the service worker had.
    const { origin } = new URL(site.address);
    for (const line of asked)
      expect(line).toMatch(new RegExp(`^GET ${origin}/assets/check-(?:part|reader)\\.[A-Z0-9]+\\.js $`));
    expect(reached()).toBe(before);

    await context.setOffline(false);
    const barred = await page.evaluate(async (address) => {
      const tries = [
        fetch(address, { method: 'POST', body: 'x' }),
        fetch(address),
        new Promise((resolve, reject) => {
          const request = new XMLHttpRequest();
          request.onload = resolve;
          request.onerror = reject;
          request.open('GET', address);
          request.send();
        }),
      ];
      const ends = await Promise.allSettled(tries);
      return ends.map(({ status: end }) => end);
    }, `${origin}/healthz`);
    expect(barred).toEqual(['rejected', 'rejected', 'rejected']);
    expect(reached()).toBe(before);
  }, 120_000);

  it('answers before the place names are there, says so, and answers again when they are or cannot be had', async () => {
    const { paths } = site.files('places', [await one('一.docx', 5, 2023, true)]);
    for (const arrives of [true, false]) {
      const page = await openChecker(await open(1280), site.address);
      let release = () => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      await page.route('**/assets/check-part.*', async (route) => {
        await held;
        await (arrives ? route.continue() : route.abort());
      });
      await check(page, paths);
      const results = page.locator('#check-results');
      expect(await results.textContent()).toContain('地名资料正在载入');
      expect(await page.locator('.gk-find').count()).toBeGreaterThan(0);
      release();
      const late = arrives ? '' : '地名资料没有载入';
      await results.filter({ hasNotText: '地名资料正在载入', hasText: late }).waitFor();
      expect((await results.textContent())!.includes('地名资料')).toBe(!arrives);
    }
  }, 60_000);

  it('works without network once loaded, also opened again, with its rules and the law', async () => {
    const context = await open(1280);
    const page = await openKept(context, site.address);
    await context.setOffline(true);
    await page.reload();
    await page.waitForSelector('#check[data-load=ready]');
    const { paths } = site.files('offline', [await one('一.docx', 5, 2023, true)]);
    expect(await check(page, paths)).toContain('错误');
    const rule = await page.locator('.gk-find a[href*="/rules/"]').first().getAttribute('href');
    await page.goto(new URL(rule!, site.address).href);
    expect(await page.locator('h1').count()).toBe(1);
    await page.goto(new URL('law', site.address).href);
    expect(await page.title()).toContain('依据');
    await expect(page.goto(new URL('reports', site.address).href)).rejects.toThrow(/DISCONNECTED/);
  }, 60_000);

  it('works under a path, and leaves the rest of the site to the network', async () => {
    const under = await serveChecker('/xxgk');
    try {
      const context = await open(1280);
      const page = await openKept(context, under.address);
      await page.reload();
      await page.waitForSelector('#check[data-load=ready]');
      const before = under.requests.length;
      await page.goto(new URL('reports', under.address).href);
      expect(under.requests.slice(before).some(({ route }) => route.endsWith('/reports'))).toBe(true);
      await context.setOffline(true);
      await page.goto(under.address);
      await page.waitForSelector('#check[data-load=ready]');
      const { paths } = under.files('offline', [await one('一.docx', 5, 2023, true)]);
      expect(await check(page, paths)).toContain('错误');
    } finally {
      await under.close();
    }
  }, 120_000);

  it('is used by keyboard alone', async () => {
    const page = await openChecker(await open(1280), site.address);
    // Asked for before the first key: the browser must know of the wish when the dialog opens.
    const chosen = page.waitForEvent('filechooser', { timeout: 60_000 });
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press('Tab');
      if ((await page.evaluate('document.activeElement.id')) === 'check-files') break;
    }
    expect(await page.evaluate('document.activeElement.id')).toBe('check-files');
    const { paths } = site.files('keyboard', [await one('一.docx', 5, 2023, true)]);
    await page.keyboard.press('Enter');
    await (await chosen).setFiles(paths);
    await done(page);
    expect(await page.evaluate('document.activeElement.id')).toBe('check-results');
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate("document.activeElement.getAttribute('href')?.startsWith('#m')")) break;
    }
    const target = (await page.evaluate("document.activeElement.getAttribute('href')")) as string;
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe(target);
    expect(await page.locator(target).isVisible()).toBe(true);
  }, 90_000);

  it.each([1280, 360])(
    'at %i px no view has an accessibility fault or scrolls sideways',
    async (width) => {
      const page = await openChecker(await open(width), site.address);
      const sound = async (what: string) => {
        expect(await violationsOf(page), `${what} at ${width}`).toEqual([]);
        const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        expect(over, `${what} at ${width}`).toBeLessThanOrEqual(0);
      };
      await sound('empty');
      const made = await countyFiles(8, ['txt', 'docx']);
      const { paths } = site.files('views', [...made, ...(await badFiles()).slice(0, 2)]);
      await check(page, paths);
      await sound('county');
      await page.locator('#check-rows a[data-go^="report/"]').first().click();
      await page.waitForSelector('#report');
      await sound('report');
      await page.locator('a[data-go="files"]').first().click();
      await page.waitForSelector('[id^="file-"]');
      await sound('files');
      await check(page, paths.at(-1)!);
      await sound('failed');
      const years = site.files('views', [
        await one('1.txt', 5, 2022, true),
        await one('2.txt', 5, 2023, true),
      ]);
      await check(page, years.paths);
      await sound('years');
      await page.locator('[data-clear]').first().click();
      expect(await state(page)).toBe('empty');
    },
    120_000,
  );

  it('has one clear line for every bad file, and goes on', async () => {
    const page = await openChecker(await open(1280), site.address);
    const bad = await badFiles();
    for (const { name, bytes } of bad) {
      const { paths } = site.files('bad', [{ name, bytes }]);
      expect(await check(page, paths), name).toMatch(/^检查完毕：读出0份报告，1个文件不能读取。/);
      const text = (await page.textContent('#check-results')) ?? '';
      expect(text, name).toContain(name);
      expect(text, name).not.toMatch(/程序出错|undefined|Error/);
    }
    const { paths } = site.files('bad', [...bad, await one('好.docx', 5, 2023, false)]);
    expect(await check(page, paths)).toMatch(/^检查完毕：读出1份报告，9个文件不能读取。/);
  }, 120_000);

  it('opens the archive that a county was sent', async () => {
    const page = await openChecker(await open(1280), site.address);
    const made = await countyFiles(4, ['docx', 'txt']);
    const content = Object.fromEntries(made.map(({ name, bytes }) => [`报送/${name}`, bytes]));
    const { paths } = site.files('archive', [{ name: '报送.zip', bytes: zipSync(content) }]);
    expect(await check(page, paths)).toMatch(/^检查完毕：读出4份报告。/);
    expect(await page.locator('#check-rows tr').count()).toBe(4);
  }, 60_000);

  it('says what to do where scripts are off', async () => {
    const context = await open(1280, { javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(site.address);
    expect(await page.locator('main').textContent()).toContain('gongkai check');
  }, 60_000);
});
