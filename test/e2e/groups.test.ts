import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedApplications } from '../../src/app/demonstration-applications.ts';
import { demonstrationPassword } from '../../src/app/demonstration-people.ts';
import { sideways, violationsOf } from './axe.ts';
import { type Browser, browserPath, openBrowser } from './browser.ts';
import { type Demonstration, serveDemonstration } from './demonstration.ts';

describe.skipIf(browserPath === null)('applications of one text in a real browser', () => {
  let site: Demonstration;
  const browsers: Browser[] = [];
  const open = async (...options: Parameters<typeof openBrowser>) => {
    const browser = await openBrowser(...options);
    browsers.push(browser);
    return browser.context.newPage();
  };
  const enter = async (page: Page, username: string) => {
    await page.context().clearCookies();
    await page.goto(`${site.url}/office/sign-in`);
    await page.fill('#f-username', username);
    await page.fill('#f-password', demonstrationPassword);
    await page.click('main form button[type=submit]');
    await page.waitForURL(`${site.url}/office`);
  };

  beforeAll(async () => {
    site = await serveDemonstration(seedApplications);
  }, 120_000);
  afterAll(async () => {
    for (const browser of browsers) await browser.close();
    await site?.close();
  });

  it.each([1280, 360])(
    'at %i px have no accessibility fault and do not scroll sideways',
    async (width) => {
      const page = await open(width);
      const check = async (what: string) => {
        expect(await violationsOf(page), `${what} at ${width}`).toEqual([]);
        expect(await sideways(page), `${what} at ${width}`).toBeLessThanOrEqual(0);
      };
      await enter(page, 'zhenzhang');
      await page.goto(`${site.url}/office/applications`);
      await check('board');
      await page.click('#groups tbody a');
      await check('group');
      await page.click('#next a');
      await check('act');
      await page.goto(page.url().replace(/\/[a-z]+$/, '/approve'));
      await check('approval');
    },
    120_000,
  );

  it('are approved once and sent, each with a letter of its own, without a script', async () => {
    const page = await open(360, { javaScriptEnabled: false });
    await enter(page, 'zhenzhang');
    await page.click('text=审批：同一内容的申请 6 件');
    await page.click('text=整组审批');
    await page.fill('#f-opinion', '同意');
    await page.click('text=批准签发');
    expect(await page.textContent('#course')).toContain('已办到 6 件，共 6 件');
    await enter(page, 'zhuanyuan');
    await page.click('text=发出答复：同一内容的申请 6 件');
    await page.click('#next >> text=整组发出答复');
    await page.check('input[value=email]');
    await page.click('main form[method=post] button[type=submit]');
    expect(await page.textContent('#about')).toContain('已答复 6');
    await page.click('#members tbody a');
    expect(await page.textContent('#letters')).toContain('政府信息已主动公开告知书');
    expect(site.faults).toEqual([]);
  }, 120_000);
});
