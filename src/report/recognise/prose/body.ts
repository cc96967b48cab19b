import type { SourceDocument } from '../../document.ts';
import type { Reading } from '../../reading.ts';
import { isAgencyName } from './agency.ts';
import { type ChromeHints, chromeHints, isChrome, isFoot } from './chrome.ts';
import { dayAlone } from './days.ts';
import { contactIn, periodIn, signOff, signOffAtHead } from './front-matter.ts';
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
        : { ...line, flow: sliceFlow(line.flow, first, last) };
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

/** Lays a report out: what stands before it, title, preamble, sections, closing. */
export function layOut(document: SourceDocument, lines: readonly Line[], end: number): Body {
  const { sections, copies } = outlineOf(lines);
  const first = sections[0];
  const firstLine = first?.line ?? lines.length;
  const hints = chromeHints(document, lines, first === undefined ? end : lines[first.line]!.block);
  const title = titleOf(
    lines,
    0,
    Math.min(firstLine, lines.length - 1),
    first?.start ?? Number.MAX_SAFE_INTEGER,
    hints,
  );
  const wrapped = isWrapped(lines);
  let foot = footOf(lines, sections);
  const tail = lastFilled(lines, (sections.at(-1)?.line ?? 0) + 1, foot);
  const stray = tail > 0 && /^[0-9]{1,3}$/.test(lines[tail]?.flow.text ?? '') ? lines[tail]!.flow : null;
  if (stray !== null) foot = tail;

  const head = preambleLines(lines, title.line, title.offset, firstLine, first?.start ?? 0);
  const preamble = paragraphsOf(head.prose, wrapped);
  const main = sections.filter((section) => !isAttachment(section));
  const lastMain = main.at(-1);
  const bodyEnd = sections.find(isAttachment)?.line ?? foot;
  const sign =
    lastMain === undefined
      ? signOff(lines, Math.max(title.line, foot - 20), foot)
      : signOff(lines, lastMain.line + lastMain.lines, bodyEnd);
  const atHead = sign.on === null || sign.by === null ? signOffAtHead(lines, title.line, firstLine) : null;
  const closingFrom = sign.from ?? bodyEnd;
  const flowsOf = (from: number, start: number, to: number, until: number): Flow[] =>
    paragraphsOf(region(lines, from, start, to, until), wrapped);
  const prose = sections.map((start, i): SectionProse => {
    const next = sections[i + 1];
    const from =
      start.lines === 2 || start.end >= lines[start.line]!.flow.text.length
        ? start.line + start.lines
        : start.line;
    const offset = from === start.line ? start.end : 0;
    const to = start === lastMain ? closingFrom : (next?.line ?? foot);
    const until = start === lastMain && sign.from !== null ? 0 : (next?.start ?? 0);
    const blocks = [
      lines[start.line]!.block,
      next === undefined ? end : lines[next.line]!.block + 1,
    ] as const;
    return { start, flows: to < from ? [] : flowsOf(from, offset, to, until), blocks };
  });
  const closing = lastMain === undefined || sign.from === null ? [] : flowsOf(sign.from, 0, bodyEnd, 0);
  const everywhere = [...preamble, ...prose.flatMap((section) => section.flows)];
  return {
    hints,
    title: title.title,
    preamble,
    sections: prose,
    closing,
    signedBy: (sign.by ?? atHead?.by)?.flow ?? null,
    signedOn: sign.on ?? atHead?.on ?? null,
    period: periodIn(preamble) ?? periodIn(everywhere),
    contact: contactIn(preamble) ?? contactIn(closing) ?? contactIn(everywhere),
    copies,
    strayNumber: stray,
  };
}

/** Lines between title and first heading that are neither page furniture nor a signature. */
function preambleLines(
  lines: readonly Line[],
  from: number,
  offset: number,
  to: number,
  end: number,
): { readonly prose: Line[] } {
  const part = region(lines, from, offset, to, end);
  let last = -1;
  part.forEach(({ flow }, i) => {
    if (isChrome(flow.text)) last = i;
  });
  const prose = part.filter(
    ({ flow }, i) =>
      (offset > 0 || i > last || !isChrome(flow.text)) &&
      dayAlone(flow.text) === null &&
      !(isAgencyName(flow.text) && flow.text.length < 40),
  );
  return {
    prose:
      from === 0 && offset === 0 ? prose.filter((_, i) => i > last || part.length === prose.length) : prose,
  };
}
