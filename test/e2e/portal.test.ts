import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsOf } from './axe.ts';
import { type Browser, browserPath, openBrowser } from './browser.ts';
import { type Demonstration, serveDemonstration } from './demonstration.ts';

describe.skipIf(browserPath === null)('the portal in a real browser', () => {
  let site: Demonstration;
  /** A report with errors and one without, found by following the list. */
  let faulty: string;
  let clean: string;
  const browsers: Browser[] = [];
  const open = async (...options: Parameters<typeof openBrowser>) => {
    const browser = await openBrowser(...options);
    browsers.push(browser);
    return browser.context.newPage();
  };

  beforeAll(async () => {
    site = await serveDemonstration();
    const html = await (await fetch(`${site.url}/reports`)).text();
    const links = [...html.matchAll(/href="(\/a\/[^"]+\/reports\/\d{4})">(.*?)<\/a>/gs)];
    faulty = links.find((match) => match[2]!.includes('错误'))![1]!;
    clean = links.find((match) => match[2]!.includes('相符'))![1]!;
  });
  afterAll(async () => {
    for (const browser of browsers) await browser.close();
    await site?.close();
  });

  const addresses = () => [
    '/',
    '/reports',
    '/reports?findings=1',
    `/search?q=${encodeURIComponent('公开')}`,
    `/search?q=${encodeURIComponent('没有的词句')}`,
    '/law',
    '/apply',
    '/track',
    '/check',
    '/rules',
    '/rules/balance',
    '/rules/near-duplicate',
    '/rules/statistics-bound',
    '/rules/R999',
    faulty.replace(/\/reports\/.*/, ''),
    faulty.replace(/\/\d{4}$/, ''),
    faulty,
    `${faulty}?view=total`,
    clean,
    '/nothing',
  ];

  it.each([1280, 360])(
    'at %i px no page has an accessibility fault or scrolls sideways',
    async (width) => {
      const page = await open(width);
      for (const address of addresses()) {
        await page.goto(site.url + address);
        expect(await violationsOf(page), `${address} at ${width}`).toEqual([]);
        const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        expect(over, `${address} at ${width}`).toBeLessThanOrEqual(0);
      }
      expect(site.faults).toEqual([]);
    },
    120_000,
  );

  it('sends nothing that its own content security policy refuses', async () => {
    const page = await open(1280);
    const refused: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) refused.push(message.text());
    });
    for (const address of addresses()) await page.goto(site.url + address);
    expect(refused).toEqual([]);
  }, 60_000);

  it('leads by keyboard alone from the search to a finding and to its place', async () => {
    const page = await open(1280);
    await page.goto(`${site.url}/`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent.trim()')).toBe('跳到正文');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.name')).toBe('q');
    await page.keyboard.type('政府信息公开');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\?q=/);
    expect(await page.locator('.gk-hits a').count()).toBeGreaterThan(0);

    await page.goto(site.url + faulty);
    const first = page.locator('.gk-find .foot a[href^="#m"]').first();
    await first.focus();
    const outline = await first.evaluate((link) => getComputedStyle(link).outlineStyle);
    expect(outline).not.toBe('none');
    const target = (await first.getAttribute('href'))!;
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe(target);
    await page.locator(target).focus();
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe(target.replace('m', 'f'));
  }, 60_000);

  it('works whole without JavaScript on a phone: menu, filter, comparison, totals', async () => {
    const page = await open(360, { javaScriptEnabled: false });
    await page.goto(`${site.url}/`);
    const menu = page.getByRole('link', { name: '公开年报', exact: true });
    expect(await menu.isVisible()).toBe(false);
    await page.getByRole('link', { name: '菜单' }).click();
    await menu.click();
    await page.waitForURL(/\/reports$/);
    await page.getByLabel('只看有问题的').check();
    await page.getByRole('button', { name: '筛选' }).click();
    await page.waitForURL(/findings=1/);
    expect(await page.getByText('已选：').isVisible()).toBe(true);

    await page.goto(site.url + clean);
    const boxes = page.locator('.gk-compare input[type=checkbox]');
    for (const box of await boxes.all()) await box.uncheck();
    await boxes.first().check();
    await page.getByRole('button', { name: '对照' }).click();
    await page.waitForURL(/with=\d{4}&with=0/);
    expect(await page.locator('.gk-compare input:checked').count()).toBe(1);
    await page.getByRole('link', { name: '只看总计' }).click();
    await page.waitForURL(/view=total/);
    expect(await page.getByRole('columnheader', { name: '自然人' }).count()).toBe(0);
    expect(await page.locator('.gk-chart--narrow svg').isVisible()).toBe(true);
    expect(await page.locator('.gk-chart--wide svg').isVisible()).toBe(false);
  }, 60_000);

  it('prints the report without navigation and with all of its tables', async () => {
    const page = await open(1280);
    await page.goto(site.url + faulty);
    await page.emulateMedia({ media: 'print' });
    for (const gone of ['.gk-pnav', '.gk-toolbar', '.gk-compare', '.gk-crumbs'])
      expect(await page.locator(gone).first().isVisible(), gone).toBe(false);
    expect(await page.locator('.gk-form--3').isVisible()).toBe(true);
    const overflow = await page
      .locator('.gk-scroll')
      .first()
      .evaluate((box) => getComputedStyle(box).overflowX);
    expect(overflow).toBe('visible');
  }, 60_000);
});
