import type { SectionId } from '../../../law/forms/index.ts';
import type { Line } from './lines.ts';
import { chineseNumber } from './numerals.ts';

/** Something that may be the heading of a section. */
export interface HeadingCandidate {
  /** Index among the lines. */
  readonly line: number;
  /** Offsets in the line's normalised text; `end` is where the section's text goes on. */
  readonly start: number;
  readonly end: number;
  readonly id: SectionId | null;
  readonly ordinal: number | null;
  /** Lines the heading takes up: 2 where it is broken. */
  readonly lines: 1 | 2;
  readonly weight: number;
}

const ordinalPart = '(?:第?([一二三四五六七八九十]{1,3})(?:部分|章)?[、.,:]?|([1-9])[、.](?![0-9]))';
const numbered = new RegExp(`^(?:[-*•·] ?)?${ordinalPart} ?`);

/** Wordings of the six sections as reports print them, the form's own and its usual variants. */
const wordings: readonly (readonly [SectionId | null, string])[] = [
  [
    'overview',
    '(?:(?:19|20)[0-9]{2}年度?)?(?:政府信息公开工作|政务公开工作|政府信息公开|工作)?(?:的)?(?:总体|整体|基本)(?:工作)?(?:情况|概况)|(?:工作|总体)?概述|工作开展情况',
  ],
  ['disclosure', '(?:行政机关)?(?:政府信息)?主动公开(?:(?:的)?(?:政府)?信息)?(?:工作)?(?:的)?情况'],
  [
    'applications',
    '(?:行政机关)?(?:收到(?:和|及|与|、)?(?:处理|办理)的?|收到的?|处理的?|办理的?)?(?:政府)?信息(?:依申请)?公开申请(?:的)?(?:收到和|处理|办理)*(?:的)?情况|(?:政府信息)?依申请公开(?:政府信息)?(?:工作|申请|办理|答复)*(?:的)?情况',
  ],
  [
    'appeals',
    '(?:因)?(?:政府)?信息公开(?:工作|申请)?(?:被|的|引起的?|引发的?|提起)*(?:申请)?行政法?复议(?:和|、|,|及|与)?(?:被?提起)?(?:行政)?诉讼(?:的)?(?:有关)?情况',
  ],
  [
    'problems',
    '(?:(?:政府信息公开|政务公开)(?:工作)?(?:中)?|工作中?)?(?:存在的?)?(?:主要)?问题(?:以?及|和|与|、)(?:整改|改进|改正|下一?步)(?:工作)?(?:的)?(?:措施|情况|打算|建议|方向|计划|意见)|(?:工作)?存在的(?:主要)?(?:问题|不足)(?:以?及|和|与|、)(?:整改|改进)(?:情况|措施)?',
  ],
  [
    'other',
    '(?:其[他它])(?:需要|应当|需)?(?:予以)?(?:报告|说明)的?(?:重要)?(?:事项|情况)|需要(?:报告|说明)的其[他它]事项|其[他它](?:有关)?事项',
  ],
  [
    null,
    '(?:政府信息公开)?(?:的)?收费(?:以?及|和|、)减免(?:的)?情况|[^。,;:、 0-9]{0,24}政府信息公开(?:工作)?情况统计表',
  ],
];
const ids = wordings.map(([id]) => id);
const anyWording = wordings.map(([, wording]) => `(${wording})`).join('|');
const startsWithWording = new RegExp(`^(?:${anyWording})`);
const inLine = new RegExp(`${'([一二三四五六七八九十]{1,2}) ?[、.] ?'}(?:${anyWording})`, 'g');
/** What stands behind a wording in a list of the sections, not behind a heading. */
const listed = /^[;,、]|^[和及与等]/;
/** Rows of table 三 that are numbered like sections. */
const rowLabel = /^(?:本年(?:度)?(?:新收|办理结果)|上年(?:度)?结转|结转下)/;
/** What every wording holds. */
const mustHold = /情况|问题|事项|概述|概况|统计表/;

function idOf(match: RegExpMatchArray, first: number): SectionId | null {
  for (let i = first; i < match.length; i++) if (match[i] !== undefined) return ids[i - first]!;
  return null;
}

const ordinalOf = (match: RegExpMatchArray): number | null =>
  match[1] === undefined ? (match[2] === undefined ? null : Number(match[2])) : chineseNumber(match[1]);

/** Longest line that may be a heading without its number. */
const LONGEST_BARE = 40;

const NUMBER_BEGINS = new Set('-*•·第一二三四五六七八九十123456789');
/** The ordinal of a heading inside a line: looked for first, because most lines hold none. */
const ordinalMark = /[一二三四五六七八九十] ?[、.]/;

