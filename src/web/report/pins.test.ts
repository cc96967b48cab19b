import { describe, expect, it } from 'vitest';
import { faulty, finding, sampleReport, township } from '../../../test/support/sample-services.ts';
import { readText } from '../../report/read/index.ts';
import { pinFindings, placeInWords } from './pins.ts';
import { markProse } from './prose-marks.ts';

describe('findings on the page', () => {
  it('stand by severity, errors first, and keep their order within one', () => {
    const pins = pinFindings(faulty.report);
    expect(pins.map((pin) => pin.finding.severity)).toEqual(['error', 'error', 'error', 'warning', 'info']);
    expect(pins.map((pin) => pin.finding.code)).toEqual(['R301', 'R201', 'R101', 'R013', 'R015']);
    expect(pins.map((pin) => pin.number)).toEqual([1, 2, 3, 4, 5]);
  });

  it('are pinned to the cell at their place, else to the last cell they name', () => {
    const cells = {
      ...faulty.report.cells,
      'applications.received.total': {
        value: 1,
        text: '1',
        status: 'read' as const,
        at: { line: 7, column: 3 },
      },
    };
    const ids = ['applications.received.total', 'applications.carriedIn.total'];
    const at = (place: { line: number; column: number } | null) =>
      pinFindings({ ...faulty.report, cells, findings: [finding({ cells: ids, at: place })] })[0]!.cell;
    expect(at({ line: 7, column: 3 })).toBe('applications.received.total');
    expect(at(null)).toBe('applications.carriedIn.total');
  });

  it('about prose are marked where the file has them, whatever the white space', () => {
    const text = '标题\n\n一、总体情况\n全年新收政府信息公开申请12件。';
    const report = {
      ...sampleReport(township, 2024).report,
      sections: [{ id: 'overview', heading: '一、总体情况', text: '全年新收政府 信息公开申请12件。' }],
      findings: [finding({ message: '不符。', at: { line: 4, column: 13, length: 3 } })],
    };
    const [mark] = markProse(report, pinFindings(report), readText(text, 'utf-8'));
    expect(mark).toBeDefined();
    expect(report.sections[0]!.text.slice(mark!.start, mark!.end)).toBe('12件');
  });

  it('are marked in their own sentence, not where the same figure stands before it', () => {
    const text = '上年办结12件，本年新收\n政府信息公开申请12件。';
    const report = {
      ...sampleReport(township, 2024).report,
      sections: [
        { id: 'overview', heading: '一、总体情况', text: '上年办结12件，本年新收\n政府信息公开申请12件。' },
      ],
      findings: [
        finding({
          message: '不符。',
          cells: ['applications.received.total'],
          at: { line: 2, column: 9, length: 3 },
        }),
      ],
    };
    const [mark] = markProse(report, pinFindings(report), readText(text, 'utf-8'));
    expect(mark!.start).toBe(report.sections[0]!.text.lastIndexOf('12件'));
  });

  it('about a heading are pinned to it', () => {
    const report = {
      ...sampleReport(township, 2024).report,
      sections: [{ id: 'overview', heading: '一、总体情况', text: '如下。' }],
      findings: [finding({ message: '标题不对。', at: { line: 1, column: 1 } })],
    };
    const [mark] = markProse(report, pinFindings(report), readText('一、 总体情况\n如下。', 'utf-8'));
    expect(mark).toMatchObject({ section: 0, heading: true });
  });

  it('that stand nowhere in the prose are not marked at a guess', () => {
    const report = { ...faulty.report, findings: [finding({ message: '正文出现“别处没有的话”。' })] };
    expect(markProse(report, pinFindings(report), null)).toEqual([]);
  });

  it.each([
    [{ line: 12, column: 3 }, '原文件第12行'],
    [{ table: 2, row: 3, column: 4 }, '原文件第2张表第3行第4列'],
    [{ paragraph: 5, column: 1 }, '原文件第5段'],
    [null, null],
  ])('%o in words is %s', (at, words) => {
    expect(placeInWords(at)).toBe(words);
  });
});
