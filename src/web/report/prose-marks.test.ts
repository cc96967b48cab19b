import { describe, expect, it } from 'vitest';
import { finding, sampleReport, township } from '../../../test/support/sample-services.ts';
import type { Finding, Place } from '../../domain/annual/report.ts';
import type { SourceDocument } from '../../report/document.ts';
import { pinFindings } from './pins.ts';
import { type Around, markProse } from './prose-marks.ts';

const base = sampleReport(township, 2024).report;
const around: Around = {
  title: '大坪镇2024年政务公开工作年度报告',
  preamble: '本报告由五个部分组成。',
  closing: '大坪镇人民政府\n2024年12月20日',
};
const sections = [
  { id: 'overview', heading: '一、总体情况', text: '村里的公示拦已经更换。\n又有一处公示拦没有更换。' },
];
const line = (at: number, text: string) => ({
  kind: 'paragraph' as const,
  text,
  at: { line: at, column: 1 },
  level: null,
  origin: 'body' as const,
});
const document = (blocks: SourceDocument['blocks']): SourceDocument => ({
  mediaType: 'text/plain',
  encoding: 'utf-8',
  metaTitle: null,
  blocks,
  notes: [],
});
const marks = (over: Partial<Finding>, blocks: SourceDocument['blocks'] = []) => {
  const report = { ...base, sections, findings: [finding(over)] };
  return markProse(report, pinFindings(report), document(blocks), around);
};

describe('the places of findings', () => {
  it.each([
    ['title', 1, '大坪镇2024年政务公开工作年度报告', '政务公开'],
    ['preamble', 2, '本报告由五个部分组成。', '五个部分'],
    ['closing', 9, '2024年12月20日', '2024年12月20日'],
  ] as const)('may stand in the %s', (section, at, text, part) => {
    const place = { line: at, column: text.indexOf(part) + 1, length: part.length };
    const [mark] = marks({ at: place }, [line(at, text)]);
    expect(mark).toMatchObject({ section, heading: false, main: true });
    expect(around[section].slice(mark!.start, mark!.end)).toBe(part);
  });

  it('include the other places of the same fault, which are no place to be led to', () => {
    const second = sections[0]!.text.lastIndexOf('公示拦');
    const all = marks(
      {
        at: { line: 3, column: 4, length: 3 },
        related: [{ at: { line: 4, column: 5, length: 3 }, message: '又一处' }],
      },
      [line(3, '村里的公示拦已经更换。'), line(4, '又有一处公示拦没有更换。')],
    );
    expect(all.map(({ main, start }) => [main, start])).toEqual([
      [true, 3],
      [false, second],
    ]);
  });

  it('are the heading of the part where a part is missing', () => {
    const message = '报告缺少“六、其他需要报告的事项”。请补上这一部分。';
    expect(marks({ rule: 'section-missing', code: 'R002', message })).toMatchObject([
      { section: 'other', heading: true, main: true },
    ]);
  });

  it('are the heading over the table where a finding speaks of cells that are not there', () => {
    expect(marks({ cells: ['appeals.none.total'] })).toMatchObject([{ section: 'appeals', heading: true }]);
  });

  const page = (text: string, box: readonly [number, number, number, number]) => ({
    ...line(1, text),
    at: { page: 2, box } as Place,
  });
  it.each([
    ['the passage it quotes', '“公示拦”应为“公示栏”。', '公示拦'],
    ['the whole paragraph where it quotes nothing of it', '写法不对。', '村里的公示拦已经更换。'],
  ])('on a page of a PDF are %s', (_, message, text) => {
    const [mark] = marks({ message, at: { page: 2, box: [90, 112, 130, 124] } }, [
      page('页眉', [70, 20, 500, 40]),
      page('村里的公示拦已经更换。', [70, 100, 500, 130]),
    ]);
    expect(sections[0]!.text.slice(mark!.start, mark!.end)).toBe(text);
  });
});
