import type { Passage } from '../../reading.ts';
import type { ChromeHints } from './chrome.ts';
import { isChrome, isHint } from './chrome.ts';
import { yearWithin } from './days.ts';
import type { Line } from './lines.ts';
import { isFramedPageNumber } from './lines.ts';
import { originIn, placeIn } from './text.ts';

export interface TitleReading {
  readonly title: Passage | null;
  /** Line after the title, and offset in it where the title shares a line with what follows. */
  readonly line: number;
  readonly offset: number;
}

const wording =
  '(?:政府信息|政务|信息)(?:主动)?公开(?:与政务公开|和政务公开|和政府信息公开)?(?:工作)?(?:情况)?(?:的)?(?:(?:19|20)[0-9]{2}年度?)?(?:年度)?(?:工作)?(?:情况)?(?:总结)?(?:的)?(?:报告|年报|总结)';
const endsAsTitle = new RegExp(`${wording}(?:\\([^)]{0,16}\\))?$`);
const within = new RegExp(wording, 'g');
const boundary = /[。,;:!?>《》“”"|\s]/;
const LONGEST_NAME = 50;
const notTitle =
  /^(?:#{1,6} ?)?(?:本报告|根据|现将|按照|依据|依照|为|编制|附件|[一二三四五六七八九十]+、)|[。;]|报告格式/;
const datePart = /(?:19|20)[0-9]{2}年|[一二][九〇○零][〇○零一二三四五六七八九]{2}年/;
/** The end of a title broken over lines. */
const tail = new RegExp(
  `^(?:(?:${datePart.source})度?)?(?:年度|工作|年度工作|情况|政府信息公开|的)*(?:报告|年报)$`,
);

/** A title may be broken within a word where a page is narrow: 度报告, 公开工作年度报告. */
const USUAL = '政府信息公开工作年度报告';
const isTail = (text: string): boolean => tail.test(text) || (text !== '' && USUAL.endsWith(text));

const short = (line: Line | undefined): line is Line =>
  line !== undefined && line.flow.text !== '' && line.flow.text.length <= 60;

/** Lines above belong to a title broken over several while it lacks its agency or its subject. */
function startOf(lines: readonly Line[], from: number, last: number): number {
  let start = last;
  for (let line = last - 1; line >= from && last - line <= 4 && last - start < 3; line--) {
    const { text } = lines[line]!.flow;
    if (text === '' || isFramedPageNumber(text)) continue;
    const joined = lines
      .slice(start, last + 1)
      .map((l) => l.flow.text)
      .join('');
    const lead = joined
      .replace(USUAL.endsWith(joined) ? joined : '', '')
      .replace(/(?:政府信息|政务|信息)公开.*$/, '')
      .replace(datePart, '')
      .replace(/^关于|工作|年度|年?报告?|情况|总结|度/g, '');
    if (lead.length > 1 || text.length > 40 || isChrome(text) || /[。,;:!?]/.test(text)) break;
    start = line;
  }
  return start;
}

/** How far before the first heading a title may stand. */
const REACH = 600;

/** The title that a line ends, alone or with the lines above it; null when it ends none. */
function titleEndingAt(lines: readonly Line[], from: number, last: number): TitleReading | null {
  const line = lines[last];
  if (!short(line) || isChrome(line.flow.text) || notTitle.test(line.flow.text)) return null;
  const { text: own } = line.flow;
  if (!endsAsTitle.test(own)) {
    if (!isTail(own)) return null;
    const above = lines
      .slice(Math.max(from, last - 2), last)
      .filter((l) => short(l) && !notTitle.test(l.flow.text));
    if (above.length === 0 || !endsAsTitle.test(above.map((l) => l.flow.text).join('') + own)) return null;
  }
  const start = startOf(lines, from, last);
  const parts = lines
    .slice(start, last + 1)
    .filter((l) => l.flow.text !== '' && !isFramedPageNumber(l.flow.text))
    .filter((l, i, all) => l.flow.text !== all[i - 1]?.flow.text);
  const text = parts.map((l) => l.flow.text).join('');
  const raw = parts.map((l) => l.flow.raw.trim().replace(/^#{1,6}\s*/, '')).join('\n');
  return { title: { text, raw, at: placeIn(parts[0]!.flow, 0) }, line: last + 1, offset: 0 };
}

/** The title nearest to the first heading; one that names a year goes before one that does not. */
function wholeLines(lines: readonly Line[], from: number, to: number): TitleReading | null {
  let undated: TitleReading | null = null;
  for (let last = to - 1; last >= Math.max(from, to - REACH); last--) {
    const found = titleEndingAt(lines, from, last);
    if (found === null) continue;
    if (datePart.test(found.title?.text ?? '')) return found;
    if (undated === null || (undated.title?.text.length ?? 0) < (found.title?.text.length ?? 0))
      undated = found;
  }
  return undated;
}

/** Everything in a text that is worded as a title, with the words before it. */
function titlesIn(text: string): { readonly text: string; readonly start: number; readonly end: number }[] {
  let from = 0;
  return Array.from(text.matchAll(within), (match) => {
    let start = match.index;
    while (start > from && match.index - start < LONGEST_NAME && !boundary.test(text[start - 1]!)) start--;
    from = match.index + match[0].length;
    return { text: text.slice(start, from), start, end: from };
  });
}

/** The title at the head of a line that goes on with the text, the last one where a page repeats it. */
function insideLine(lines: readonly Line[], from: number, to: number, limit: number): TitleReading | null {
  for (let index = Math.max(from, to - REACH); index <= to && index < lines.length; index++) {
    const { flow } = lines[index]!;
    if (flow.text.length <= 24 || notTitle.test(flow.text.slice(0, 8)) || isHint(flow.text.slice(0, 399)))
      continue;
    const head = flow.text.slice(0, Math.min(index === to ? limit : flow.text.length, 600));
    const found = titlesIn(head).filter(({ text }) => datePart.test(text) && !notTitle.test(text));
    const best = found.find(({ start }) => start === 0 && !isChrome(head)) ?? found.at(-1);
    if (best === undefined) continue;
    const { text, start, end } = best;
    const before = head.slice(Math.max(0, start - 6), start);
    // 关于做好2023年…年度报告编制和发布工作的通知 is a notice on the reports.
    if (/^(?:[等的》”"]|编[制发]|报送|有关)/.test(head.slice(end)) || /发布|公布|编制|将$/.test(before))
      continue;
    const raw = flow.raw.slice(originIn(flow, start), originIn(flow, end - 1) + 1);
    return { title: { text, raw, at: placeIn(flow, start) }, line: index, offset: end };
  }
  return null;
}

/**
 * The report's title: on lines of its own, at the head of a glued line, else the one the page shows. Looks from line
 * `from` to line `to`, there only up to `limit` characters.
 */
export function titleOf(
  lines: readonly Line[],
  from: number,
  to: number,
  limit: number,
  hints: ChromeHints,
): TitleReading {
  const found = wholeLines(lines, from, to) ?? insideLine(lines, from, to, limit);
  if (found !== null) return found;
  const shown = hints.title;
  return {
    title: shown === null ? null : { text: shown.text, raw: shown.raw, at: shown.at },
    line: from,
    offset: 0,
  };
}

const siteSuffix = /(报告|年报|总结)(?:\([^)]{0,16}\))?[-—_|–].*$/;

/** A page's own title without the name of the site behind it. */
export const withoutSite = (title: string): string => title.replace(siteSuffix, '$1');

const datedHead = new RegExp(`^(?:${datePart.source})度?`);

/** The agency as a title names it, null where it names none. */
export function agencyInTitle(title: string): string | null {
  const rest = withoutSite(title)
    .replace(/^(?:Page \d+ ?- ?)?(?:关于)?(?:印发|发布|公布)?(?:《)?/, '')
    .replace(datedHead, '');
  const match =
    /^(.{2,40}?)(?:关于)?(?:(?:19|20)[0-9]{2}年|[一二][九〇○零][〇○零一二三四五六七八九]{2}年|(?:政府|政务)?信息(?:主动)?公开|政务公开|年度)/.exec(
      rest,
    );
  const name = match?.[1]?.replace(/关于$|的$/, '');
  return name === undefined || /^政[府务]$/.test(name) ? null : name;
}

/** The report year in a title: 2019年, 2019年度, 二〇一九年. */
export const yearInTitle = (title: string): number | null =>
  yearWithin(title.replace(/([0-9]) (?=[0-9])/g, '$1'));
