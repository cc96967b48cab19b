import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faulty, sampleReport, township } from '../../../test/support/sample-services.ts';
import { csvField, figuresCsv } from './figures-csv.ts';

describe('the figures as CSV', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+86', "'+86"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
    ['1,234', '"1,234"'],
    ['甲\n乙', '"甲\n乙"'],
    [-2, '-2'],
    [null, ''],
  ])('%j is written %j', (value, field) => {
    expect(csvField(value)).toBe(field);
  });

  it('never lets a text begin a formula', () => {
    fc.assert(fc.property(fc.string(), (text) => !/^"?[=+\-@\t\r]/.test(csvField(text))));
  });

  it('holds each cell with its labels, its number or nothing, and how it was read', () => {
    const lines = figuresCsv('大坪镇人民政府', 2023, faulty.report).split('\r\n');
    expect(lines[0]).toBe('\uFEFF机关,年度,表,行,列,编号,数值,读取情况,原文');
    expect(lines).toContain(
      '大坪镇人民政府,2023,表三,（五）不予处理2.重复申请,自然人,applications.declined.repeated.naturalPerson,,空白,',
    );
    expect(lines).toContain(
      '大坪镇人民政府,2023,表二,行政规范性文件,现行有效件数,disclosure.normative.inForce,0,推定,无',
    );
    expect(lines.filter((line) => line !== '')).toHaveLength(1 + Object.keys(faulty.report.cells).length);
  });

  it('labels the older form as well', () => {
    const text = figuresCsv('大坪镇人民政府', 2020, sampleReport(township, 2020).report);
    expect(text).toContain('表二,政府集中采购,采购总金额,disclosure.procurement.amount');
    expect(text).toContain('表四,复议后起诉,尚未审结,appeals.suitAfterReview.pending');
  });
});
