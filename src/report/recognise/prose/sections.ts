import type { Place } from '../../../domain/annual/report.ts';
import type { SectionId } from '../../../law/forms/index.ts';
import { attachmentAt, type HeadingCandidate, headingCandidates } from './headings.ts';
import type { Line } from './lines.ts';
import { originIn, placeIn } from './text.ts';

export interface SectionStart extends HeadingCandidate {
  readonly at: Place;
  readonly heading: string;
}

export interface Outline {
  readonly sections: readonly SectionStart[];
  /** How many whole rows of section headings stand one after the other: 2 and more are several reports. */
  readonly copies: number;
}

const order: readonly SectionId[] = [
  'overview',
  'disclosure',
  'applications',
  'appeals',
  'problems',
  'other',
];

/** A heading followed at once by another is likely a line of a table of contents. */
function weigh(candidates: readonly HeadingCandidate[], lines: readonly Line[]): number[] {
  return candidates.map((candidate, i) => {
    const next = candidates[i + 1];
    if (next === undefined) return candidate.weight + 0.5;
    if (next.line === candidate.line) return candidate.weight + (next.start - candidate.end > 2 ? 0.5 : 0);
    for (let line = candidate.line + candidate.lines; line < next.line; line++)
      if (lines[line]!.flow.text !== '' || lines[line]!.block > lines[line - 1]!.block + 1)
        return candidate.weight + 0.5;
    return candidate.weight + (lines[next.line]!.block > lines[next.line - 1]!.block + 1 ? 0.5 : 0);
  });
}

/** The heaviest run of headings in the order of the form. */
function heaviestChain(candidates: readonly HeadingCandidate[], weights: readonly number[]): number[] {
  const best: { weight: number; last: number }[] = order.map(() => ({ weight: 0, last: -1 }));
  const before = new Array<number>(candidates.length).fill(-1);
  candidates.forEach((candidate, i) => {
    if (candidate.id === null) return;
    const rank = order.indexOf(candidate.id);
    let previous = { weight: 0, last: -1 };
    for (let r = 0; r < rank; r++) if (best[r]!.weight > previous.weight) previous = best[r]!;
    const bonus = candidate.ordinal === rank + 1 ? 0.25 : 0;
    const weight = previous.weight + weights[i]! + bonus;
    if (weight <= best[rank]!.weight) return;
    before[i] = previous.last;
    best[rank] = { weight, last: i };
  });
  let end = best.reduce((a, b) => (b.weight > a.weight ? b : a)).last;
  const chain: number[] = [];
  for (; end >= 0; end = before[end]!) chain.unshift(end);
  return chain;
}

/** Sections the form does not know: numbered lines that carry on the count between two known ones. */
function extras(candidates: readonly HeadingCandidate[], known: readonly number[]): number[] {
  const found: number[] = [];
  let previous = 0;
  let next = 0;
  candidates.forEach((candidate, i) => {
    if (known[next] === i) {
      previous = candidate.ordinal ?? previous + 1;
      next++;
      return;
    }
    if (candidate.id !== null || candidate.ordinal === null) return;
    const following = known[next] === undefined ? null : candidates[known[next]!]!.ordinal;
    const fits =
      following === null
        ? candidate.ordinal === previous + 1
        : candidate.ordinal > previous && candidate.ordinal <= following;
    if (!fits || (known[next] === undefined && known.length === 0)) return;
    found.push(i);
    previous = candidate.ordinal;
  });
  return found;
}

/** How many times the form's headings run through from the beginning. */
function copiesOf(candidates: readonly HeadingCandidate[], weights: readonly number[]): number {
  let copies = 0;
  let rank = -1;
  let length = 0;
  candidates.forEach((candidate, i) => {
    if (candidate.id === null || candidate.weight < 4 || weights[i] === candidate.weight) return;
    const r = order.indexOf(candidate.id);
    if (r <= rank) {
      if (length >= 4) copies++;
      length = 0;
    }
    rank = r;
    length++;
  });
  return copies + (length >= 4 ? 1 : 0);
}

function printed(lines: readonly Line[], candidate: HeadingCandidate): string {
  const { flow } = lines[candidate.line]!;
  const whole = candidate.start === 0 && (candidate.lines === 2 || candidate.end === flow.text.length);
  const raw = whole
    ? flow.raw
    : flow.raw.slice(originIn(flow, candidate.start), originIn(flow, candidate.end - 1) + 1);
  const rest = candidate.lines === 2 ? lines[candidate.line + 1]!.flow.raw.trim() : '';
  return (raw.trim() + rest)
    .replace(/^#{1,6}\s*/, '')
    .replace(/\*\*/g, '')
    .replace(/[。.]$/, '')
    .trim();
}

const sectionStart = (lines: readonly Line[], candidate: HeadingCandidate): SectionStart => ({
  ...candidate,
  heading: printed(lines, candidate),
  at: placeIn(lines[candidate.line]!.flow, candidate.start),
});

/** The sections of a report: the form's six by wording and order, others by their number, attached forms by 附件. */
export function outlineOf(lines: readonly Line[]): Outline {
  const attachedFrom = lines.findIndex((_, line) => attachmentAt(lines, line) !== null);
  const all = headingCandidates(lines);
  const lastKnown = all.findLastIndex((candidate) => candidate.id === 'other' || candidate.id === 'problems');
  const cutAt = attachedFrom > (all[lastKnown]?.line ?? -1) ? attachedFrom : lines.length;
  const candidates = all.filter((candidate) => candidate.line < cutAt);
  const weights = weigh(candidates, lines);
  const chain = heaviestChain(candidates, weights);
  const taken = new Set(chain.map((i) => candidates[i]!.id));
  candidates.forEach((candidate, i) => {
    if (candidate.id === null || candidate.weight < 5 || taken.has(candidate.id)) return;
    taken.add(candidate.id);
    chain.push(i);
  });
  chain.sort((a, b) => a - b);
  const chosen = [...chain, ...extras(candidates, chain)].sort((a, b) => a - b);
  const sections = chosen.map((i): SectionStart => sectionStart(lines, candidates[i]!));
  const last = sections.at(-1);
  if (last !== undefined)
    for (let line = last.line + 1; line < lines.length; line++) {
      const attached = attachmentAt(lines, line);
      if (attached === null) continue;
      const heading = lines
        .slice(line, line + attached.lines)
        .map((l) => l.flow.raw.trim())
        .join(' ');
      const end = lines[line + attached.lines - 1]!.flow.text.length;
      const at = lines[line]!.at;
      sections.push({
        line,
        start: 0,
        end,
        id: null,
        ordinal: null,
        lines: attached.lines,
        weight: 1,
        heading,
        at,
      });
      line += attached.lines - 1;
    }
  return { sections, copies: copiesOf(candidates, weights) };
}
