import { describe, expect, it } from 'vitest';
import { directReading } from '../../../test/support/direct-reading.ts';
import { sampleOf } from '../../../test/support/sample.ts';
import { checkReading } from '../rules/index.ts';
import { htmlEnd, htmlFinding, htmlHead, htmlReport } from './html.ts';

const reading = directReading(sampleOf('cell applications.received.total = 13').report);
const report = { ...reading.report, findings: checkReading(reading, { previous: null }) };

describe('the page of a check', () => {
  it('marks the cells that a finding speaks of with its number', () => {
    const page = htmlReport(report, 'open');
    expect(report.findings.length).toBeGreaterThan(0);
    expect(page).toMatch(/<td class="error"><b class="pin">①<\/b>(<b class="pin">.<\/b>)*13<\/td>/);
    expect(page).toContain('<p class="what">① 错误');
    expect(page).toContain('<details open>');
    expect(htmlReport(report, 'folded')).toContain('<details>');
  });

  it('leaves the tables out where there are too many reports, and where no cell is marked', () => {
    expect(htmlReport(report, 'none')).not.toContain('<table');
    expect(htmlReport({ ...report, findings: [] }, 'open')).not.toContain('<table');
  });

  it('takes further findings, and no text of a file as markup', () => {
    const hostile = {
      ...report.findings[0]!,
      message: '<script>alert(1)</script>',
      cells: [],
      related: [],
      suggestions: [],
    };
    const page = htmlHead + htmlReport(report, 'none') + htmlFinding(hostile, 9) + htmlEnd;
    expect(page).toContain('⑨ 错误');
    expect(page).not.toContain('<script');
    expect(page).not.toMatch(/https?:\/\//);
  });
});
