import type { SectionId } from '../../../law/forms/index.ts';
import type { Claim, Passage } from '../../reading.ts';
import { type Figure, figuresIn } from './figures.ts';
import { type Draft, groupClaims } from './groups.ts';
import { allDoneIn, type NoneStatement, nonesIn } from './none.ts';
import { lastYear, type Reporter, scopeOf, yearOf } from './scope.ts';
import { subjectOf } from './subjects.ts';
import { type Flow, placeIn } from './text.ts';

/** What is known of a report when its prose is read. */
export interface ClaimContext {
  readonly reporter: Reporter | null;
  readonly year: number | null;
  readonly section: SectionId | null;
}

/** A second total of the same kind in one sentence is somebody's share of the first. */
const totals: ReadonlySet<Claim['subject']> = new Set<Claim['subject']>([
  'received',
  'receivedAll',
  'concluded',
]);

/** Characters of a sentence read in front of a figure for its year and scope. */
const LOOK_BACK = 400;

const sentenceEnd = /[。!?\n]/g;
const clauseEnd = /[,;:()。]/;
/** A sentence on applications; on the 公开属性 of documents 依申请公开 and 不予公开 mean something else. */
const answering = /公开申请|(?:收到|受理|办理|办结|答复|接收).{0,20}申请|申请.{0,20}(?:收到|受理|办结|答复)/;
/** A sentence that goes on about the applications of the one before it: 全年办结128件；结转下年度继续办理6件. */
const goesOn = /^(?:全年|本年度?|年内|年末|当年|共|已|累计|其中|,)*(?:办结|答复|结转)/;
const documents = /公文|发文|公开属性|源头认定|文件.{0,12}主动公开/;
const fillingWords = /^(?:共计?|总计|合计|累计|为|达到?|有|计|全年|其中|分别)*$/;
const interesting = /[0-9零一二两三四五六七八九十百]|未|没有|无/;

