import { read, utils } from '@e965/xlsx';
import type { Hono } from 'hono';
import { beforeAll, describe, expect, it } from 'vitest';
import { KIT, kitApp } from '../../../test/support/kit-site.ts';
import { divisionCount } from './kit-divisions.ts';

describe('the living page of the kit', () => {
  let app: Hono;
  const get = (path: string) => app.request(`${KIT}${path}`);
  beforeAll(async () => {
    app = await kitApp();
  });

  it.each(['', '?refused=1&flash=1', '/approve', '/confirm'])(
    '%s answers under the policy of the office, kept by nobody, with ids that are its own',
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(200);
      expect(response.headers.get('Content-Security-Policy')).toContain("script-src 'self'");
      expect(response.headers.get('Cache-Control')).toBe('no-store');
      const html = await response.text();
      expect(html).not.toMatch(/ style="| on[a-z]+="|<style/);
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]!);
      expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    },
  );

  it('gives the list as a workbook, filtered and ordered as on the page', async () => {
    const response = await get(
      `/table.xlsx?sort=number&step=${encodeURIComponent('已办结')}&col=number&col=fee`,
    );
    expect(response.headers.get('Content-Disposition')).toContain("filename*=UTF-8''%E7%94%B3%E8%AF%B7");
    const book = read(await response.arrayBuffer());
    expect(utils.sheet_to_json(book.Sheets[book.SheetNames[0]!]!, { header: 1 })).toEqual([
      ['申请内容', '登记编号', '信息处理费（元）'],
      ['=2+3 与 <b>标记</b> 都只是文字', '2026-0169', 0],
    ]);
  });

  it('opens a tree of more than forty thousand level by level and finds in it by name', async () => {
    expect(divisionCount()).toBeGreaterThan(41_352);
    const below = async (query: string) =>
      (await (await get(`/tree.json?${query}`)).json()) as {
        nodes: { id: string; label: string; detail?: string }[];
        more: boolean;
      };
    expect((await below('parent=')).nodes).toHaveLength(31);
    expect((await below('parent=370881')).nodes.map(({ label }) => label)).toContain('防山镇');
    expect((await below('parent=999')).nodes).toEqual([]);
    const hits = await below(`q=${encodeURIComponent('防山镇')}`);
    expect(hits).toEqual({
      nodes: [
        {
          id: '370881111',
          label: '防山镇',
          branch: false,
          closed: false,
          detail: '山东省 › 济宁市 › 曲阜市',
        },
      ],
      more: false,
    });
    expect(await below(`q=${encodeURIComponent('镇')}`)).toMatchObject({ more: true, nodes: { length: 20 } });
  });

  it.each([
    ['2026-10', 200],
    ['2026-13', 400],
    ['<b>', 400],
    ['', 400],
  ])('asked for the month %s answers %i', async (month, status) => {
    expect((await get(`/month?month=${encodeURIComponent(month)}`)).status).toBe(status);
  });

  it('takes a file, refuses what is none, and escapes its name', async () => {
    const send = (body: FormData) =>
      app.request(`${KIT}/upload`, { method: 'POST', body, headers: { 'Content-Length': '100' } });
    const form = new FormData();
    form.append('file', new File(['abc'], '<b>.pdf'));
    const text = await (await send(form)).text();
    expect(text).toContain('&lt;b&gt;.pdf');
    expect(text).toContain('3 字节');
    expect((await send(new FormData())).status).toBe(400);
  });

  it('runs on a script that even a slow line does not feel', async () => {
    const html = await (await get('')).text();
    const script = html.match(/<script src="([^"]+)" defer/)![1]!;
    const packed = await app.request(script, { headers: { 'Accept-Encoding': 'gzip' } });
    expect(packed.headers.get('Content-Encoding')).toBe('gzip');
    expect((await packed.arrayBuffer()).byteLength).toBeLessThanOrEqual(15 * 1024);
  });
});
