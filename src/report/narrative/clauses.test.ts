import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Passage } from '../reading.ts';
import { repeatsIn } from '../similarity/repeats.ts';
import { clausesOf } from './clauses.ts';
import { headingWords } from './headings.ts';
import { chineseOrdinal, ordinalAt, spokenOrdinals } from './ordinals.ts';

const passage = (text: string): Passage => ({ text, raw: text, at: { line: 1, column: 1 } });
const marks = fc.constantFrom('，', '。', '；', ',', '《', '》', '：', '\n');
const words = fc.constantFrom('公开栏已经更换', '目录', '村里的老人看得明白', '条例', '一是', 'A1');
const text = fc.array(fc.oneof(words, marks), { maxLength: 30 }).map((parts) => parts.join(''));

describe('clauses', () => {
  it('stand where they say, in order, and hold every word of the text', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const clauses = clausesOf(passage(whole));
        let end = 0;
        for (const clause of clauses) {
          expect(whole.slice(clause.start, clause.start + clause.text.length)).toBe(clause.text);
          expect(clause.start).toBeGreaterThanOrEqual(end);
          end = clause.start + clause.text.length;
        }
        const bare = (s: string): string => s.replace(/[，。；,：\n]/g, '');
        expect(bare(clauses.map((clause) => clause.text).join(''))).toBe(bare(whole));
      }),
    );
  });

  it('a comma inside a title parts nothing', () => {
    const clauses = clausesOf(passage('制定《方案，办法》，印发各村。'));
    expect(clauses.map((clause) => [clause.text, clause.ends])).toEqual([
      ['制定《方案，办法》', false],
      ['印发各村', true],
    ]);
  });
});

describe('sentences that stand twice', () => {
  const sentence = fc
    .array(fc.integer({ min: 0x4e00, max: 0x5e00 }), { minLength: 24, maxLength: 40 })
    .map((codes) => String.fromCharCode(...codes));

  it('are found wherever the copy stands, and nothing else is', () => {
    fc.assert(
      fc.property(fc.uniqueArray(sentence, { minLength: 3, maxLength: 8 }), fc.nat(), (sentences, n) => {
        const original = sentences.map((words) => passage(`${words}。`));
        expect(repeatsIn(original)).toEqual([]);
        const copied = sentences[n % sentences.length]!;
        const [repeat, ...others] = repeatsIn([...original, passage(`${copied}。`)]);
        expect(repeat?.words).toBe(copied);
        expect(others).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});

describe('ordinals', () => {
  it.each([
    ['一', 1],
    ['九', 9],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['三十一', 31],
    ['公', 0],
  ])('%s is %i', (printed, value) => expect(chineseOrdinal(printed)).toBe(value));

  it.each([
    ['（一）甲', 'bracketedChinese', 1],
    ['(3) 丙', 'bracketedArabic', 3],
    ['二、乙', 'chinese', 2],
    ['4.丁', 'arabic', 4],
    ['5、戊', 'arabic', 5],
  ])('%s', (words, style, number) => {
    expect(ordinalAt(passage(words))).toMatchObject({ style, number });
  });

  it.each(['2.5万元', '2022年', '（五）项', '甲（一）', ''])('%j begins with none', (words) => {
    expect(ordinalAt(passage(words))).toBeNull();
  });

  it('一是 counts at the head of a clause only', () => {
    expect(spokenOrdinals('一是甲，二是乙；统一是好的，三是非').map((found) => found.number)).toEqual([1, 2]);
  });
});

describe('words of a heading', () => {
  it.each([
    '一、总体情况',
    '一. 总体情况：',
    '（一）总体情况',
    '1．总体情况',
    '第一部分 总体情况',
    '## 總體情況（略）',
  ])('%s', (heading) => expect(headingWords(heading)).toBe('总体情况'));
});
