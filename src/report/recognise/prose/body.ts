import type { SourceDocument } from '../../document.ts';
import type { Reading } from '../../reading.ts';
import { isAgencyName } from './agency.ts';
import { type ChromeHints, chromeHints, isChrome, isFoot } from './chrome.ts';
import { dayAlone } from './days.ts';
import { contactIn, periodIn, type SignOff, signOff, signOffAtHead, signOffInText } from './front-matter.ts';
import type { Line } from './lines.ts';
import { isWrapped, paragraphsOf } from './passages.ts';
import { outlineOf, type SectionStart } from './sections.ts';
import { type Flow, sliceFlow } from './text.ts';
import { titleOf } from './title.ts';

export interface SectionProse {
  readonly start: SectionStart;
  readonly flows: readonly Flow[];
  /** Blocks from and to (exclusive) which the section stands in. */
  readonly blocks: readonly [from: number, to: number];
}

/** The prose of a report laid out in its parts. */
export interface Body {
  readonly hints: ChromeHints;
  readonly title: Reading['title'];
  readonly preamble: readonly Flow[];
  readonly sections: readonly SectionProse[];
  readonly closing: readonly Flow[];
  readonly signedBy: Flow | null;
  readonly signedOn: Reading['signedOn'];
  readonly period: Reading['period'];
  readonly contact: Flow | null;
  readonly copies: number;
  /** A bare page number left behind after the last paragraph. */
  readonly strayNumber: Flow | null;
}

/** A 统计表 or other attachment, which is no prose of the report. */
export const isAttachment = (section: SectionStart): boolean => section.heading.startsWith('附');

/** Lines `from` to `to` with the first and last cut at the given offsets. */
function region(lines: readonly Line[], from: number, start: number, to: number, end: number): Line[] {
  const part = lines.slice(from, end > 0 ? to + 1 : to);
  return part
    .map((line, i) => {
      const first = i === 0 ? start : 0;
      const last = from + i === to ? end : line.flow.text.length;
      return first === 0 && last === line.flow.text.length
        ? line
        : {
            block: line.block,
            from: line.from,
            flow: sliceFlow(line.flow, first, last),
            at: line.at,
            indent: line.indent,
          };
    })
    .filter((line, i) => i > 0 || start === 0 || line.flow.text !== '');
}

/** Where the page's foot begins, after the last heading. */
function footOf(lines: readonly Line[], sections: readonly SectionStart[]): number {
  const last = sections.at(-1);
  if (last === undefined) return lines.length;
  for (let line = last.line + last.lines; line < lines.length; line++)
    if (isFoot(lines[line]!.flow.text)) return line;
  return lines.length;
}

function lastFilled(lines: readonly Line[], from: number, to: number): number {
  let index = to - 1;
  while (index >= from && lines[index]!.flow.text === '') index--;
  return index;
}

/** Lines at the head of a text without headings among which its title is looked for. */
const HEAD = 60;

interface Frame {
  readonly sections: readonly SectionStart[];
  readonly lastMain: SectionStart | undefined;
  /** First line that is no longer part of the report. */
  readonly foot: number;
  /** First line after the last section of the form. */
  readonly bodyEnd: number;
  readonly stray: Flow | null;
  readonly sign: SignOff;
}

/** A unit or a figure: with a number after it, the rest of a table. */
const tableRest = /^(?:条|件|次|篇|个|人|人次|万元|[0-9.,]+)$/;

/** A bare number on the last line, behind prose. */
function strayNumberAt(lines: readonly Line[], tail: number): Flow | null {
  const before = lines[lastFilled(lines, 0, tail)]?.flow.text ?? '';
  const last = lines[tail]?.flow;
  if (last === undefined || tail < 1 || tableRest.test(before)) return null;
  return /^[0-9]{1,3}$/.test(last.text) ? last : null;
}

/** Where the report ends and how it is signed. */
function frameOf(lines: readonly Line[], sections: readonly SectionStart[], titleLine: number): Frame {
  const end = footOf(lines, sections);
  const tail = lastFilled(lines, (sections.at(-1)?.line ?? 0) + 1, end);
  const stray = sections.some(isAttachment) ? null : strayNumberAt(lines, tail);
  const foot = stray === null ? end : tail;
  const lastMain = sections.findLast((section) => !isAttachment(section));
  const bodyEnd = sections.find(isAttachment)?.line ?? foot;
  const sign =
    lastMain === undefined
      ? signOff(lines, Math.max(titleLine, foot - 20), foot)
      : signOff(lines, lastMain.line + lastMain.lines, bodyEnd);
  return { sections, lastMain, foot, bodyEnd, stray, sign };
}

