import { type Clause, spansOf } from '../narrative/clauses.ts';
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

/** A clause that is cut out of its passage only when it is wanted: nearly none stands twice. */
interface Uncut {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  readonly ends: boolean;
  /** Hash of its words, 30 bits. */
  readonly hash: number;
}

function uncutOf(passages: readonly Passage[]): Uncut[] {
  const clauses: Uncut[] = [];
  for (const passage of passages) {
    const spans = spansOf(passage.text);
    for (let i = 0; i < spans.length; i += 3) {
      const [start, end] = [spans[i]!, spans[i + 1]!];
      clauses.push({ passage, start, end, ends: spans[i + 2] === 1, hash: hashOf(passage.text, start, end) });
    }
  }
  return clauses;
}

function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) & 0x3fffffff;
}

const textOf = ({ passage, start, end }: Uncut): string => passage.text.slice(start, end);
const isSame = (a: Uncut, b: Uncut): boolean =>
  a.hash === b.hash && a.end - a.start === b.end - b.start && textOf(a) === textOf(b);
const cut = (clause: Uncut): Clause => ({
  text: textOf(clause),
  passage: clause.passage,
  start: clause.start,
  ends: clause.ends,
});

/** Characters from which on a clause may begin a copy. */
const OPENING = 6;

/**
 * Sentences of 20 characters and more, or runs of clauses of 30 and more, that stand twice in a text; each reported
 * once, the longest run that holds it. Linear in the text.
 */
export function repeatsIn(passages: readonly Passage[]): Repeat[] {
  const clauses = uncutOf(passages);
  const seen = new Map<number, number>();
  const repeats: Repeat[] = [];
  for (let i = 0; i < clauses.length; ) {
    const { start, end, hash } = clauses[i]!;
    const before = end - start < OPENING ? undefined : seen.get(hash);
    const length = before === undefined ? 0 : sameFrom(clauses, before, i);
    if (length > 0 && isCopy(clauses, before!, i, length))
      repeats.push({
        words: clauses
          .slice(i, i + length)
          .map(textOf)
          .join('，'),
        first: cut(clauses[before!]!),
        second: cut(clauses[i]!),
      });
    const next = i + Math.max(length, 1);
    for (; i < next; i++) if (!seen.has(clauses[i]!.hash)) seen.set(clauses[i]!.hash, i);
  }
  return repeats;
}

/** How many clauses from `a` on stand again from `b` on, `a` < `b`, without reaching into themselves. */
function sameFrom(clauses: readonly Uncut[], a: number, b: number): number {
  let length = 0;
  while (b + length < clauses.length && a + length < b && isSame(clauses[b + length]!, clauses[a + length]!))
    length++;
  return length;
}

/** Whether `length` equal clauses from `a` and `b` on are a copy: one whole sentence, or words enough. */
function isCopy(clauses: readonly Uncut[], a: number, b: number, length: number): boolean {
  const last = clauses[b + length - 1]!;
  const begins = (i: number): boolean => i === 0 || clauses[i - 1]!.ends;
  const whole = begins(a) && begins(b) && clauses[a + length - 1]!.ends && last.ends;
  const wanted = whole ? SENTENCE : PART;
  let characters = 0;
  for (let k = b; k < b + length; k++) characters += clauses[k]!.end - clauses[k]!.start;
  if (characters < wanted) return false;
  let weight = 0;
  for (let k = b; k < b + length; k++) weight += weightOf(textOf(clauses[k]!));
  return weight >= wanted;
}
