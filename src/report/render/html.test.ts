import { describe, expect, it } from 'vitest';
import { directReading } from '../../../test/support/direct-reading.ts';
import { sampleOf } from '../../../test/support/sample.ts';
import { renderHtml } from './html.ts';

const page = renderHtml(directReading(sampleOf('statistics').report).report);
const figure = (text: string) => new RegExp(`<td[^>]* headers="([^"]*)"[^>]*>${text}</td>`).exec(page)![1]!;
const headsOf = (text: string) =>
  figure(text)
    .split(' ')
    .map((id) => new RegExp(`<th[^>]* id="${id}"[^>]*>(.*?)</th>`).exec(page)![1]!.replaceAll('<wbr>', ''));

describe('a report as a page', () => {
  it('has one h1, a language, a caption for every table, a scope for every head', () => {
    expect(page.match(/<h1>/g)).toHaveLength(1);
    expect(page).toContain('<html lang="zh-CN">');
    expect(page.match(/<caption/g)).toHaveLength(page.match(/<table/g)!.length);
    for (const [head] of page.matchAll(/<th[ >][^>]*>/g)) expect(head).toMatch(/ scope="(col|row)(group)?"/);
  });

  it('names for every figure the heads it stands under and beside', () => {
    expect(headsOf('12.6')).toEqual(['第二十条第（八）项', '本年收费金额（单位：万元）', '行政事业性收费']);
    const report = directReading(sampleOf('cell applications.denied.thirdParty.research = 77').report).report;
    const own = renderHtml(report);
    const ids = /headers="([^"]*)"[^>]*>77</.exec(own)![1]!.split(' ');
    const heads = ids.map((id) =>
      new RegExp(` id="${id}"[^>]*>(.*?)</th>`).exec(own)![1]!.replaceAll('<wbr>', ''),
    );
    expect(heads).toEqual([
      '申请人情况',
      '法人或其他组织',
      '科研机构',
      '三、本年度办理结果',
      '（三）不予公开',
      '4.保护第三方合法权益',
    ]);
  });

  it('gives every id once and names none that is not there', () => {
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!);
    expect(new Set(ids).size).toBe(ids.length);
    const named = new Set([...page.matchAll(/ headers="([^"]*)"/g)].flatMap(([, list]) => list!.split(' ')));
    expect([...named].filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('asks nothing of the network and runs no script, whatever the report says', () => {
    const { report } = directReading(sampleOf('').report);
    const hostile = '<img src=x onerror=alert(1)><script>alert(1)</script>"\'';
    const sections = [{ id: null, heading: hostile, text: hostile }];
    const own = renderHtml({ ...report, sections, agency: { ...report.agency!, name: hostile } });
    expect(own).not.toMatch(/<(img|script|link|iframe)|https?:/);
  });
});
