import { cite } from '../../law/citation.ts';
import { type Ordinal, type OrdinalStyle, ordinalAt, spokenOrdinals } from '../narrative/ordinals.ts';
import { isExcerpt, mostRelated, placeOf, shifted } from '../narrative/passages.ts';
import type { Passage, Reading, SectionReading } from '../reading.ts';
import type { Report, Rule } from './rule.ts';

/** R010: ordinals of one list in several styles, with gaps, or a list that stops after 一是. */
export const numbering: Rule = {
  code: 'R010',
  id: 'numbering',
  severity: 'warning',
  name: '序号混用或中断',
  basis: [cite('gongwen2012', '7.3.3 结构层次序数')],
  check: (reading) => {
    if (reading.refused !== null) return [];
    const prose = reading.sections.filter(
      (section) => section.table === 'notExpected' || section.id === null,
    );
    const excerpt = isExcerpt(reading);
    return [
      ...repeatedSections(reading),
      ...prose.flatMap((section) => [
        ...headOrdinals(section.passages, excerpt),
        ...(excerpt ? [] : clauseOrdinals(section.passages)),
        ...labelledLists(section.passages),
      ]),
    ];
  },
};

/** Two sections with one ordinal, or an ordinal lower than the one before. */
function repeatedSections({ sections }: Reading): Report[] {
  const numbered = sections.filter((section) => section.ordinal !== null);
  return numbered.flatMap((section: SectionReading, i): Report[] => {
    const before = numbered[i - 1];
    if (before === undefined || section.ordinal! > before.ordinal!) return [];
    return [
      {
        message: `“${section.heading}”的序号没有接着“${before.heading}”往下编。请按一至六的顺序改正序号。`,
        at: section.at,
        related: [{ at: before.at, message: '前一个部分' }],
      },
    ];
  });
}

/** Breaks told of one list; what follows the first few follows from them. */
const MOST = 5;

/** Ordinals at the heads of paragraphs: each goes on its own list, begins a new one, or breaks it. */
function headOrdinals(passages: readonly Passage[], excerpt: boolean): Report[] {
  const last = new Map<OrdinalStyle, number>();
  const mixed: Ordinal[] = [];
  const reports: Report[] = [];
  let previous: Ordinal | null = null;
  for (const passage of passages) {
    const ordinal = ordinalAt(passage);
    if (ordinal === null || ordinal.number === 0) continue;
    const { style, number } = ordinal;
    const own = last.get(style);
    if (number !== 1 && own !== number - 1) {
      if (previous !== null && previous.style !== style && previous.number === number - 1)
        mixed.push(ordinal);
      else if (
        own !== undefined &&
        !excerpt &&
        reports.length < MOST &&
        !standsWithin(passages, number - 1, style)
      )
        reports.push(brokenList(ordinal, own));
    }
    last.set(style, number);
    previous = ordinal;
  }
  if (mixed.length > 0) reports.push(mixedList(mixed));
  return reports;
}

const place = ({ passage, printed }: Ordinal) => shifted(passage.at, 0, printed.length);

const mixedList = (mixed: readonly Ordinal[]): Report => ({
  message: `同一级的序号写法不一：${mixed
    .slice(0, 6)
    .map((ordinal) => `“${ordinal.printed}”`)
    .join(
      '、',
    )}${mixed.length > 6 ? '等' : ''}与前后各条的写法不同。请统一写法，一般用“（一）”“1.”“（1）”逐级编号。`,
  at: place(mixed[0]!),
  related: mixed.slice(1, 1 + mostRelated).map((ordinal) => ({ at: place(ordinal), message: '又一处' })),
});

function brokenList(ordinal: Ordinal, before: number): Report {
  const how = ordinal.number <= before ? '重复或倒退' : '不连续';
  return {
    message: `序号${how}：第${before}条之后是“${ordinal.printed}”。请检查是否漏了内容，并按顺序编号。`,
    at: place(ordinal),
  };
}

