import type { Place } from '../../domain/annual/report.ts';
import { cite } from '../../law/citation.ts';
import { Pairs } from '../narrative/pairs.ts';
import { mostRelated, placeOf, quoted, shifted } from '../narrative/passages.ts';
import { type WrongWord, wrongWords } from '../narrative/wrong-words.ts';
import { simplify } from '../read/normalise.ts';
import type { Passage, Reading } from '../reading.ts';
import type { Report, Rule } from './rule.ts';

const printedWords = wrongWords.filter((entry) => entry.asPrinted);
const otherWords = wrongWords.filter((entry) => !entry.asPrinted);
/** By their first two characters, so that a text is read once. */
const byStart = new Map<number, WrongWord[]>();
for (const entry of otherWords) push(byStart, startOf(entry.wrong, 0), entry);
const begins = new Pairs(otherWords.map(({ wrong }) => wrong));

function startOf(text: string, index: number): number {
  return text.charCodeAt(index) * 65536 + text.charCodeAt(index + 1);
}

/** 促进…提供了: either 促进… or 为…提供了. */
const crossed = /(?:^|[,，。;；])([^,，。;；为给对在以]{0,4}促进[^,，。;；为给对]{2,60}提供了)/;
const floating = /今年以来|今年|截至目前/;

/** R015: known typos and formulas that the law has left behind. */
export const wording: Rule = {
  code: 'R015',
  id: 'wording',
  severity: 'info',
  name: '错别字和过时提法',
  basis: [cite('tiaoli2019', '第六条：及时、准确地公开政府信息')],
  check: (reading) => {
    if (reading.refused !== null) return [];
    const passages = [
      ...(reading.title === null ? [] : [reading.title]),
      ...reading.preamble,
      ...reading.sections.flatMap((section) => section.passages),
      ...reading.closing,
    ];
    return [
      ...knownWords(reading, passages),
      ...crossedPhrases(passages),
      ...undefinedTitles(passages),
      ...floatingDays(reading),
    ];
  },
};

/** Entries that only the printed glyphs show. */
const glyphs = new RegExp(
  `${wrongWords
    .filter((entry) => entry.asPrinted)
    .map((entry) => entry.wrong)
    .join('|')}`,
);

/** Whether a text is written in traditional characters, in which those glyphs may be right. */
function isTraditional(raw: string): boolean {
  const rest = raw.replace(/[査歩糸]/g, '');
  return simplify(rest) !== rest;
}

interface Hit {
  readonly passage: Passage;
  readonly index: number;
  readonly text: string;
}

function knownWords(reading: Reading, passages: readonly Passage[]): Report[] {
  const { year } = reading.report;
  const hits = new Map<WrongWord, Hit[]>();
  for (const passage of passages) {
    const { text, raw } = passage;
    for (let index = begins.next(text); index >= 0; index = begins.next(text, index + 1))
      for (const entry of byStart.get(startOf(text, index)) ?? [])
        if (stands(entry, text, index) && due(entry, year)) push(hits, entry, { passage, index, text });
    if (!glyphs.test(raw) || isTraditional(raw)) continue;
    for (const entry of printedWords)
      for (let index = raw.indexOf(entry.wrong); index >= 0; index = raw.indexOf(entry.wrong, index + 1))
        push(hits, entry, { passage, index, text: raw });
  }
  return [...hits].map(([entry, found]) => reportOf(entry, found));
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

const due = ({ since }: WrongWord, year: number | null): boolean =>
  since === undefined || (year !== null && year >= since);

function stands({ wrong, next, not }: WrongWord, text: string, index: number): boolean {
  if (!text.startsWith(wrong, index)) return false;
  const end = index + wrong.length;
  if (next !== undefined && text.slice(end, end + 12).search(next) !== 0) return false;
  return not === undefined || !not.test(text.slice(Math.max(0, index - 6), end + 14));
}

const placeOfHit = ({ passage, index, text }: Hit, words: string): Place =>
  text === passage.raw ? shifted(passage.at, index, words.length) : placeOf(passage, words, index);

function reportOf({ wrong, right, why }: WrongWord, hits: readonly Hit[]): Report {
  const [first, ...others] = hits;
  const { text, index } = first!;
  const mended = right === '' ? '请核对改正' : `应为“${right}”`;
  const words = quoted(text, index, index + wrong.length, 6).replace(/[“”"]/g, '');
  const times = hits.length > 1 ? `，共${hits.length}处` : '';
  return {
    message: `“${wrong}”${mended}：${why}。见“${words}”${times}。`,
    at: placeOfHit(first!, wrong),
    related: others.slice(0, mostRelated).map((hit) => ({ at: placeOfHit(hit, wrong), message: '又一处' })),
    suggestions: right === '' ? [] : [right],
  };
}

function crossedPhrases(passages: readonly Passage[]): Report[] {
  return passages.flatMap((passage) => {
    if (!passage.text.includes('提供了') || !passage.text.includes('促进')) return [];
    const match = crossed.exec(passage.text);
    if (match === null) return [];
    return [
      {
        message: `“${match[1]!.slice(0, 8)}……提供了”句式杂糅。请改为“为……提供了”或“促进……”。`,
        at: placeOf(passage, match[1]!, match.index + match[0].length - match[1]!.length),
      },
    ];
  });
}

const shortTitle = /(?<![称为])《(办法|细则|意见|规定|方案|规则)》/;

/** 《办法》 of which the report never says which one it is. 《条例》 alone is known to every reader. */
function undefinedTitles(passages: readonly Passage[]): Report[] {
  const seen = new Set<string>();
  return passages.flatMap((passage) => {
    const match = passage.text.includes('《') ? shortTitle.exec(passage.text) : null;
    if (match === null || seen.has(match[1]!)) return [];
    seen.add(match[1]!);
    const defined = new RegExp(`[称为](?:["“]?《${match[1]}》|["“]${match[1]}["”])`);
    if (passages.some(({ text }) => defined.test(text))) return [];
    return [
      {
        message: `“《${match[1]}》”是简称，报告没有写明是哪一件。请在第一次出现时写全称并注明“以下简称《${match[1]}》”。`,
        at: placeOf(passage, match[0], match.index),
      },
    ];
  });
}

/** 今年, 截至目前: read in the next year, and ever after, they name no day. */
function floatingDays({ sections, report: { year } }: Reading): Report[] {
  if (year === null) return [];
  const found = sections.flatMap(({ id, passages }) =>
    id === 'problems'
      ? []
      : passages.flatMap((passage) => {
          if (!passage.text.includes('今年') && !passage.text.includes('截至目前')) return [];
          const match = floating.exec(passage.text);
          return match === null ? [] : [{ passage, words: match[0], index: match.index }];
        }),
  );
  const first = found[0];
  if (first === undefined) return [];
  return [
    {
      message: `“${first.words}”没有写明年份或日期，年度报告在次年公布，读者无从判断。请改为“${year}年”或“截至${year}年12月31日”${found.length > 1 ? `，共${found.length}段` : ''}。`,
      at: placeOf(first.passage, first.words, first.index),
      related: found.slice(1, 1 + mostRelated).map(({ passage, words, index }) => ({
        at: placeOf(passage, words, index),
        message: `“${words}”`,
      })),
    },
  ];
}
