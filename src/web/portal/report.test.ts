import { beforeAll, describe, expect, it } from 'vitest';
import { metaOf, type TestSite, testSite } from '../../../test/support/web-site.ts';

let site: TestSite;
beforeAll(async () => {
  site = await testSite();
}, 60_000);

describe('a report', () => {
  const path = '/a/330999101/reports/2023';

  it('carries the labels of a content page', async () => {
    const { text } = await site.get(path);
    expect(metaOf(text, 'ArticleTitle')).toBe('大坪镇人民政府2023年政府信息公开工作年度报告');
    expect(metaOf(text, 'PubDate')).toBe('2026-03-01 09:30');
    expect(metaOf(text, 'ContentSource')).toBe('大坪镇人民政府');
    expect(metaOf(text, 'ColumnType')).toBe('信息公开年报');
  });

  it('writes what comes from files as text, never as markup', async () => {
    const { text } = await site.get(path);
    expect(text).toContain('&lt;b&gt;原文如此&lt;/b&gt;');
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(text).not.toContain('<b>原文如此');
  });

  it('prints the six statutory headings in order and the merged heads of table 三', async () => {
    const { text } = await site.get(path);
    const headings = [
      '一、总体情况',
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '四、政府信息公开行政复议、行政诉讼情况',
      '五、存在的主要问题及改进情况',
      '六、其他需要报告的事项',
    ];
    const found = [...text.matchAll(/<h2 class="gk-h2" id="s\d">([^<]+)</g)].map((match) => match[1]);
    expect(found).toEqual(headings);
    expect(text).toContain('三、本年度办理结果');
    expect(text).toMatch(/<th scope="rowgroup" rowspan="22" class="band w-band">/);
    expect(text).toMatch(/<th colspan="5" scope="colgroup">法人或其他组织<\/th>/);
  });

  it('joins each finding and its place both ways', async () => {
    const { text } = await site.get(path);
    for (const number of [1, 2, 3, 4]) {
      expect(text).toContain(`id="m${number}"`);
      expect(text).toContain(`href="#m${number}"`);
      expect(text).toContain(`id="f${number}"`);
      expect(text).toContain(`href="#f${number}"`);
    }
    expect(text).toContain('href="/law#tiaoli2019"');
    expect(text).toContain('原文件第99行');
  });

  it('leads from each finding to the page of its rule', async () => {
    const { text } = await site.get(path);
    for (const rule of ['balance', 'prose-figure']) expect(text).toContain(`<a href="/rules/${rule}">`);
    expect(text).toContain('href="/law#tiaoli2019-50"');
  });

  it('shows other years beside its own, in the order of the form, and — where their form has no such cell', async () => {
    const { text } = await site.get(`${path}?with=2025&with=2020`);
    expect(text).toContain('往年总计');
    const heads = [...text.matchAll(/<th scope="col" class="y gk-nw">(\d{4})年</g)].map((match) => match[1]);
    expect(heads).toEqual(['2025', '2020']);
    expect(text).toContain('该年度的版式没有这一格');
  });

  it('shows only totals when asked', async () => {
    const { text } = await site.get(`${path}?view=total`);
    expect(text).not.toContain('社会公益');
    expect(text).toContain('三、本年度办理结果');
  });

  it('is not sent again to who has it', async () => {
    const first = await site.get(path);
    const tag = first.response.headers.get('etag')!;
    const again = await site.get(path, { 'If-None-Match': tag });
    expect(again.response.status).toBe(304);
    expect(again.text).toBe('');
    expect((await site.get(`${path}?view=total`, { 'If-None-Match': tag })).response.status).toBe(200);
  });

  it('is given as JSON, as CSV and as the original file, always to be saved', async () => {
    const json = await site.get(`${path}.json`);
    expect(JSON.parse(json.text)).toMatchObject({ schema: 'gongkai.annual-report/1', year: 2023 });
    const csv = await site.request(`${path}.csv`);
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const bytes = new Uint8Array(await csv.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const file = await site.request(`${path}/file`);
    expect(await file.text()).toBe('原文');
    expect(file.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('年报<1>.txt')}`,
    );
    expect(file.headers.get('content-security-policy')).toContain('sandbox');
  });
});