/** Whether an item that no paragraph begins with stands inside one. */
function standsWithin(passages: readonly Passage[], number: number, style: OrdinalStyle): boolean {
  const chinese = '零一二三四五六七八九十'[number];
  const marks: Record<OrdinalStyle, string[]> = {
    bracketedChinese: [`(${chinese})`, `（${chinese}）`],
    chinese: [`${chinese}、`],
    bracketedArabic: [`${number})`, `${number}）`],
    arabic: [`${number}.`, `${number}、`],
  };
  return passages.some(({ text }) => marks[style].some((mark) => text.indexOf(mark) > 0));
}

interface Spoken {
  readonly number: number;
  readonly passage: Passage;
  /** Position of the passage, and of the words in it. */
  readonly paragraph: number;
  readonly index: number;
}

/** Lists that may be open at once; lists deeper than any real one are closed, so that reading stays linear. */
const DEEPEST = 20;

/** 一是, 二是 …: lists may nest and follow each other, but none stops at 一是 or leaves one out. */
function clauseOrdinals(passages: readonly Passage[]): Report[] {
  const gaps: Report[] = [];
  const open: Spoken[] = [];
  const closed: Spoken[] = [];
  passages.forEach((passage, paragraph) => {
    for (const { number, index } of spokenOrdinals(passage.text)) {
      const spoken = { number, passage, paragraph, index };
      if (number !== 1) {
        const at = open.findLastIndex((list) => list.number === number - 1);
        if (at >= 0) closed.push(...open.splice(at).slice(1));
        else {
          const list = open.pop();
          if (list !== undefined && list.number < number - 1) gaps.push(gap(spoken, list.number));
        }
      }
      open.push(spoken);
      if (open.length > DEEPEST) closed.push(open.shift()!);
    }
  });
  const firsts = [...closed, ...open].filter(({ number }) => number === 1);
  const last = firsts.length === 0 ? null : lastSecond(passages);
  const singles = firsts.filter(
    ({ paragraph, index }) =>
      paragraph > last!.paragraph || (paragraph === last!.paragraph && index > last!.index),
  );
  return [...gaps.slice(0, MOST), ...(singles.length > 0 ? [single(singles)] : [])];
}

const second = /二[要、则来)）]|第二|其二|其次|另一方面|二是/g;

/** Where the last second item in whatever words (二是, 二要, 另一方面, 其次 …) stands. */
function lastSecond(passages: readonly Passage[]): { paragraph: number; index: number } {
  for (let paragraph = passages.length - 1; paragraph >= 0; paragraph--) {
    const matches = [...passages[paragraph]!.text.matchAll(second)];
    if (matches.length > 0) return { paragraph, index: matches.at(-1)!.index };
  }
  return { paragraph: -1, index: -1 };
}

const placeOfSpoken = ({ passage, index }: Spoken) =>
  placeOf(passage, passage.text.slice(index, index + 2), index);

const single = ([first, ...others]: readonly Spoken[]): Report => ({
  message: '这里有“一是”，后面没有“二是”。请补上其余各条；只有一条的，删去“一是”。',
  at: placeOfSpoken(first!),
  related: others.slice(0, mostRelated).map((other) => ({ at: placeOfSpoken(other), message: '又一处' })),
});

const gap = (spoken: Spoken, before: number): Report => ({
  message: `“${'一二三四五六七八九十'[before - 1]}是”之后是“${'一二三四五六七八九十'[spoken.number - 1]}是”，中间缺一条。请检查是否漏了内容，并按顺序编号。`,
  at: placeOfSpoken(spoken),
});

const labelled = /^[一-龥]{2,4}[:：]\s*(?:(一是)|(1[、.])|([(（]一[)）])|([(（]1[)）])|(一、))/;

/** Paragraphs side by side that are named by a word (原因： 对策：) and number their items differently. */
function labelledLists(passages: readonly Passage[]): Report[] {
  const lists = passages.flatMap((passage) => {
    const match = labelled.exec(passage.text);
    return match === null
      ? []
      : [{ passage, style: match.slice(1).findIndex((group) => group !== undefined) }];
  });
  const other = lists.find((list) => list.style !== lists[0]!.style);
  if (other === undefined) return [];
  return [
    {
      message: '并列的两段分别用了不同的编号写法。请统一写法。',
      at: other.passage.at,
      related: [{ at: lists[0]!.passage.at, message: '另一种写法' }],
    },
  ];
}
