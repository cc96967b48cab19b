import { describe, expect, it } from 'vitest';
import { directReading } from '../../../test/support/direct-reading.ts';
import { sampleOf } from '../../../test/support/sample.ts';
import { reportsOf, speaks } from '../../../test/support/speaks.ts';
import { notAReport } from './not-a-report.ts';

const empty = directReading(sampleOf('').report).report;

describe('a document that is not one annual report', () => {
  it('is refused with the recogniser’s sentence and what to do', () => {
    const refused = {
      reason: 'blankForm',
      message: '文件是空白的格式。',
      at: { line: 1, column: 1 },
    } as const;
    const [report] = reportsOf(notAReport, '', { refused });
    expect(report?.message).toBe('文件是空白的格式。请填好各部分文字和三张表的数字后再检查。');
    expect(report?.at).toEqual({ line: 1, column: 1 });
  });

  it.each(['sideBySide', 'several', 'otherDocument', 'empty'] as const)('%s says what to do', (reason) => {
    expect(speaks(notAReport, '', { refused: { reason, message: '无法检查', at: null } })[0]).toMatch(
      /^无法检查。请/,
    );
  });

  it('advice that the sentence already gives is not given twice', () => {
    const refused = { reason: 'several', message: '文件里有两份报告。请逐份提交。', at: null } as const;
    expect(speaks(notAReport, '', { refused })).toEqual(['文件里有两份报告。请逐份提交。']);
  });

  it('a document without any section, cell or indicator is none', () => {
    expect(speaks(notAReport, '', { sections: [], report: { ...empty, cells: {} } })).toHaveLength(1);
  });

  it('a report is one, even with most of its sections lost', () => {
    expect(speaks(notAReport, '')).toEqual([]);
    expect(speaks(notAReport, 'drop section overview\ndrop section problems\ndrop section other')).toEqual(
      [],
    );
  });
});
