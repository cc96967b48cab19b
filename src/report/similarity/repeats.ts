import { type Clause, clausesOf } from '../narrative/clauses.ts';
import type { Passage } from '../reading.ts';

/** A run of clauses that stands twice. */
export interface Repeat {
  /** Words as they stand the second time. */
  readonly words: string;
  readonly first: Clause;
  readonly second: Clause;
}

/** Characters, titles and set phrases left out, from which on words that stand twice are a copy. */
const SENTENCE = 20;
const PART = 30;

/** Phrases that every report may use more than once: political preambles, statute, customary openings. */
const customary =
  /习近平|党的[一二三四五六七八九十]+[大届]|党中央|国务院|市委|省委|县委|区委|政府信息公开条例|以公开为常态|不公开为例外|知情权|参与权|表达权|监督权|依法行政|法定|中华人民共和国|统计期限|本报告|联系电话|地址|信息处理费|勾稽关系|下一步|存在的?(?:主要)?问题|没有其他需要报告的事项/;

const weightOf = (text: string): number =>
  customary.test(text) ? 0 : text.replace(/《[^》]*》?/g, '').replace(/[^\p{L}\p{N}]/gu, '').length;

/**
 * Sentences of 20 characters and more, or runs of clauses of 30 and more, that stand twice in a text; each reported
 * once, the longest run that holds it. Linear in the text.
 */
export function repeatsIn(passages: readonly Passage[]): Repeat[] {
  const clauses = passages.flatMap(clausesOf);
  const seen = new Map<string, number>();
  const repeats: Repeat[] = [];
  for (let i = 0; i < clauses.length; ) {
    const text = clauses[i]!.text;
    const before = text.length < 6 ? undefined : seen.get(text);
    let length = 0;
    if (before !== undefined)
      while (
        i + length < clauses.length &&
        before + length < i &&
        clauses[i + length]!.text === clauses[before + length]!.text
      )
        length++;
    if (length > 0 && isCopy(clauses, before!, i, length))
      repeats.push({
        words: clauses
          .slice(i, i + length)
          .map((clause) => clause.text)
          .join('，'),
        first: clauses[before!]!,
        second: clauses[i]!,
      });
    const next = i + Math.max(length, 1);
    for (; i < next; i++) if (!seen.has(clauses[i]!.text)) seen.set(clauses[i]!.text, i);
  }
  return repeats;
}

/** Whether `length` equal clauses from `a` and `b` on are a copy: one whole sentence, or words enough. */
function isCopy(clauses: readonly Clause[], a: number, b: number, length: number): boolean {
  let weight = 0;
  for (let k = 0; k < length; k++) weight += weightOf(clauses[b + k]!.text);
  const begins = (i: number): boolean => i === 0 || clauses[i - 1]!.ends;
  const whole = begins(a) && begins(b) && clauses[a + length - 1]!.ends && clauses[b + length - 1]!.ends;
  return weight >= (whole ? SENTENCE : PART);
}
