import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import type { RequestLine } from '../../src/web/http/request-log.ts';
import { startServer } from '../../src/web/http/server.ts';
import { builtAssets } from '../support/built-assets.ts';
import type { MadeFile } from '../support/checker-files.ts';
import { sampleServices } from '../support/sample-services.ts';

export interface CheckerSite {
  /** Address of the checker. */
  readonly address: string;
  /** Every request that reached the server. */
  readonly requests: readonly RequestLine[];
  readonly faults: readonly unknown[];
  /** Writes files into a folder of their own and gives their paths. */
  readonly files: (
    name: string,
    files: readonly MadeFile[],
  ) => { readonly folder: string; readonly paths: string[] };
  readonly close: () => Promise<void>;
}

/** The site over invented reports on a free port, under `base`. */
export async function serveChecker(base = ''): Promise<CheckerSite> {
  const scratch = mkdtempSync(join(tmpdir(), 'gongkai-check-'));
  const requests: RequestLine[] = [];
  const faults: unknown[] = [];
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    services: sampleServices,
    assetsFolder: await builtAssets(),
    ...(base === '' ? {} : { publicUrl: `http://127.0.0.1:8080${base}` }),
    log: (line) => requests.push(line),
    onFault: (fault) => faults.push(fault),
  });
  return {
    address: `${server.url}${base}/check`,
    requests,
    faults,
    files: (name, made) => {
      const folder = mkdtempSync(join(scratch, `${name}-`));
      const paths = made.map((file) => join(folder, file.name));
      for (const [index, path] of paths.entries()) writeFileSync(path, made[index]!.bytes);
      return { folder, paths };
    },
    close: async () => {
      await server.close();
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}

export const state = (page: Page): Promise<string | null> =>
  page.locator('#check').getAttribute('data-state');
export const status = async (page: Page): Promise<string> => (await page.textContent('#check-status')) ?? '';

/** Opens the checker and waits until its workers are loaded. */
export async function openChecker(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.bringToFront();
  await page.goto(address);
  await page.waitForSelector('#check[data-load=ready]', { timeout: 30_000 });
  return page;
}

/** Opens the checker and waits until the service worker has kept all of it. */
export async function openKept(context: BrowserContext, address: string): Promise<Page> {
  const page = await openChecker(context, address);
  await page.waitForSelector('#check-offline:not([hidden])', { timeout: 60_000 });
  return page;
}

export const done = (page: Page): Promise<unknown> =>
  page.waitForSelector('#check[data-state=done]', { timeout: 60_000 });

/** Lets go what was chosen before, hands over files, and waits for the verdict. */
export async function check(
  page: Page,
  paths: string | readonly string[],
  input = '#check-files',
): Promise<string> {
  await page.evaluate("document.getElementById('check').dataset.state = 'empty'");
  await page.setInputFiles(input, paths as string | string[]);
  await done(page);
  return status(page);
}

/** Drops files or folders of this machine on the page, as a hand does. */
export async function drop(page: Page, paths: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
}