/** The heading a whole line may be. */
function wholeLine(lines: readonly Line[], index: number): HeadingCandidate | null {
  const { text } = lines[index]!.flow;
  const lead = NUMBER_BEGINS.has(text[0]!) ? numbered.exec(text) : null;
  if (lead === null && (text.length > LONGEST_BARE || !mustHold.test(text))) return null;
  const bodyFrom = lead?.[0].length ?? 0;
  const body = text.slice(bodyFrom, bodyFrom + 80);
  const match = startsWithWording.exec(body);
  const ordinal = lead === null ? null : ordinalOf(lead);
  if (match !== null) {
    const rest = body.slice(match[0].length);
    const id = idOf(match, 1);
    // 1、主动公开情况 is an item of the overview where the sections count 一、二、三、.
    const arabic = lead !== null && lead[1] === undefined;
    if (/^[。.:;]?(?: ?\([^)]{0,20}\))?$/.test(rest))
      return candidateAt(index, text.length, id, ordinal, 1, lead === null || arabic ? 2 : 5);
    if (lead === null || listed.test(rest)) return null;
    const end = bodyFrom + match[0].length;
    return candidateAt(index, end + (/^[。.:]/.test(rest) ? 1 : 0), id, ordinal, 1, arabic ? 2 : 4);
  }
  if (lead === null) return null;
  const broken = brokenLine(lines, index, bodyFrom, ordinal);
  if (broken !== null || lead[1] === undefined || !isExtra(body)) return broken;
  return candidateAt(index, text.length, null, ordinal, 1, 1);
}

/** A heading that begins its line. */
const candidateAt = (
  line: number,
  end: number,
  id: SectionId | null,
  ordinal: number | null,
  lines: 1 | 2,
  weight: number,
): HeadingCandidate => ({ line, start: 0, end, id, ordinal, lines, weight });

/** A heading broken over two lines. */
function brokenLine(
  lines: readonly Line[],
  index: number,
  bodyFrom: number,
  ordinal: number | null,
): HeadingCandidate | null {
  const body = lines[index]!.flow.text.slice(bodyFrom);
  const next = lines[index + 1]?.flow.text;
  if (next === undefined || body.length > 40 || next.length > 20 || body.length < 4) return null;
  const match = startsWithWording.exec(body + next);
  if (match === null || match[0].length !== body.length + next.length) return null;
  return candidateAt(index, next.length, idOf(match, 1), ordinal, 2, 5);
}

/** What stands behind a Chinese ordinal in no wording of the form, but may head a section. */
const isExtra = (body: string): boolean =>
  body.length >= 2 && body.length <= 40 && !/[。;:,?!|]/.test(body) && !rowLabel.test(body);

/** Headings in the middle of a line of glued text, known by the form's wording and a Chinese ordinal. */
function inside(text: string, index: number, from: number, found: HeadingCandidate[]): void {
  for (const match of text.matchAll(inLine)) {
    const start = match.index;
    const end = start + match[0].length;
    if (start < from || listed.test(text.slice(end, end + 1)) || /[第(]/.test(text[start - 1] ?? ''))
      continue;
    const ordinal = chineseNumber(match[1]!);
    found.push({ line: index, start, end, id: idOf(match, 2), ordinal, lines: 1, weight: 4 });
  }
}

/** Every place that may be a section's heading, in order. */
export function headingCandidates(lines: readonly Line[]): HeadingCandidate[] {
  const found: HeadingCandidate[] = [];
  lines.forEach(({ flow: { text } }, index) => {
    if (text === '' || text.startsWith('|')) return;
    const whole = text.length > 400 && !numbered.test(text.slice(0, 8)) ? null : wholeLine(lines, index);
    if (whole !== null) found.push(whole);
    if (text.length > 24 && ordinalMark.test(text) && mustHold.test(text))
      inside(text, index, whole?.end ?? 0, found);
  });
  return found;
}

const attachment = /^附[件表录]\s?[0-9一二三四五六七八九]{0,2}[:：]?$/;

/** An attached statistics form: its number and title on two lines or one. */
export function attachmentAt(lines: readonly Line[], index: number): { readonly lines: 1 | 2 } | null {
  const text = lines[index]!.flow.text;
  if (text.length > 60 || !text.startsWith('附')) return null;
  if (/^附[件表录].{0,50}统计表$/.test(text)) return { lines: 1 };
  const next = lines[index + 1]?.flow.text ?? '';
  return attachment.test(text) && next.length < 60 && /统计表$/.test(next) ? { lines: 2 } : null;
}
