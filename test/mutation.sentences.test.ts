import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SectionId } from '../src/law/forms/index.ts';
import { checkReading } from '../src/report/rules/index.ts';
import { cleanReport, type GeneratedKind } from './support/generate.ts';
import { layoutNamed } from './support/layouts.ts';
import { readAs } from './support/read-sample.ts';
import type { SampleReport } from './support/sample-model.ts';

type Cells = (id: string) => number;

/** A kind of false statement: a sentence that the cells bear out, and the same with one thing changed. */
interface Kind {
  readonly code: string;
  readonly section: SectionId;
  /** Null where the report has nothing to say it of. */
  readonly say: (cell: Cells, by: number) => readonly [truth: string, falsehood: string] | null;
}

const total = (row: string) => `applications.${row}.total`;
const when = (holds: boolean, truth: string, falsehood: string): readonly [string, string] | null =>
  holds ? [truth, falsehood] : null;

const kinds: Readonly<Record<string, Kind>> = {
  'the number of applications received': {
    code: 'R101',
    section: 'overview',
    say: (cell, by) => {
      const n = cell(total('received'));
      const say = (k: number) => `全年共收到政府信息公开申请${k}件。`;
      return when(n > 0, say(n), say(n + cell(total('carriedIn')) + by));
    },
  },
  'the applications carried over from last year': {
    code: 'R101',
    section: 'overview',
    say: (cell, by) => {
      const say = (k: number) => `政府信息公开申请中，上年结转${k}件。`;
      return [say(cell(total('carriedIn'))), say(cell(total('carriedIn')) + by)];
    },
  },
  'what natural persons asked for': {
    code: 'R101',
    section: 'overview',
    say: (cell, by) => {
      const n = cell('applications.received.naturalPerson');
      const say = (k: number) => `全年新收自然人提出的政府信息公开申请${k}件，上年结转另计。`;
      return when(cell(total('received')) > 0, say(n), say(n + by));
    },
  },
  'what was left for next year': {
    code: 'R101',
    section: 'overview',
    say: (cell, by) => {
      const say = (k: number) => `政府信息公开申请结转下年度继续办理${k}件。`;
      return [say(cell(total('carriedOut'))), say(cell(total('carriedOut')) + by)];
    },
  },
  'the reviews': {
    code: 'R101',
    section: 'overview',
    say: (cell, by) => {
      const n = cell('appeals.review.total');
      const say = (k: number) => `因政府信息公开工作引起的行政复议案件${k}件。`;
      return when(n > 0, say(n), say(n + by));
    },
  },
  'none received, of some': {
    code: 'R102',
    section: 'overview',
    say: (cell) =>
      when(cell(total('received')) > 0, `政府信息公开申请按期办理。`, `本年度未收到政府信息公开申请。`),
  },
  'suits, of none': {
    code: 'R102',
    section: 'overview',
    say: (cell, by) =>
      when(
        cell('appeals.suitDirect.total') + cell('appeals.suitAfterReview.total') === 0,
        '没有发生因政府信息公开引起的行政诉讼。',
        `因政府信息公开引起的行政诉讼案件${by}件。`,
      ),
  },
  'parts beyond their whole': {
    code: 'R103',
    section: 'overview',
    say: (_, by) => {
      const say = (k: number) => `制作图解${40 + by}篇，其中民生类${20 + by}篇、经济类${k}篇。`;
      return [say(20), say(20 + by)];
    },
  },
  'a share of a whole': {
    code: 'R104',
    section: 'overview',
    say: (_, by) => {
      const [part, whole] = [40 + by, 100 + 3 * by];
      const say = (share: number) => `制作图解${whole}篇，其中民生类${part}篇，占${share.toFixed(1)}%。`;
      return [say((100 * part) / whole), say((100 * part) / whole + 1.5)];
    },
  },
  'what was published, said twice': {
    code: 'R105',
    section: 'problems',
    say: (_, by) => {
      const say = (k: number) => `全年主动公开政府信息50条。更新频次有待提高。本年度主动公开政府信息${k}条。`;
      return [say(50), say(50 + by)];
    },
  },
  'a proposal adopted, of none': {
    code: 'R105',
    section: 'other',
    say: () => ['本年度承办政协提案1件。提案均已办复。', '本年度承办政协提案0件。提案均已办复。'],
  },
  'a fee taken in': {
    code: 'R601',
    section: 'other',
    say: (_, by) => ['本年度没有收取信息处理费。', `本年度收取信息处理费${by}元。`],
  },
};

const spoken = (report: SampleReport, section: SectionId, sentence: string): SampleReport => ({
  ...report,
  sections: report.sections.map((s) =>
    s.id === section ? { ...s, paragraphs: [...s.paragraphs, sentence] } : s,
  ),
});
const codesOf = (report: SampleReport): string[] => {
  const reading = readAs(layoutNamed('tab'), report);
  return checkReading(reading, { previous: null, places: null }).map(
    (finding) => `${finding.code} ${finding.message}`,
  );
};

/** Clean reports of invented agencies whose cells are rarely all nought. */
const cleanReports: fc.Arbitrary<SampleReport> = fc
  .record({
    seed: fc.nat(175_999),
    form: fc.constantFrom('2019' as const, '2021' as const),
    kind: fc.constantFrom<GeneratedKind>('township', 'subdistrict', 'county', 'countyDepartment'),
  })
  .map(({ seed, form, kind }) => cleanReport(seed, { form, kind, prose: 300 }));

describe('one false statement in a clean report', () => {
  for (const [name, { code, section, say }] of Object.entries(kinds))
    it(`${name}: ${code} and nothing else`, () => {
      fc.assert(
        fc.property(cleanReports, fc.integer({ min: 1, max: 500 }), (clean, by) => {
          const fees = code === 'R601' && clean.form === '2021';
          fc.pre(code !== 'R601' || fees);
          const report = fees
            ? { ...clean, cells: { ...clean.cells, 'disclosure.fees.amountWan': '0' } }
            : clean;
          const said = say((id) => Number(report.cells[id]), by);
          fc.pre(said !== null);
          expect(codesOf(spoken(report, section, said[0]))).toEqual([]);
          expect(codesOf(spoken(report, section, said[1])).map((text) => text.slice(0, 4))).toEqual([code]);
        }),
        { numRuns: 12 },
      );
    });
});
