import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printedReports } from '../../../test/arbitraries/reports.ts';
import { directReading } from '../../../test/support/direct-reading.ts';
import { sampleOf } from '../../../test/support/sample.ts';
import { InvalidReport, parseReport, renderJson } from './json.ts';

const report = directReading(sampleOf('statistics').report).report;
const without = (key: string) => JSON.stringify({ ...report, [key]: undefined });
const withValue = (change: object) => JSON.stringify({ ...report, ...change });
const cell = (change: object) => ({
  cells: { 'applications.received.total': { value: 1, text: '1', status: 'read', at: null, ...change } },
});

describe('a report as JSON', () => {
  it('reads back as it was', () => {
    fc.assert(
      fc.property(printedReports, (sample) => {
        const { report: own } = directReading(sample);
        expect(parseReport(renderJson(own))).toEqual(own);
      }),
      { numRuns: 20 },
    );
  });

  it('may be the one report of a check, and may lack findings and what stands around the sections', () => {
    expect(parseReport(JSON.stringify({ reports: [report], summary: {} }))).toEqual(report);
    const { findings: _, front: __, ...older } = report;
    expect(parseReport(JSON.stringify(older))).toEqual({ ...older, findings: [] });
  });

  it.each([
    ['', '内容不是 JSON'],
    ['{"schema":', '内容不是 JSON'],
    ['[]', '最外层 应为对象'],
    ['null', '最外层 应为对象'],
    ['{}', 'schema 应为 gongkai.annual-report/1 之一'],
    [without('sections'), 'sections 应为列表'],
    [without('cells'), 'cells 应为对象'],
    [withValue({ year: '2022' }), 'year 应为四位的年份'],
    [withValue({ form: '2020' }), 'form 应为 2019、2021、pre2019、null 之一'],
    [withValue({ agency: { name: 3 } }), 'agency.name 应为文字'],
    [withValue({ sections: [{ id: null, heading: '一', text: 1 }] }), 'sections[0].text 应为文字'],
    [withValue(cell({ value: '1' })), 'cells.applications.received.total.value 应为数字'],
    [withValue(cell({ status: 'guessed' })), 'cells.applications.received.total.status 应为 read、'],
    [withValue({ front: { ...report.front, signedOn: '2023年' } }), 'front.signedOn 应为 YYYY-MM-DD'],
    [JSON.stringify({ reports: [report, report] }), 'reports 中有 2 份报告，请每次给出一份'],
  ])('%.40s is refused: %s', (json, message) => {
    expect(() => parseReport(json)).toThrow(InvalidReport);
    expect(() => parseReport(json)).toThrow(message);
  });

  it('is judged by its own entries, never by those of its prototype', () => {
    const hostile = `{"__proto__":${JSON.stringify(report)}}`;
    expect(() => parseReport(hostile)).toThrow(InvalidReport);
  });
});
