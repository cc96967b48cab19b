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
      for (const path of ['', '?refused=1&flash=1&mine=1&all=1', '/approve', '/confirm']) {
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

  it('finds one of forty thousand by keyboard, by name or level by level', async () => {
    const page = await open(1280);
    await page.goto(site.url);
    const box = page.locator('#f-agency');
    const chosen = page.locator('input[name=agency]');
    const at = () => page.evaluate("document.querySelector('.gk-combo .is-at')?.textContent ?? ''");
    await box.fill('九都');
    await page.locator('.gk-combo-list', { hasText: '南安市' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('Enter');
    expect(await chosen.inputValue()).toMatch(/^\d{9}$/);
    expect(await box.inputValue()).toBe('九都镇');

    await page.keyboard.press('ArrowDown');
    await page.locator('.gk-combo .is-at', { hasText: '北京市' }).waitFor();
    for (const level of ['北京市', '市辖区', '东城区']) {
      expect(await at()).toContain(level);
      await page.keyboard.press('ArrowRight');
      await page.locator('.gk-combo .is-up', { hasText: level }).waitFor();
    }
    await page.keyboard.press('Enter');
    expect(await box.inputValue()).toBe('东华门街道');
    expect(await page.locator('.gk-combo-where').textContent()).toBe('北京市 › 市辖区 › 东城区');

    await box.fill('没有这个地方');
    await page.locator('.gk-combo-list', { hasText: '没有名称含' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await box.inputValue()).toBe('东华门街道');
  }, 60_000);

  it('chooses a day from the months by keyboard, and not one outside the limits', async () => {
    const page = await open(1280);
    await page.goto(site.url);
    await page.locator('#days summary').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('td[data-day="2026-10-26"] .gk-day').first().focus();
    expect(await focused(page, 'lastElementChild.textContent')).toBe(
      '2026年10月26日，星期一，工作日，2026-0187 最迟答复',
    );
    await page.keyboard.press('ArrowUp');
    expect(await focused(page, 'parentElement.dataset.day')).toBe('2026-10-19');
    await page.keyboard.press('Enter');
    expect(await page.locator('#f-answerBy').inputValue()).toBe('2026-10-19');
    expect(await page.locator('#days details').first().getAttribute('open')).toBeNull();
    expect(await page.locator('td[data-day="2026-10-10"] .gk-day').first().isDisabled()).toBe(true);

    await page.locator('#days summary').first().click();
    await page.getByRole('button', { name: '下一月' }).first().click();
    await page.locator('#days caption', { hasText: '2026年12月' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
  }, 60_000);

  it('uploads with progress, shows the verdict, tells why a file is refused, keeps nothing after 取消', async () => {
    const page = await open(1280);
    await page.goto(site.url);
    const lines = page.locator('[data-uploaded] > li');
    expect(await lines.count()).toBe(4);
    await page
      .locator('#f-attachment')
      .setInputFiles({ name: '新附件.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(300_000) });
    await page.locator('[data-uploaded] > li', { hasText: '没有保存' }).waitFor();
    expect(await lines.last().innerText()).toMatch(/新附件\.pdf[\s\S]*293 KB/);
    await page.route('**/upload', (route) =>
      route.fulfill({
        status: 422,
        contentType: 'application/problem+json',
        body: '{"detail":"第 2 页有身份证号码。"}',
      }),
    );
    await page
      .locator('#f-attachment')
      .setInputFiles({ name: '名单.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(10) });
    await page.getByText('第 2 页有身份证号码。').waitFor();
    await lines.last().getByRole('button', { name: '取消上传 名单.pdf' }).click();
    expect(await lines.count()).toBe(5);
  }, 60_000);

  it('asks before what cannot be undone: with script the focus stays inside and comes back', async () => {
    const page = await open(1280);
    await page.goto(site.url);
    await page.getByRole('link', { name: '退回', exact: true }).click();
    expect(await focused(page, 'id')).toBe('return-why');
    for (const _ of '123') await page.keyboard.press('Tab');
    expect(await page.evaluate("document.activeElement.closest('[role=dialog]') !== null")).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.locator('#return').isVisible()).toBe(false);
    expect(await focused(page, 'textContent.trim()')).toBe('退回');
  }, 60_000);

  it('does the same without script: levels of a tree, a dialog, the decision in reach on a phone', async () => {
    const page = await open(360, { javaScriptEnabled: false });
    await page.goto(site.url);
    await page.getByRole('button', { name: /下级.*山东省/ }).click();
    await page.getByRole('button', { name: /下级.*济宁市/ }).click();
    await page.getByRole('button', { name: /下级.*曲阜市/ }).click();
    expect(await page.getByLabel('防山镇').first().isVisible()).toBe(true);
    await page.locator('#f-agency').fill('卧龙山');
    await page.getByRole('button', { name: '查找' }).click();
    await page.getByLabel(/卧龙山街道.*嘉祥县/).check();

    await page.goto(site.url);
    const dialog = page.getByRole('dialog', { name: '退回修改？' });
    expect(await dialog.isVisible()).toBe(false);
    await page.getByRole('link', { name: '退回', exact: true }).click();
    expect(await dialog.isVisible()).toBe(true);
    await page.getByRole('link', { name: '不处理' }).click();
    expect(await dialog.isVisible()).toBe(false);

    await page.goto(`${site.url}/approve`);
    const bar = (await page.locator('.gk-actbar').boundingBox())!;
    expect(Math.round(bar.y + bar.height)).toBe(740);
    expect(await page.locator('.gk-letter').isVisible()).toBe(true);
  }, 60_000);
});
