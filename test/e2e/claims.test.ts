import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedApplications } from '../../src/app/demonstration-applications.ts';
import { demonstrationPassword } from '../../src/app/demonstration-people.ts';
import { inWords } from '../../src/web/apply/question.ts';
import { type Browser, browserPath, openBrowser } from './browser.ts';
import { type Demonstration, serveDemonstration } from './demonstration.ts';
import { isAccessible, isLegibleLarge } from './legible.ts';

const numberOf = (words: string): number =>
  Array.from({ length: 60 }, (_, n) => n).find((n) => inWords(n) === words)!;

async function solve(page: Page): Promise<string> {
  const [, first, sign, second] = /请回答：(.+?)(加|减)(.+?)等于几/.exec(await page.content())!;
  return String(sign === '加' ? numberOf(first!) + numberOf(second!) : numberOf(first!) - numberOf(second!));
}

describe.skipIf(browserPath === null)('更正 of a record in a real browser', () => {
  let site: Demonstration;
  const browsers: Browser[] = [];
  const open = async (...options: Parameters<typeof openBrowser>) => {
    const browser = await openBrowser(...options);
    browsers.push(browser);
    return browser.context.newPage();
  };
  const proof = join(mkdtempSync(join(tmpdir(), 'gongkai-proof-')), '户口簿.pdf');

  beforeAll(async () => {
    writeFileSync(proof, '%PDF-1.4 proof');
    site = await serveDemonstration(seedApplications);
  }, 120_000);
  afterAll(async () => {
    for (const browser of browsers) await browser.close();
    await site?.close();
  });

  it('is asked for on a phone without a script, answered by a clerk, and read by number and code', async () => {
    const phone = await open(360, { javaScriptEnabled: false });
    await phone.goto(`${site.url}/apply?agency=990901101`);
    await phone.click('aside >> text=要求更正');
    await phone.fill('#f-record', '2025年农村低保公示名单');
    await phone.fill('#f-wrong', '出生年份写作1958年');
    await phone.fill('#f-right', '出生年份应为1948年');
    await phone.setInputFiles('#f-proof', proof);
    await phone.check('input[value=naturalPerson]');
    await phone.fill('#f-applicant-name', '何秋生');
    await phone.selectOption('#f-applicant-identity-type', 'residentId');
    await phone.fill('#f-applicant-identity-number', '11010519491231002X');
    await phone.fill('#f-contact-phone', '13900007777');
    await phone.fill('#f-answer', await solve(phone));
    await phone.click('main form[action$="/apply/rectify"] button[type=submit]');
    const [number, code] = await phone.locator('.gk-receipt strong').allTextContents();
    expect(number).toMatch(/^\d{8}-/);

    const clerk = await open(1280);
    await clerk.goto(`${site.url}/office/sign-in`);
    await clerk.fill('#f-username', 'zhuanyuan');
    await clerk.fill('#f-password', demonstrationPassword);
    await clerk.click('main form button[type=submit]');
    await clerk.click('main >> text=审核更正请求');
    await isAccessible(clerk, 'claim');
    await isLegibleLarge(clerk, 'claim');
    await clerk.check('input[value=toldWhere]');
    await clerk.fill('#f-agency', '云岫县民政局');
    await clerk.click('#answer button[type=submit]');
    expect(await clerk.textContent('#answer')).toContain('请向有权更正的行政机关提出');

    await phone.goto(`${site.url}/track`);
    await phone.fill('#f-number', number!);
    await phone.fill('#f-code', code!);
    await phone.click('main form button[type=submit]');
    for (const words of ['云岫县民政局', '第四十一条', '下载 Word'])
      expect(await phone.textContent('#answer')).toContain(words);
    expect(site.faults).toEqual([]);
  }, 120_000);

  it('has a form without a fault of accessibility, also in large type', async () => {
    const page = await open(1280);
    await page.goto(`${site.url}/apply/rectify?agency=990901101`);
    await isAccessible(page, 'rectify');
    await isLegibleLarge(page, 'rectify');
    await page.goto(`${site.url}/office/sign-in`);
    await page.fill('#f-username', 'zhuanyuan');
    await page.fill('#f-password', demonstrationPassword);
    await page.click('main form button[type=submit]');
    await page.goto(`${site.url}/office/agencies/990901101/subjects`);
    await isAccessible(page, 'subjects');
    await isLegibleLarge(page, 'subjects');
  }, 120_000);
});