/** The prose of each section, up to the next heading, the signature or the end. */
function sectionProse(lines: readonly Line[], frame: Frame, end: number, wrapped: boolean): SectionProse[] {
  const { sections, lastMain, sign, foot, bodyEnd } = frame;
  return sections.map((start, i) => {
    const next = sections[i + 1];
    const alone = start.lines === 2 || start.end >= lines[start.line]!.flow.text.length;
    const from = alone ? start.line + start.lines : start.line;
    const last = start === lastMain;
    const to = last ? (sign.from ?? bodyEnd) : (next?.line ?? foot);
    const until = last ? 0 : (next?.start ?? 0);
    const part = to < from ? [] : region(lines, from, alone ? 0 : start.end, to, until);
    const blockEnd = next === undefined ? end : lines[next.line]!.block + 1;
    return { start, flows: paragraphsOf(part, wrapped), blocks: [lines[start.line]!.block, blockEnd] };
  });
}

/** Lays a report out: what stands before it, title, preamble, sections, closing. */
export function layOut(document: SourceDocument, lines: readonly Line[], end: number): Body {
  const { sections, copies } = outlineOf(lines);
  const first = sections[0];
  const firstLine = first?.line ?? lines.length;
  const hints = chromeHints(document, lines, first === undefined ? end : lines[first.line]!.block);
  const limit = first?.start ?? Number.MAX_SAFE_INTEGER;
  const titleEnd = first === undefined ? Math.min(HEAD, lines.length - 1) : firstLine;
  const title = titleOf(lines, 0, titleEnd, limit, hints);
  const wrapped = isWrapped(lines.slice(title.line));
  const frame = frameOf(lines, sections, title.line);
  const head = preambleLines(lines, title.line, title.offset, firstLine, first?.start ?? 0);
  const preamble = paragraphsOf(head, wrapped);
  const { sign } = frame;
  const prose = sectionProse(lines, frame, end, wrapped);
  const closing =
    frame.lastMain === undefined || sign.from === null
      ? []
      : paragraphsOf(region(lines, sign.from, 0, frame.bodyEnd, 0), false);
  const everywhere = [...preamble, ...prose.flatMap((section) => section.flows)];
  const signature =
    sign.on === null || sign.by === null ? signOffElsewhere(lines, title.line, firstLine, prose) : null;
  return {
    hints,
    title: title.title,
    preamble,
    sections: prose,
    closing,
    signedBy: sign.by?.flow ?? signature?.by ?? null,
    signedOn: sign.on ?? signature?.on ?? null,
    period: periodIn(preamble) ?? periodIn(everywhere),
    contact: contactIn(preamble) ?? contactIn(closing) ?? contactIn(everywhere),
    copies,
    strayNumber: frame.stray,
  };
}

/** A signature under the title, or at the end of a glued text. */
function signOffElsewhere(
  lines: readonly Line[],
  from: number,
  to: number,
  sections: readonly SectionProse[],
): { readonly by: Flow | null; readonly on: Reading['signedOn'] } {
  const head = signOffAtHead(lines, from, to);
  if (head.on !== null || head.by !== null) return { by: head.by?.flow ?? null, on: head.on };
  const last = sections.findLast((section) => !isAttachment(section.start))?.flows.at(-1);
  return last === undefined ? { by: null, on: null } : signOffInText(last);
}

/** Lines between title and first heading that are neither page furniture nor a signature. */
function preambleLines(
  lines: readonly Line[],
  from: number,
  offset: number,
  to: number,
  end: number,
): Line[] {
  const part = region(lines, from, offset, to, end);
  const titled = from > 0 || offset > 0;
  const begin = titled ? 0 : part.findLastIndex(({ flow }) => isChrome(flow.text)) + 1;
  return part
    .slice(begin)
    .filter(
      ({ flow }, i) =>
        (!isChrome(flow.text) || (i === 0 && offset > 0)) &&
        dayAlone(flow.text) === null &&
        !isAgencyName(flow.text),
    );
}
