import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveKit } from '../support/kit-site.ts';
import { sideways, violationsOf } from './axe.ts';
import { type Browser, browserPath, openBrowser } from './browser.ts';

const focused = (page: Page, what: string) => page.evaluate(`document.activeElement.${what}`);

describe.skipIf(browserPath === null)('the kit of the office in a real browser', () => {
  let site: Awaited<ReturnType<typeof serveKit>>;
  const browsers: Browser[] = [];
  const open = async (...options: Parameters<typeof openBrowser>) => {
    const browser = await openBrowser(...options);
    browsers.push(browser);
    return browser.context.newPage();
  };

  beforeAll(async () => {
    site = await serveKit();
  });
  afterAll(async () => {
    for (const browser of browsers) await browser.close();
    await site?.close();
  });

  it.each([1280, 360])(
    'at %i px has no accessibility fault, does not scroll sideways, breaks no policy',
    async (width) => {
      const page = await open(width);
      const said: string[] = [];
      page.on('console', (message) => said.push(message.text()));
      page.on('pageerror', (error) => said.push(String(error)));
      for (const path of ['', '?refused=1&flash=1', '?step=已办结&mine=1', '?all=1&col=fee']) {
        await page.goto(site.url + path);
        expect(await violationsOf(page), `${path} at ${width}`).toEqual([]);
        expect(await sideways(page), `${path} at ${width}`).toBeLessThanOrEqual(0);
      }
      expect(said).toEqual([]);
    },
    120_000,
  );

  it('leads by keyboard past the bar to the content, and after a refusal to the summary and its field', async () => {
    const page = await open(1280);
    await page.goto(site.url);
    await page.keyboard.press('Tab');
    expect(await focused(page, 'textContent.trim()')).toBe('跳到正文');
    await page.keyboard.press('Enter');
    expect(await focused(page, 'id')).toBe('main');
    await page.goto(`${site.url}?refused=1`);
    expect(await focused(page, 'id')).toBe('errors');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate("document.querySelector('#f-documentNumber').matches(':target')")).toBe(true);
  }, 60_000);

  it('works on a phone without JavaScript: menu, person, filter, chosen rows', async () => {
    const page = await open(360, { javaScriptEnabled: false });
    await page.goto(site.url);
    const entry = page.getByRole('link', { name: /依申请公开/ });
    expect(await entry.isVisible()).toBe(false);
    await page.getByRole('link', { name: '打开菜单' }).click();
    expect(await entry.isVisible()).toBe(true);
    await page.getByRole('link', { name: '收起菜单' }).click();
    expect(await entry.isVisible()).toBe(false);

    await page.locator('summary', { hasText: '账号' }).click();
    expect(await page.getByRole('link', { name: '我的账号' }).isVisible()).toBe(true);

    await page.goto(site.url);
    await page.locator('#applications-step').selectOption('待签发');
    await page.getByRole('button', { name: '筛选' }).click();
    await page.waitForURL(/step=/);
    expect(await page.locator('#applications tbody tr').count()).toBe(1);
    await page.getByRole('link', { name: /步骤：待签发/ }).click();
    await page.getByRole('link', { name: '全选本页' }).click();
    await page.waitForURL(/all=1/);
    expect(await page.locator('#applications input[name=row]:checked').count()).toBe(7);
  }, 60_000);

  it('with script counts chosen rows, keeps acts shut until there is one, and guards unsaved words', async () => {
    const page = await open(1280);
    await page.goto(site.url);
    const act = page.getByRole('button', { name: '转给经办人' });
    expect(await act.isDisabled()).toBe(true);
    await page.locator('#applications [data-select-all]').check();
    expect(await page.locator('#applications [data-count]').textContent()).toBe('已选 7 件');
    expect(await act.isEnabled()).toBe(true);
    await page.locator('#applications input[name=row]').first().uncheck();
    expect(await page.locator('#applications [data-count]').textContent()).toBe('已选 6 件');

    await page.getByLabel('密码').fill('三月');
    await page.getByRole('button', { name: '显示' }).click();
    expect(await page.getByLabel('密码').getAttribute('type')).toBe('text');
    const asked = new Promise<string>((resolve) =>
      page.once('dialog', (dialog) => {
        resolve(dialog.type());
        void dialog.accept();
      }),
    );
    await page.goto(`${site.url}?refused=1`);
    expect(await asked).toBe('beforeunload');
  }, 60_000);
});
