import type { SectionId } from '../../../law/forms/index.ts';
import type { Claim, Passage } from '../../reading.ts';
import { type Figure, figuresIn } from './figures.ts';
import { groupClaims } from './groups.ts';
import { allDoneIn, nonesIn } from './none.ts';
import { lastYear, type Reporter, scopeOf, yearOf } from './scope.ts';
import { isAboutApplications, subjectOf } from './subjects.ts';
import { type Flow, placeIn } from './text.ts';

/** What is known of a report when its prose is read. */
export interface ClaimContext {
  readonly reporter: Reporter | null;
  readonly year: number | null;
  readonly section: SectionId | null;
}

/** A claim with its offsets in its paragraph, before grouping. */
export interface Draft extends Claim {
  readonly start: number;
  readonly end: number;
  /** Text between the figure before it in the sentence, or the sentence's beginning, and its own figure. */
  readonly lead: string;
}

const sentenceEnd = /[。!?\n]/g;
const clauseEnd = /[,;:()。]/;
const interesting = /[0-9零一二两三四五六七八九十百]|未|没有|无/;

/** Every figure that a paragraph states, and every statement that there is none. */
export function claimsIn(flow: Flow, context: ClaimContext, nextGroup: () => number): Claim[] {
  const { text } = flow;
  if (!interesting.test(text)) return [];
  const figures = figuresIn(text);
  const negative = /未|没有|无/.test(text);
  if (figures.length === 0 && !negative) return [];
  const claims: Draft[] = [];
  let next = 0;
  let from = 0;
  let inherited: number | null = null;
  let previous: Draft | null = null;
  sentenceEnd.lastIndex = 0;
  while (from < text.length) {
    sentenceEnd.lastIndex = from;
    const stop = sentenceEnd.exec(text);
    const to = stop === null ? text.length : stop.index + 1;
    const first = next;
    while (next < figures.length && figures[next]!.start < to) next++;
    const carries = /^(?:其中|分别|主要包括)/.test(text.slice(from, from + 4)) ? previous : null;
    const sentence = { flow, from, to, figures: figures.slice(first, next), inherited, carries };
    if (first < next || negative) claims.push(...sentenceClaims(sentence, context));
    inherited = lastYear(text.slice(from, to)) ?? inherited;
    previous = claims.at(-1) ?? previous;
    from = to;
  }
  return groupClaims(claims, text, nextGroup);
}

interface Sentence {
  readonly flow: Flow;
  readonly from: number;
  readonly to: number;
  readonly figures: readonly Figure[];
  readonly inherited: number | null;
  /** The claim before it, where the sentence goes on with its parts. */
  readonly carries: Draft | null;
}

function sentenceClaims(sentence: Sentence, context: ClaimContext): Draft[] {
  const { flow, from, to } = sentence;
  const text = flow.text.slice(from, to);
  const passage: Passage = { text, raw: text, at: placeIn(flow, from) };
  const nones = nonesIn(text);
  const drafts: Draft[] = [];
  let topic = sentence.carries?.subject ?? null;
  let behind = from;
  const aboutApplications = context.section === 'applications' || /申请/.test(text);
  for (const figure of sentence.figures) {
    if (nones.some((none) => figure.start - from < none.end && figure.end - from > none.start)) continue;
    const lead = flow.text.slice(behind, figure.start);
    const before = clauseBefore(flow.text, behind, figure.start);
    const after = clauseAfter(flow.text, figure.end, to);
    const { subject, part } = subjectOf({ before, after, topic, aboutApplications, unit: figure.unit });
    if (subject === 'unknown' && figure.chinese) continue;
    const head = flow.text.slice(from, figure.start);
    drafts.push({
      subject,
      part,
      value: figure.value,
      none: false,
      precision: figure.precision,
      unit: figure.unit,
      year: yearOf(before, head, sentence.inherited, context.year),
      scope: scopeOf(before, head, context.reporter),
      noun: nounOf(before, after),
      sentence: passage,
      at: placeIn(flow, figure.start, figure.end),
      section: context.section,
      group: null,
      groupRole: null,
      start: figure.start,
      end: figure.end,
      lead,
    });
    if (subject !== 'unknown' && subject !== 'share') topic = subject;
    behind = figure.end;
  }
  for (const none of nones)
    for (const subject of none.subjects)
      drafts.push(noneDraft(sentence, context, passage, subject, none.start, none.end, none.noun));
  const settled = allSettled(sentence, drafts);
  if (settled !== null)
    drafts.push(
      noneDraft(sentence, context, passage, 'carriedOut', settled.start, settled.end, settled.noun),
    );
  return drafts.sort((a, b) => a.start - b.start);
}

function noneDraft(
  sentence: Sentence,
  context: ClaimContext,
  passage: Passage,
  subject: Claim['subject'],
  start: number,
  end: number,
  noun: string,
): Draft {
  const { flow, from } = sentence;
  const head = flow.text.slice(from, from + start);
  const clause = head.slice(Math.max(head.lastIndexOf(','), head.lastIndexOf(';')) + 1);
  return {
    subject,
    part: null,
    value: 0,
    none: true,
    precision: 'exact',
    unit: '件',
    year: yearOf(clause, head, sentence.inherited, context.year),
    scope: scopeOf(clause, head, context.reporter),
    noun,
    sentence: passage,
    at: placeIn(flow, from + start, from + end),
    section: context.section,
    group: null,
    groupRole: null,
    start: from + start,
    end: from + end,
    lead: '',
  };
}

/** 受理申请12件，均已答复: stated of all that was received, with nothing said of what is left. */
function allSettled(
  { flow, from, to }: Sentence,
  drafts: readonly Draft[],
): { readonly start: number; readonly end: number; readonly noun: string } | null {
  const last = drafts.at(-1);
  if (last === undefined || last.none || last.part !== null || last.scope !== 'own') return null;
  if (last.subject !== 'receivedAll' && last.subject !== 'received') return null;
  if (drafts.some((d) => d.subject === 'concluded' || d.subject === 'carriedOut')) return null;
  const found = allDoneIn(flow.text.slice(0, to), last.end);
  if (found === null || found.start - last.end > 16) return null;
  return { start: found.start - from, end: found.end - from, noun: flow.text.slice(found.start, found.end) };
}

/** The clause in front of a figure; a clause of filling words takes the one before it along. */
function clauseBefore(text: string, behind: number, start: number): string {
  let from = start;
  while (from > behind && !clauseEnd.test(text[from - 1]!)) from--;
  const clause = text.slice(from, start).replace(/^、/, '');
  if (!/^(?:共计?|总计|合计|累计|为|达到?|有|计|全年|其中|分别)*$/.test(clause) || from <= behind)
    return clause;
  let earlier = from - 1;
  while (earlier > behind && !clauseEnd.test(text[earlier - 1]!)) earlier--;
  return text.slice(earlier, from - 1) + clause;
}

function clauseAfter(text: string, end: number, to: number): string {
  let stop = end;
  while (stop < to && stop - end < 24 && !/[,;:()。、0-9]/.test(text[stop]!)) stop++;
  return text.slice(end, stop);
}

/** The words that name what is counted. */
function nounOf(before: string, after: string): string {
  const noun = before.replace(/(?:共计?|总计|合计|累计|为|达到?|有|约|近)+$/, '');
  return noun.length >= 2 ? noun.slice(-24) : `${noun}${after}`.slice(0, 24);
}

export { isAboutApplications };
