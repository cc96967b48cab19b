import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';
import type { Printer } from '../support/checker-files.ts';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Chromium on this machine, null where there is none. */
export const browserPath = places.find((path) => existsSync(path)) ?? null;

if (browserPath === null) console.log('本机没有 Chromium，跳过浏览器测试。');

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Browser {
  readonly context: BrowserContext;
  readonly close: () => Promise<void>;
}

/** A browser with a profile of its own, at that width. */
export async function openBrowser(width: number, options: BrowserContextOptions = {}): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'gongkai-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browserPath!,
    headless: true,
    viewport: { width, height: width < 600 ? 740 : 900 },
    locale: 'zh-CN',
    args: flags,
    ...options,
  });
  return {
    context,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Prints pages in that browser. */
export const printerIn =
  (context: BrowserContext): Printer =>
  async (html) => {
    const page = await context.newPage();
    await page.setContent(html);
    const bytes = await page.pdf({ format: 'A4' });
    await page.close();
    return bytes;
  };
