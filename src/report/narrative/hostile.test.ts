import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { directReading } from '../../../test/support/direct-reading.ts';
import { sampleOf } from '../../../test/support/sample.ts';
import { loadPlaces } from '../places/load.ts';
import type { Passage, Reading } from '../reading.ts';
import { assessmentResults } from '../rules/assessment-results.ts';
import { foreignName } from '../rules/foreign-name.ts';
import { formEdition } from '../rules/form-edition.ts';
import { nearDuplicate } from '../rules/near-duplicate.ts';
import { numbering } from '../rules/numbering.ts';
import { overviewTopics } from '../rules/overview-topics.ts';
import { residue } from '../rules/residue.ts';
import type { Rule } from '../rules/rule.ts';
import { sectionCount } from '../rules/section-count.ts';
import { sectionHeading } from '../rules/section-heading.ts';
import { title } from '../rules/title.ts';
import { wording } from '../rules/wording.ts';

const ruleList: readonly Rule[] = [
  assessmentResults,
  foreignName,
  formEdition,
  nearDuplicate,
  numbering,
  overviewTopics,
  residue,
  sectionCount,
  sectionHeading,
  title,
  wording,
];
const places = await loadPlaces();
const tokens = [
  ...[
    '一是',
    '二是',
    '九是',
    '（一）',
    '(3)',
    '4.',
    '5、',
    '考核',
    '责任追究',
    '等',
    '制度',
    '《',
    '》',
    '《办法》',
  ],
  ...[
    '制发《',
    '2019年山东省',
    '政务公开',
    '要点',
    '调整全省',
    '领导小组',
    '小孟镇',
    '我局',
    '高度重视',
    '向市政府',
  ],
  ...[
    '收到',
    '申请',
    '[image:',
    ']',
    '〔',
    '略',
    '〕',
    '截止',
    '2021年',
    '年来',
    '促进',
    '提供了',
    '等六个部分',
    '由',
  ],
  ...[
    '总体情况',
    '复议',
    '，',
    '。',
    '：',
    '、',
    '\n',
    ' ',
    '１',
    '國',
    '査',
    '国办公开办函〔2019〕60号',
    '号',
    '镇',
    '街道',
  ],
];
const clean = directReading(sampleOf('agency 曲阜市防山镇人民政府').report);

function readingOf(texts: readonly string[]): Reading {
  const passages = texts.map((text, i): Passage => ({ text, raw: text, at: { line: i + 1, column: 1 } }));
  const [first = '', second = ''] = texts;
  return {
    ...clean,
    title: { text: first, raw: first, at: { line: 1, column: 1 } },
    preamble: passages,
    closing: passages.slice(0, 1),
    sections: clean.sections.map((section) => ({
      ...section,
      heading: `${section.heading}${second}`,
      passages,
    })),
  };
}

describe('rules of structure and wording on any text', () => {
  it('never throw, and every message is a sentence', () => {
    const text = fc.array(fc.constantFrom(...tokens), { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), (texts) => {
        const reading = readingOf(texts);
        for (const rule of ruleList)
          for (const report of rule.check(reading, { previous: reading.report, places }))
            expect(report.message).toMatch(/[。？]$/);
      }),
      { numRuns: 300 },
    );
  });

  it.each(tokens)('take time in proportion to a text of nothing but %j', (token) => {
    const reading = readingOf([token.repeat(Math.ceil(30_000 / token.length))]);
    const before = performance.now();
    for (const rule of ruleList) rule.check(reading, { previous: null, places });
    expect(performance.now() - before).toBeLessThan(4_000);
  });
});
