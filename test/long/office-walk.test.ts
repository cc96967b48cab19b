import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedApplications } from '../../src/app/demonstration-applications.ts';
import { demonstrationPassword } from '../../src/app/demonstration-people.ts';
import { sideways, violationsOf } from '../e2e/axe.ts';
import { type Browser, browserPath, openBrowser } from '../e2e/browser.ts';
import { type Demonstration, serveDemonstration } from '../e2e/demonstration.ts';

/** Pages that differ in nothing but whose they are, or how a list is cut, are looked at once. */
const patternOf = (address: string): string => {
  const { pathname, searchParams } = new URL(address);
  const path = pathname.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id').replace(/\/\d{6,}(?=\/|$)/g, '/:slug');
  return `${path}?${[...new Set(searchParams.keys())].sort().join('&')}`;
};

/** Addresses of pages the page leads to; files and pages outside the office are left out. */
const linksOf = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[href]:not([download])')]
      .map(({ href }) => href.replace(/#.*/, ''))
      .filter((href) => href.startsWith(`${location.origin}/office`)),
  );

/** What a screen reader goes by: one title, one main part, nothing that jumps the order of the page. */
const orderFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const faults: string[] = [];
    const count = (selector: string) => document.querySelectorAll(selector).length;
    if (count('h1') !== 1) faults.push(`${count('h1')} h1`);
    if (count('main') !== 1) faults.push(`${count('main')} main`);
    for (const element of document.querySelectorAll('[tabindex]'))
      if (Number(element.getAttribute('tabindex')) > 0)
        faults.push(`tabindex: ${element.outerHTML.slice(0, 80)}`);
    let level = 0;
    for (const heading of document.querySelectorAll('h1, h2, h3, h4')) {
      const next = Number(heading.tagName[1]);
      if (next > level + 1) faults.push(`h${level} → ${heading.outerHTML.slice(0, 80)}`);
      level = next;
    }
    return faults;
  });

const people = ['zhuanyuan', 'zhenzhang', 'shenhe', 'zhuren', 'xitong', 'anquan', 'shenji'];

describe.skipIf(browserPath === null)('every page of the office that a link leads to', () => {
  let site: Demonstration;
  const browsers: Browser[] = [];
  beforeAll(async () => {
    site = await serveDemonstration(seedApplications);
  });
  afterAll(async () => {
    for (const browser of browsers) await browser.close();
    await site?.close();
  });

  it('has no accessibility fault, one title, an order to read, and fits 1280 and 360 px', {
    timeout: 900_000,
  }, async () => {
    const seen = new Set<string>();
    const faults: string[] = [];
    for (const person of people) {
      const browser = await openBrowser(1280);
      browsers.push(browser);
      const page = await browser.context.newPage();
      await page.goto(`${site.url}/office/sign-in`);
      await page.fill('#f-username', person);
      await page.fill('#f-password', demonstrationPassword);
      await page.press('#f-password', 'Enter');
      await page.waitForURL(`${site.url}/office`);
      seen.delete(patternOf(`${site.url}/office`));
      const waiting = [`${site.url}/office`];
      for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
        const pattern = patternOf(address);
        if (pattern.includes('sign-out') || seen.has(pattern)) continue;
        seen.add(pattern);
        const kind = await page.request.head(address).catch(() => null);
        if (kind !== null && !(kind.headers()['content-type'] ?? 'text/html').startsWith('text/html'))
          continue;
        for (const width of [1280, 360]) {
          await page.setViewportSize({ width, height: width < 600 ? 740 : 900 });
          const answer = await page.goto(address);
          const wrong = [
            ...((answer?.status() ?? 500) < 400 ? [] : [`${answer?.status()}`]),
            ...(await violationsOf(page)),
            ...(await orderFaults(page)),
            ...(Number(await sideways(page)) > 0 ? ['sideways'] : []),
          ];
          faults.push(...wrong.map((fault) => `${person} ${pattern} ${width}: ${fault}`));
        }
        waiting.push(...(await linksOf(page)));
      }
      await browser.close();
    }
    console.log(`${seen.size} kinds of pages`);
    expect(faults).toEqual([]);
    expect(seen.size).toBeGreaterThan(40);
    expect(site.faults).toEqual([]);
  });
});
