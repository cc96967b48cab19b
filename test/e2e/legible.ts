import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { sideways, violationsOf } from './axe.ts';

/** Text that is cut off or lies upon other text, as the page stands; in the page itself. */
const unreadable = `(() => {
  const found = [];
  const seen = (element) => {
    for (let at = element; at !== null; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.visibility === 'hidden' || style.display === 'none' || style.opacity === '0') return false;
      if (at.closest('.visually-hidden, .gk-skip, [hidden]') !== null) return false;
      if (at.tagName === 'DETAILS' && !at.open && element.closest('summary') === null) return false;
    }
    return true;
  };
  const cuts = (style, axis) => ['hidden', 'clip'].includes(axis === 'x' ? style.overflowX : style.overflowY);
  const words = (element) => element.textContent.trim().replace(/\\s+/g, ' ').slice(0, 40);
  for (const element of document.body.querySelectorAll('*')) {
    if (!seen(element) || element.textContent.trim() === '') continue;
    const style = getComputedStyle(element);
    if (cuts(style, 'x') && element.scrollWidth > element.clientWidth + 1) found.push('cut: ' + words(element));
    if (cuts(style, 'y') && element.scrollHeight > element.clientHeight + 1) found.push('cut below: ' + words(element));
  }
  /** What of a box the regions about it that scroll let see. */
  const shownOf = (element, { left, right, top, bottom }) => {
    for (let at = element; at !== document.body; at = at.parentElement) {
      if (getComputedStyle(at).overflowY === 'visible') continue;
      const view = at.getBoundingClientRect();
      [left, right] = [Math.max(left, view.left), Math.min(right, view.right)];
      [top, bottom] = [Math.max(top, view.top), Math.min(bottom, view.bottom)];
      if (left >= right || top >= bottom) return null;
    }
    return { left, right, top, bottom, height: bottom - top };
  };
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.data.trim() === '' || !seen(node.parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      const left = shownOf(node.parentElement, box);
      if (left !== null && left.right - left.left > 2) lines.push({ node, box: left });
    }
  }
  /** What stays where it is while the rest is scrolled; it lies upon the rest by intent. */
  const layer = (node) => {
    for (let at = node.parentElement; at !== null; at = at.parentElement)
      if (['fixed', 'sticky'].includes(getComputedStyle(at).position)) return at;
    return null;
  };
  lines.sort((a, b) => a.box.top - b.box.top);
  for (let i = 0; i < lines.length; i += 1)
    for (let j = i + 1; j < lines.length && lines[j].box.top < lines[i].box.bottom; j += 1) {
      const [a, b] = [lines[i].box, lines[j].box];
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      const small = Math.min(a.height, b.height);
      if (across > 2 && down > small * 0.35 && layer(lines[i].node) === layer(lines[j].node))
        found.push('upon each other: ' + lines[i].node.data.trim().slice(0, 20) + ' | ' + lines[j].node.data.trim().slice(0, 20));
    }
  return [...new Set(found)];
})()`;

/** The same page where scripts run, so that it can be examined: a page without them does not let itself be asked. */
export async function mirrored(page: Page, context: BrowserContext): Promise<Page> {
  const mirror = await context.newPage();
  const body = await page.content();
  const address = new URL('/mirror', page.url()).href;
  await mirror.route(address, (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }));
  await mirror.goto(address);
  return mirror;
}

const shots = process.env.GONGKAI_SHOTS;
const shot = async (page: Page, name: string): Promise<void> => {
  if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
};

/** The page as it stands, wide and narrow: no fault of accessibility, nothing sideways. Leaves it wide. */
export async function isAccessible(page: Page, name: string): Promise<void> {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: width < 600 ? 740 : 900 });
    await shot(page, `${name}-${width}`);
    expect(await violationsOf(page), `${name} at ${width}`).toEqual([]);
    expect(await sideways(page), `${name} at ${width}`).toBeLessThanOrEqual(0);
  }
}

/** With letters of twice the size, and with the whole page twice as large: nothing sideways, cut or upon other text. */
export async function isLegibleLarge(page: Page, name: string): Promise<void> {
  for (const [how, width, size] of [
    ['letters', 1280, '200%'],
    ['page', 640, ''],
  ] as const) {
    await page.setViewportSize({ width, height: 450 });
    await page.evaluate(`document.documentElement.style.fontSize = '${size}'`);
    await shot(page, `${name}-${how}`);
    expect(await sideways(page), `${name}, ${how} twice as large`).toBeLessThanOrEqual(0);
    expect(await page.evaluate(unreadable), `${name}, ${how} twice as large`).toEqual([]);
  }
  await page.evaluate(`document.documentElement.style.fontSize = ''`);
  await page.setViewportSize({ width: 1280, height: 900 });
}
