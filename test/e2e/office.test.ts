import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demonstrationPassword } from '../../src/app/demonstration-people.ts';
import { sideways, violationsOf } from './axe.ts';
import { type Browser, browserPath, openBrowser } from './browser.ts';
import { type Demonstration, serveDemonstration } from './demonstration.ts';

describe.skipIf(browserPath === null)('the office in a real browser', () => {
  let site: Demonstration;
  const browsers: Browser[] = [];
  const open = async (...options: Parameters<typeof openBrowser>) => {
    const browser = await openBrowser(...options);
    browsers.push(browser);
    return browser.context.newPage();
  };
  const enter = async (page: Page, username: string) => {
    await page.goto(`${site.url}/office/sign-in`);
    await page.fill('#f-username', username);
    await page.fill('#f-password', demonstrationPassword);
    await page.press('#f-password', 'Enter');
    await page.waitForURL(`${site.url}/office`);
  };
  const leave = async (page: Page) => {
    await page.context().clearCookies();
  };

  beforeAll(async () => {
    site = await serveDemonstration();
  });
  afterAll(async () => {
    for (const browser of browsers) await browser.close();
    await site?.close();
  });

  /** Pages of each person, by user name. */
  const pages: Readonly<Record<string, readonly string[]>> = {
    zhuanyuan: ['/office', '/office/me', '/office/people'],
    xitong: ['/office/people', '/office/people/new', '/office/people?q=zzz'],
    anquan: ['/office/people', '/office/policy'],
  };

  it.each([1280, 360])(
    'at %i px no page has an accessibility fault or scrolls sideways',
    async (width) => {
      const page = await open(width);
      const check = async (address: string) => {
        expect(await violationsOf(page), `${address} at ${width}`).toEqual([]);
        expect(await sideways(page), `${address} at ${width}`).toBeLessThanOrEqual(0);
      };
      await page.goto(`${site.url}/office/sign-in`);
      await check('/office/sign-in');
      for (const [username, addresses] of Object.entries(pages)) {
        await enter(page, username);
        for (const address of addresses) {
          await page.goto(site.url + address);
          await check(address);
        }
        await leave(page);
      }
      expect(site.faults).toEqual([]);
    },
    120_000,
  );

  it('lets administrators make a clerk and give a role without a script, and the clerk choose a password', async () => {
    const page = await open(1280, { javaScriptEnabled: false });
    await enter(page, 'xitong');
    await page.click('a[href$="/office/people"]:visible');
    await page.click('text=建立账号');
    await page.selectOption('#f-agencyId', { label: '云岫县芦汀镇人民政府' });
    await page.fill('#f-name', '新来');
    await page.fill('#f-username', 'xin.lai');
    await page.fill('#f-password', 'short');
    await page.click('main form[method=post] button[type=submit]');
    expect(await page.textContent('#errors')).toContain('至少需要10个');
    expect(await page.inputValue('#f-name')).toBe('新来');
    await page.fill('#f-password', 'Shou-ci-kou-ling-1');
    await page.click('main form[method=post] button[type=submit]');
    expect(await page.textContent('#flash')).toContain('账号已建立');
    const address = page.url().replace(/\?.*/, '');
    await leave(page);

    await enter(page, 'anquan');
    await page.goto(address);
    await page.selectOption('#f-role', 'contributor');
    await page.click('#grant button[type=submit]');
    expect(await page.textContent('#roles')).toContain('信息员');
    await leave(page);

    await page.goto(`${site.url}/office/sign-in`);
    await page.fill('#f-username', 'xin.lai');
    await page.fill('#f-password', 'Shou-ci-kou-ling-1');
    await page.click('main form button[type=submit]');
    expect(page.url()).toBe(`${site.url}/office/me/password`);
    await page.fill('#f-current', 'Shou-ci-kou-ling-1');
    await page.fill('#f-password', 'Wo-zi-ji-de-kou-ling-2');
    await page.click('main form[method=post] button[type=submit]');
    expect(await page.textContent('h1')).toBe('工作台');
  }, 120_000);

  it('is walked by keyboard: skip link, navigation, the form, and on to the page', async () => {
    const page = await open(1280);
    await enter(page, 'xitong');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent.trim()')).toBe('跳到正文');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('location.hash')).toBe('#main');
  }, 60_000);
});
