import { beforeAll, describe, expect, it } from 'vitest';
import { sampleServices } from '../../../test/support/sample-services.ts';
import { type TestSite, testSite } from '../../../test/support/web-site.ts';
import { readDocument } from '../../report/read/index.ts';
import { recognise } from '../../report/recognise/index.ts';
import { RenderingCache } from './rendering-cache.ts';

let site: TestSite;
beforeAll(async () => {
  site = await testSite();
}, 60_000);

const path = '/a/330999101/reports/2023';
const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());

describe('a stored report in the statutory layout', () => {
  it.each([
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['pdf', 'application/pdf'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['html', 'text/html; charset=utf-8'],
  ])('is saved as %s and says the figures that are stored', async (ending, type) => {
    const response = await site.request(`${path}.${ending}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('大坪镇人民政府2023年政府信息公开工作年度报告')}.${ending}`,
    );
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
    const document = await readDocument(await bytesOf(response), `report.${ending}`);
    const source = { file: '', sha256: '', mediaType: document.mediaType };
    const { report } = recognise(document, source, { agency: { kind: 'township' } });
    const stored = (await sampleServices.reportsOf('330999101'))!.years.find(({ year }) => year === 2023)!;
    const plain = Object.entries(stored.report.cells).filter(([, { value }]) => value !== null);
    expect(plain.length).toBeGreaterThan(100);
    for (const [id, { value }] of plain) expect([id, report.cells[id]?.value]).toEqual([id, value]);
  });

  it.each(['docx', 'pdf', 'xlsx', 'html'])('is not sent again as %s to who has it', async (ending) => {
    const first = await site.request(`${path}.${ending}`);
    const tag = first.headers.get('etag')!;
    const again = await site.request(`${path}.${ending}`, { headers: { 'If-None-Match': tag } });
    expect(again.status).toBe(304);
    const other = await site.request(`${path}.json`, { headers: { 'If-None-Match': tag } });
    expect(other.status).toBe(200);
  });

  it('is the same file each time', async () => {
    const [first, second] = [await site.request(`${path}.pdf`), await site.request(`${path}.pdf`)];
    expect(Buffer.compare(await bytesOf(second), await bytesOf(first))).toBe(0);
  });

  it('is refused for a year, an agency or a format that is not there', async () => {
    expect((await site.get('/a/330999101/reports/1999.pdf')).response.status).toBe(404);
    expect((await site.get('/a/1/reports/2023.docx')).response.status).toBe(404);
    expect((await site.get(`${path}.rtf`)).response.status).toBe(404);
  });

  it('is offered on the page of the report', async () => {
    const { text } = await site.get(path);
    for (const ending of ['docx', 'pdf', 'xlsx', 'html']) expect(text).toContain(`href="${path}.${ending}"`);
  });
});

describe('the files made lately', () => {
  const counted = () => {
    let made = 0;
    const make = async () => {
      made += 1;
      return new Uint8Array(10);
    };
    return { make, made: () => made };
  };

  it('are made once, also for several who ask at once', async () => {
    const cache = new RenderingCache(100);
    const { make, made } = counted();
    await Promise.all([cache.get('a', make), cache.get('a', make)]);
    await cache.get('a', make);
    expect(made()).toBe(1);
  });

  it('give way, the one unused longest first, when they take too much', async () => {
    const cache = new RenderingCache(25);
    const { make, made } = counted();
    for (const key of ['a', 'b', 'a', 'c']) await cache.get(key, make);
    await cache.get('a', make);
    expect(made()).toBe(3);
    await cache.get('b', make);
    expect(made()).toBe(4);
  });

  it('do not keep what is too large alone, nor what failed', async () => {
    const cache = new RenderingCache(5);
    const { make, made } = counted();
    await cache.get('a', make);
    await cache.get('a', make);
    expect(made()).toBe(2);
    await expect(cache.get('b', () => Promise.reject(new Error('无')))).rejects.toThrow('无');
    expect(await cache.get('b', async () => new Uint8Array(1))).toHaveLength(1);
  });
});