/** Every figure that a paragraph states, and every statement that there is none. */
export function claimsIn(flow: Flow, context: ClaimContext, nextGroup: () => number): Claim[] {
  const { text } = flow;
  if (!interesting.test(text)) return [];
  const figures = figuresIn(text);
  const nones = nonesIn(text);
  if (figures.length === 0 && nones.length === 0) return [];
  const claims: Draft[] = [];
  let next = 0;
  let nextNone = 0;
  let from = 0;
  let inherited: number | null = null;
  let previous: Draft | null = null;
  let onApplications = false;
  sentenceEnd.lastIndex = 0;
  while (from < text.length) {
    sentenceEnd.lastIndex = from;
    const stop = sentenceEnd.exec(text);
    const to = stop === null ? text.length : stop.index + 1;
    const first = next;
    while (next < figures.length && figures[next]!.start < to) next++;
    const firstNone = nextNone;
    while (nextNone < nones.length && nones[nextNone]!.start < to) nextNone++;
    const carries = /^(?:其中|分别|主要包括)/.test(text.slice(from, from + 4)) ? previous : null;
    if (first < next || firstNone < nextNone) {
      const stated = { figures: figures.slice(first, next), nones: nones.slice(firstNone, nextNone) };
      const words: string = text.slice(from, to);
      const resumes: boolean = onApplications && goesOn.test(words);
      const about: boolean =
        (resumes || context.section === 'applications' || answering.test(words)) && !documents.test(words);
      const topic = carries?.subject ?? (resumes && about ? 'receivedAll' : null);
      for (const claim of sentenceClaims({ flow, from, to, ...stated, inherited, topic, about }, context))
        claims.push(claim);
      onApplications = about || (onApplications && !interesting.test(words));
    }
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
  readonly nones: readonly NoneStatement[];
  readonly inherited: number | null;
  /** What the claim before it counts, where the sentence goes on with its parts or with what became of it. */
  readonly topic: Claim['subject'] | null;
  /** Whether it speaks of applications. */
  readonly about: boolean;
}

function sentenceClaims(sentence: Sentence, context: ClaimContext): Draft[] {
  const { flow, from, to, nones } = sentence;
  const text = flow.text.slice(from, to);
  const passage: Passage = { text, raw: text, at: placeIn(flow, from) };
  const drafts: Draft[] = [];
  const stated = new Set<Claim['subject']>();
  let topic = sentence.topic;
  let behind = from;
  let negated = 0;
  for (const figure of sentence.figures) {
    while (negated < nones.length && nones[negated]!.end <= figure.start) negated++;
    if (negated < nones.length && nones[negated]!.start < figure.end) continue;
    const before = clauseBefore(
      flow.text,
      Math.max(behind, figure.start - LOOK_BACK),
      figure.start,
      behind === from,
    );
    const after = clauseAfter(flow.text, figure.end, to);
    const said = subjectOf({ before, after, topic, aboutApplications: sentence.about, unit: figure.unit });
    const again = said.part === null && totals.has(said.subject) && stated.has(said.subject);
    const subject = again ? 'unknown' : said.subject;
    if (subject === 'unknown' && figure.chinese) continue;
    const part = again ? null : said.part;
    const what: Stated = {
      subject,
      part,
      figure,
      noun: nounOf(before, after),
      start: figure.start,
      end: figure.end,
    };
    drafts.push(draftOf(sentence, context, passage, what, before));
    if (said.part === null) stated.add(said.subject);
    if (subject !== 'unknown' && subject !== 'share') topic = subject;
    behind = figure.end;
  }
  for (const { start, end, noun, subjects } of nones)
    for (const subject of subjects)
      drafts.push(noneDraft(sentence, context, passage, subject, start, end, noun));
  const done = allSettled(sentence, drafts);
  if (done !== null)
    drafts.push(noneDraft(sentence, context, passage, 'carriedOut', done.start, done.end, done.noun));
  return drafts.sort((x, y) => x.start - y.start);
}

interface Stated {
  readonly subject: Claim['subject'];
  readonly part: Claim['part'];
  /** Null for a statement that there is none. */
  readonly figure: Figure | null;
  readonly noun: string;
  readonly start: number;
  readonly end: number;
}

/** A statement with its year, scope and place; `clause` is what stands before it. */
function draftOf(
  { flow, from, inherited }: Sentence,
  context: ClaimContext,
  passage: Passage,
  stated: Stated,
  clause: string,
): Draft {
  const { figure, start, end } = stated;
  const head = flow.text.slice(Math.max(from, start - LOOK_BACK), start);
  return {
    subject: stated.subject,
    part: stated.part,
    value: figure?.value ?? 0,
    none: figure === null,
    precision: figure?.precision ?? 'exact',
    unit: figure?.unit ?? '件',
    year: yearOf(clause, head, inherited, context.year),
    scope: scopeOf(clause, head, context.reporter),
    noun: stated.noun,
    sentence: passage,
    at: placeIn(flow, start, end),
    section: context.section,
    group: null,
    groupRole: null,
    start,
    end,
  };
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
  const head = sentence.flow.text.slice(Math.max(sentence.from, start - LOOK_BACK), start);
  const clause = head.slice(Math.max(head.lastIndexOf(','), head.lastIndexOf(';')) + 1);
  return draftOf(sentence, context, passage, { subject, part: null, figure: null, noun, start, end }, clause);
}

/** 受理申请12件，均已答复: stated of all that was received, with nothing said of what is left. */
function allSettled(
  { flow, to }: Sentence,
  drafts: readonly Draft[],
): { readonly start: number; readonly end: number; readonly noun: string } | null {
  const last = drafts.at(-1);
  if (last === undefined || last.none || last.part !== null || last.scope !== 'own') return null;
  if (last.subject !== 'receivedAll' && last.subject !== 'received') return null;
  if (drafts.some((d) => d.subject === 'concluded' || d.subject === 'carriedOut')) return null;
  const found = allDoneIn(flow.text.slice(0, to), last.end);
  if (found === null || found.start - last.end > 16) return null;
  return { start: found.start, end: found.end, noun: flow.text.slice(found.start, found.end) };
}

/**
 * The clause in front of a figure; a clause of filling words takes the one before it along, unless that one is about
 * the figure before.
 */
function clauseBefore(text: string, behind: number, start: number, first: boolean): string {
  let from = start;
  while (from > behind && !clauseEnd.test(text[from - 1]!)) from--;
  const clause = text.slice(from, start).replace(/^、/, '');
  if (!fillingWords.test(clause) || from <= behind) return clause;
  let earlier = from - 1;
  while (earlier > behind && !clauseEnd.test(text[earlier - 1]!)) earlier--;
  return earlier <= behind && !first ? clause : text.slice(earlier, from - 1) + clause;
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
