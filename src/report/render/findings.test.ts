import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { directReading } from '../../../test/support/direct-reading.ts';
import { layoutNamed } from '../../../test/support/layouts.ts';
import { sampleOf } from '../../../test/support/sample.ts';
import { readAtOnce } from '../read/index.ts';
import { recognise } from '../recognise/index.ts';
import { checkReading } from '../rules/index.ts';
import { renderFindingsSheet } from './findings.ts';
import { findingsSheet } from './findings-sheet.ts';
import { bySeverity, marksOf } from './marks.ts';

const lines = 'cell applications.received.total = 13\nadd overview: 全年共收到政府信息公开申请25件。';
const document = readAtOnce(layoutNamed('tab').bytes(sampleOf(lines).report), 'report.txt');
const reading = recognise(document, { file: '青石镇.txt', sha256: '', mediaType: 'text/plain' });
const { report } = reading;
const findings = checkReading(reading, { previous: null });
const sheet = findingsSheet(report, findings, { day: '2026-11-22', document });
const items = sheet.groups.flatMap((group) => group.items);

describe('a findings sheet', () => {
  it('says whose report, of which year, in which file it is, and on which day it was checked', () => {
    expect(sheet.facts).toEqual([
      ['报告机关', '临溪县青石镇人民政府'],
      ['报告年度', '2022年'],
      ['文件', '青石镇.txt'],
      ['检查日期', '2026年11月22日'],
    ]);
    expect(findingsSheet(report, findings, {}).facts[3]).toEqual(['检查日期', '']);
  });

  it('numbers the faults by severity, each with place, reason, article', () => {
    expect(items.map(({ number }) => number)).toEqual(findings.map((_, i) => i + 1));
    const codes = items.map(({ code }) => code);
    expect(codes).toEqual(bySeverity(findings).map(({ code }) => code));
    const balance = items.find(({ code }) => code === 'R302')!;
    expect(balance.places.join()).toContain('表三“一、本年新收政府信息公开申请数量”行');
    expect(balance.message).toContain('13');
    expect(balance.basis.join()).toContain('国办公开办函〔2021〕30号');
    expect(sheet.instruments.join()).toContain('《');
  });

  it('quotes the sentence a fault stands in with its words, from the document or from the text alone', () => {
    const prose = items.find(({ code }) => code === 'R101')!;
    const { before, words, after } = prose.quote!;
    expect(before + words + after).toContain('收到政府信息公开申请25件。');
    const alone = findingsSheet(report, findings, {}).groups.flatMap((group) => group.items);
    const quote = alone.find(({ code }) => code === 'R101')!.quote;
    expect(quote === null || quote.words.includes('申请25件')).toBe(true);
  });

  it('shows the tables with a marked cell, and in the cell what the report prints', () => {
    expect(sheet.tables.map(({ heading }) => heading)).toEqual(['表三　收到和处理政府信息公开申请情况']);
    const odd = directReading(sampleOf('cell disclosure.licensing.decisions = 46件').report);
    const own = checkReading(odd, { previous: null });
    const cell = findingsSheet(odd.report, own, {})
      .tables[0]!.table.rows.flat()
      .find((each) => each.cell === 'disclosure.licensing.decisions');
    expect(cell?.text).toBe('46件');
  });

  it('says of a clean report that nothing need be changed', () => {
    const clean = findingsSheet(report, [], {});
    expect([clean.title, clean.summary, clean.groups, clean.tables]).toEqual([
      '政府信息公开工作年度报告检查意见',
      '经检查，没有发现需要修改的问题。',
      [],
      [],
    ]);
  });

  it('is a page and a Word file with the same numbers in the same cells', async () => {
    const page = new TextDecoder().decode(await renderFindingsSheet(report, findings, { format: 'html' }));
    const docx = unzipSync(await renderFindingsSheet(report, findings, { format: 'docx' }));
    const body = strFromU8(docx['word/document.xml']!);
    const marked = [...marksOf(report, bySeverity(findings)).values()].filter(
      ({ numbers }) => numbers.length > 0,
    );
    expect(page.match(/<td[^>]*><a class="pin"/g)).toHaveLength(marked.length);
    expect(body.match(/<w:tcBorders>/g)).toHaveLength(marked.length);
    for (const { number } of items) expect(page).toContain(`<tr id="f${number}">`);
    expect(page).not.toMatch(/https?:|<script/);
  });
});

describe('marks of cells', () => {
  const finding = findings.find(({ code }) => code === 'R302')!;
  it('carry the gravest severity and all numbers of their findings', () => {
    const id = 'applications.received.total';
    const marks = marksOf(report, [{ ...finding, severity: 'info' }, finding]);
    expect(marks.get(id)).toEqual({ numbers: [1, 2], severity: 'error' });
  });

  it('are numbered in the main cell only where a finding speaks of a whole column', () => {
    const many = Object.keys(report.cells).filter((id) => id.endsWith('.total'));
    const marks = marksOf(report, [{ ...finding, cells: many, at: null }]);
    expect([...marks.keys()]).toEqual([many.at(-1)]);
  });
});
