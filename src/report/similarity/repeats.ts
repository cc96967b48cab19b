import type { Clause } from '../narrative/clauses.ts';
import type { Passage } from '../reading.ts';
import { type ClauseTable, clauseTable, FirstSeen } from './clause-table.ts';

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

const textOf = ({ passages, passage, start, end }: ClauseTable, i: number): string =>
  passages[passage[i]!]!.text.slice(start[i], end[i]);

/** Nearly all that are compared are the same: words cut out to be compared would be made for nothing. */
function isSame(table: ClauseTable, a: number, b: number): boolean {
  const { passages, passage, start, end, hash } = table;
  const length = end[a]! - start[a]!;
  if (hash[a] !== hash[b] || end[b]! - start[b]! !== length) return false;
  const [one, other] = [passages[passage[a]!]!.text, passages[passage[b]!]!.text];
  for (let i = 0; i < length; i++)
    if (one.charCodeAt(start[a]! + i) !== other.charCodeAt(start[b]! + i)) return false;
  return true;
}

const cut = (table: ClauseTable, i: number): Clause => ({
  text: textOf(table, i),
  passage: table.passages[table.passage[i]!]!,
  start: table.start[i]!,
  ends: table.ends[i] === 1,
});

/** Characters from which on a clause may begin a copy. */
const OPENING = 6;

/**
 * Sentences of 20 characters and more, or runs of clauses of 30 and more, that stand twice in a text; each reported
 * once, the longest run that holds it. Linear in the text.
 */
export function repeatsIn(passages: readonly Passage[]): Repeat[] {
  const table = clauseTable(passages);
  const seen = new FirstSeen(table);
  const repeats: Repeat[] = [];
  for (let i = 0; i < table.count; ) {
    const before = table.end[i]! - table.start[i]! < OPENING ? -1 : seen.before(i);
    const length = before < 0 ? 0 : sameFrom(table, before, i);
    if (length > 0 && isCopy(table, before, i, length))
      repeats.push({
        words: Array.from({ length }, (_, k) => textOf(table, i + k)).join('，'),
        first: cut(table, before),
        second: cut(table, i),
      });
    const next = i + Math.max(length, 1);
    for (; i < next; i++) seen.note(i);
  }
  return repeats;
}

/** How many clauses from `a` on stand again from `b` on, `a` < `b`, without reaching into themselves. */
function sameFrom(table: ClauseTable, a: number, b: number): number {
  let length = 0;
  while (b + length < table.count && a + length < b && isSame(table, b + length, a + length)) length++;
  return length;
}

/** Whether `length` equal clauses from `a` and `b` on are a copy: one whole sentence, or words enough. */
function isCopy(table: ClauseTable, a: number, b: number, length: number): boolean {
  const { start, end, ends } = table;
  const begins = (i: number): boolean => i === 0 || ends[i - 1] === 1;
  const whole = begins(a) && begins(b) && ends[a + length - 1] === 1 && ends[b + length - 1] === 1;
  const wanted = whole ? SENTENCE : PART;
  let characters = 0;
  for (let k = b; k < b + length; k++) characters += end[k]! - start[k]!;
  if (characters < wanted) return false;
  let weight = 0;
  for (let k = b; k < b + length; k++) weight += weightOf(textOf(table, k));
  return weight >= wanted;
}
