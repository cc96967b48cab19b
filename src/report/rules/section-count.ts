import { cite } from '../../law/citation.ts';
import type { SectionId } from '../../law/forms/index.ts';
import { headingWords } from '../narrative/headings.ts';
import { followsForm, placeOf } from '../narrative/passages.ts';
import type { Passage, Reading } from '../reading.ts';
import type { Report, Rule } from './rule.ts';

const digits = '零一二三四五六七八九十';
const announced =
  /(?:等|共计?|分为?|的|由|以下|下列|,|，|、|\s|情况|事项|附表)([一二两三四五六七八九十]|\d{1,2})个?(?:部分|方面|章节?)/;
/** The verb after which a preamble lists the parts. */
const verb = /(?:主要)?(?:内容)?(?:包括|包含|涵盖|分为|共分|由)[:：]?/;

const topics: readonly (readonly [SectionId, RegExp])[] = [
  ['overview', /总体情况|概述|基本情况|总体概况/],
  ['appeals', /复议|诉讼/],
  ['problems', /问题|不足|改进/],
  ['other', /其[他它].*(?:事项|情况)/],
  ['disclosure', /主动公开/],
  ['applications', /申请/],
];

/** R005: the preamble counts or lists other parts than the body has. */
export const sectionCount: Rule = {
  code: 'R005',
  id: 'section-count',
  severity: 'error',
  name: '导语所列部分与正文不符',
  basis: [cite('form2021', '年度报告格式：一至六各部分'), cite('tiaoli2019', '第五十条')],
  check: (reading) => {
    if (!followsForm(reading) || reading.sections.length === 0) return [];
    const list = announcementOf(reading.preamble);
    if (list === null) return [];
    const report = compare(reading, list);
    return report === null ? [] : [report];
  },
};

interface Announcement {
  readonly passage: Passage;
  readonly words: string;
  readonly count: number;
  /** Parts named before the count; empty where none are. */
  readonly items: readonly string[];
}

/** The sentence of the preamble that says how many parts the report has. */
function announcementOf(preamble: readonly Passage[]): Announcement | null {
  for (const passage of preamble)
    for (const sentence of passage.text.split(/[。!！?？\n]/)) {
      if (!/部分|方面|章/.test(sentence)) continue;
      const match = announced.exec(sentence);
      if (match === null) continue;
      const items = itemsOf(sentence.slice(0, match.index + match[0].indexOf(match[1]!)));
      if (items.length === 0 && !/报告/.test(sentence)) continue;
      return { passage, words: match[0].replace(/^[、,，\s]/, ''), count: numberOf(match[1]!), items };
    }
  return null;
}

const numberOf = (text: string): number =>
  /\d/.test(text) ? Number(text) : text === '两' ? 2 : digits.indexOf(text);

/** Names of the parts in a list; the enumeration comma inside 行政复议、行政诉讼 parts nothing. */
function itemsOf(text: string): string[] {
  const start = verb.exec(text);
  if (start === null) return [];
  const items = text
    .slice(start.index + start[0].length)
    .replace(/复议[、,，]/g, '复议')
    .replace(/(?:以及|及|和|与)(?=附[表件]|其[他它])/g, '、')
    .split(/[、,，;；]/)
    .map((item) => item.replace(/^(?:以及|和|及)|等$|共$/g, '').trim())
    .filter((item) => item.length > 1);
  return items.filter((item) => topicOf(item) !== null).length < 2 ? [] : items;
}

const topicOf = (text: string): SectionId | null => topics.find(([, words]) => words.test(text))?.[0] ?? null;

function compare(reading: Reading, { passage, words, count, items }: Announcement): Report | null {
  const body = reading.sections.filter((section) => section.ordinal !== null);
  const parts = body.length === 0 ? reading.sections : body;
  const faults: string[] = [];
  const some = /^等/.test(words) && items.length < count;
  if (items.length > 0 && items.length !== count && !some) faults.push(`列出的是${items.length}项`);
  if (parts.length !== count) faults.push(`正文有${parts.length}个部分`);
  const ids = new Set(parts.map((part) => part.id));
  const unknown = items.filter((item) => {
    const topic = topicOf(item);
    if (topic !== null) return !ids.has(topic);
    return parts.every((part) => headingWords(part.heading) !== headingWords(item));
  });
  if (faults.length === 0 && unknown.length === 0) return null;
  if (unknown.length > 0) faults.push(`正文没有${unknown.map((item) => `“${item}”`).join('、')}`);
  return {
    message: `导语说报告有“${words}”，${faults.join('，')}。请按格式的六个部分编排正文，并使导语与正文一致。`,
    at: placeOf(passage, words, Math.max(passage.text.indexOf(words), 0)),
    related: parts.map((part) => ({ at: part.at, message: part.heading })),
  };
}
