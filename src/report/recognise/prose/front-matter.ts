import type { Reading } from '../../reading.ts';
import { isAgencyName } from './agency.ts';
import { dayAlone, spanWithin } from './days.ts';
import type { Line } from './lines.ts';
import { type Flow, placeIn, sliceFlow } from './text.ts';

const aboutPeriod = /统计|期限|时限|数据|截[至止]/;
const contactWords = /联系(?:电话|方式|人|地址)?|电话|邮编|邮箱|地址/;
const contactFacts =
  /[0-9]{3,4}[-—–]?[0-9]{7,8}|[0-9]{3,4}[-—–][0-9]{3,4}[-—–]?[0-9]{3,4}|1[3-9][0-9]{9}|@|(?:地址|邮编|电话)[:：]/;

/** The statistics period: a span of days in a passage that speaks of figures, else the first span of a whole year. */
export function periodIn(flows: readonly Flow[]): Reading['period'] {
  let fallback: Reading['period'] = null;
  for (const flow of flows) {
    const span = spanWithin(flow.text);
    if (span === null) continue;
    const period = { from: span.from, to: span.to, at: placeIn(flow, span.start, span.end) };
    if (aboutPeriod.test(flow.text)) return period;
    if (span.from.endsWith('-01-01')) fallback ??= period;
  }
  return fallback;
}

/** The passage that tells how to reach the agency. */
export const contactIn = (flows: readonly Flow[]): Flow | null =>
  flows.find((flow) => contactWords.test(flow.text) && contactFacts.test(flow.text)) ?? null;

export interface SignOff {
  readonly by: Line | null;
  readonly on: Reading['signedOn'];
  /** First line of the closing, null where the report has none. */
  readonly from: number | null;
}

const appended = /^\(.{2,20}\)$|^附[件表注]|^(?:此件|抄送|信息公开选项)/;

/** A date with the agency's name before it on one line. */
function nameAndDay(text: string): { readonly name: string; readonly day: string } | null {
  if (text.length > 60) return null;
  const match = /^(.{4,40}?)((?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日)$/.exec(text);
  const day = match === null ? null : dayAlone(match[2]!);
  return day !== null && isAgencyName(match![1]!) ? { name: match![1]!, day } : null;
}

/** Signature and date at the end of the lines `from` to `to`, notes after them left aside. */
export function signOff(lines: readonly Line[], from: number, to: number): SignOff {
  let day: number | null = null;
  let name: number | null = null;
  for (let index = to - 1, seen = 0; index >= from && seen < 14; index--) {
    const { text } = lines[index]!.flow;
    if (text === '') continue;
    seen++;
    const both = nameAndDay(text);
    const stated = both?.day ?? dayAlone(text);
    if (stated !== null && day === null) day = index;
    if (both !== null || (isAgencyName(text) && text.length > 3)) {
      name = index;
      break;
    }
    if (stated === null && day !== null) break;
    if (stated === null && !appended.test(text) && text.length > 30) break;
  }
  const on = day === null ? null : dayOnLine(lines[day]!);
  const first = [name, day].filter((i) => i !== null).sort((a, b) => a - b)[0] ?? null;
  return { by: name === null ? null : lines[name]!, on, from: first };
}

function dayOnLine(line: Line): Reading['signedOn'] {
  const { flow } = line;
  const day = nameAndDay(flow.text)?.day ?? dayAlone(flow.text);
  return day === null ? null : { day, at: placeIn(flow, 0, flow.text.length) };
}

/** Signature and date under the title: a line with the agency, a line with the day. */
export function signOffAtHead(lines: readonly Line[], from: number, to: number): SignOff {
  let by: Line | null = null;
  for (let index = from; index < Math.min(to, from + 6); index++) {
    const line = lines[index]!;
    if (line.flow.text === '') continue;
    const on = dayOnLine(line);
    if (on !== null) return { by, on, from: null };
    if (isAgencyName(line.flow.text)) by = line;
    else break;
  }
  return { by, on: null, from: null };
}

const endsSigned = /(?:^|[。!?;])([\u4e00-\u9fa5]{4,30})?((?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日)$/;

/** Signature and date at the end of a text without line breaks. */
export function signOffInText(flow: Flow): { readonly by: Flow | null; readonly on: Reading['signedOn'] } {
  const { text } = flow;
  const match = endsSigned.exec(text.slice(-80));
  const day = match === null ? null : dayAlone(match[2]!);
  if (match === null || day === null) return { by: null, on: null };
  const dayFrom = text.length - match[2]!.length;
  const name = match[1];
  const by =
    name !== undefined && isAgencyName(name) ? sliceFlow(flow, dayFrom - name.length, dayFrom) : null;
  return { by, on: { day, at: placeIn(flow, dayFrom, text.length) } };
}
