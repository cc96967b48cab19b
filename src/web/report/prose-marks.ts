import type { AnnualReport, Finding, Place } from '../../domain/annual/report.ts';
import { annualForms, type SectionId } from '../../law/forms/index.ts';
import type { SourceDocument } from '../../report/document.ts';
import type { Passage, Reading } from '../../report/reading.ts';
import type { AroundPart, Pin, TextMark } from './pins.ts';

/** The texts around a report's parts, paragraphs joined by newlines; empty where there is none. */
export type Around = Readonly<Record<AroundPart, string>>;

const printed = (passages: readonly Passage[]): string => passages.map(({ raw }) => raw.trim()).join('\n');

export const aroundOf = ({ title, preamble, closing }: Reading): Around => ({
  title: title?.raw.trim() ?? '',
  preamble: printed(preamble),
  closing: printed(closing),
});

const nothingAround: Around = { title: '', preamble: '', closing: '' };

/** Text without white space, and where each of its characters stands in the original. */
function squeeze(text: string): { readonly text: string; readonly index: readonly number[] } {
  const index: number[] = [];
  let squeezed = '';
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]!;
    if (/\s/.test(letter)) continue;
    squeezed += letter;
    index.push(i);
  }
  return { text: squeezed, index };
}

/** A passage to look for: its surroundings and where in them it stands. */
interface Quote {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const whole = (text: string): Quote => ({ text, start: 0, end: text.length });

/** Letters on either side that are enough to know a passage by, when its paragraph was cut differently. */
const surroundings = 12;

/** The paragraph of a page whose box holds the middle of a place, the tightest where several do. */
function paragraphOfPage(
  document: SourceDocument,
  at: Extract<Place, { readonly page: number }>,
): Quote | null {
  const [left, top, right, bottom] = at.box;
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  let tightest: { readonly text: string; readonly height: number } | null = null;
  for (const block of document.blocks) {
    if (block.kind !== 'paragraph' || !('page' in block.at) || block.at.page !== at.page) continue;
    const [l, t, r, b] = block.at.box;
    const height = Math.abs(b - t);
    const holds = (x - l) * (x - r) <= 0 && (y - t) * (y - b) <= 0;
    if (holds && (tightest === null || height < tightest.height)) tightest = { text: block.text, height };
  }
  return tightest === null ? null : whole(tightest.text);
}

function quotesAt(document: SourceDocument, at: Place): readonly Quote[] {
  if ('page' in at) {
    const quote = paragraphOfPage(document, at);
    return quote === null ? [] : [quote];
  }
  const key = 'line' in at ? 'line' : 'paragraph' in at ? 'paragraph' : null;
  if (key === null) return [];
  const {
    [key]: wanted,
    column,
    length,
  } = at as { line?: number; paragraph?: number; column: number; length?: number };
  for (const block of document.blocks) {
    if (block.kind !== 'paragraph' || (block.at as Record<string, unknown>)[key] !== wanted) continue;
    const start = Math.max(0, column - ((block.at as { column?: number }).column ?? 1));
    if (length === undefined || start + length > block.text.length) return [whole(block.text)];
    const from = Math.max(0, start - surroundings);
    const near = block.text.slice(from, start + length + surroundings);
    return [
      { text: block.text, start, end: start + length },
      { text: near, start: start - from, end: start - from + length },
    ];
  }
  return [];
}

/** Passages a message sets in quotation marks, in its order: what was found comes before what it should be. */
const quotedIn = (message: string, least: number): string[] =>
  [...message.matchAll(/[“《]([^“”]{2,120}?)[”》]/g)]
    .map((match) => match[1]!)
    .filter(({ length }) => length >= least);

/** Shorter words stand in many places; within the paragraph a finding speaks of, two letters are enough. */
const tellsAPlace = 4;

/** Within a whole paragraph, the passage that the message quotes. */
const narrowed = (quote: Quote, message: string): readonly Quote[] => {
  for (const text of quotedIn(message, 2)) {
    const start = quote.text.indexOf(text);
    if (start >= 0) return [{ text: quote.text, start, end: start + text.length }, quote];
  }
  return [quote];
};

/**
 * What a finding quotes: the passage at its place, else, where it speaks of no cell, the longest passage its message
 * sets in quotation marks.
 */
function quotesOf({ finding, cell }: Pin, document: SourceDocument | null): readonly Quote[] {
  const { at, message } = finding;
  const atPlace = document !== null && at !== null ? quotesAt(document, at) : [];
  const quotes = at !== null && 'page' in at ? atPlace.flatMap((quote) => narrowed(quote, message)) : atPlace;
  const longestFirst = quotedIn(message, tellsAPlace).sort((a, b) => b.length - a.length);
  return cell !== null ? quotes : [...quotes, ...longestFirst.map(whole)];
}

type Stretch = Pick<TextMark, 'section' | 'heading' | 'start' | 'end'>;

/** A text that may hold the place, squeezed, with its heading where it has one. */
interface Candidate extends ReturnType<typeof squeeze> {
  readonly section: TextMark['section'];
  readonly heading: string;
}

function candidatesOf(report: AnnualReport, around: Around): readonly Candidate[] {
  const sections = report.sections.map(({ heading, text }, section) => ({
    ...squeeze(text),
    section,
    heading: squeeze(heading).text,
  }));
  const outside = (['title', 'preamble', 'closing'] as const).map((section) => ({
    ...squeeze(around[section]),
    section,
    heading: '',
  }));
  return [...sections, ...outside];
}

function findPlace(candidates: readonly Candidate[], quotes: readonly Quote[]): Stretch | null {
  for (const quote of quotes) {
    const text = squeeze(quote.text).text;
    const lead = squeeze(quote.text.slice(0, quote.start)).text.length;
    const length = squeeze(quote.text.slice(quote.start, quote.end)).text.length;
    if (length === 0 || text.length < 2) continue;
    const headed = candidates.find(({ heading }) => heading !== '' && heading === text);
    if (headed !== undefined) return { section: headed.section, heading: true, start: 0, end: 0 };
    for (const candidate of candidates) {
      const found = candidate.text.indexOf(text);
      if (found < 0) continue;
      const start = candidate.index[found + lead]!;
      const end = candidate.index[found + lead + length - 1]! + 1;
      return { section: candidate.section, heading: false, start, end };
    }
  }
  return null;
}

/** The part of the form whose absence, or whose table as a whole, the finding speaks of. */
function partOf({ rule, message, cells }: Finding, form: AnnualReport['form']): SectionId | null {
  if (form !== '2019' && form !== '2021') return null;
  const { sections } = annualForms[form];
  const table = cells[0]?.split('.')[0];
  const part =
    rule === 'section-missing'
      ? sections.find(({ heading }) => message.includes(`“${heading}”`))
      : sections.find((section) => table !== undefined && section.table === table);
  return part?.id ?? null;
}

function mainPlace(
  pin: Pin,
  report: AnnualReport,
  candidates: readonly Candidate[],
  document: SourceDocument | null,
): Stretch | null {
  if (pin.atCell) return null;
  const place = findPlace(candidates, quotesOf(pin, document));
  if (place !== null || pin.cell !== null) return place;
  const part = partOf(pin.finding, report.form);
  return part === null ? null : { section: part, heading: true, start: 0, end: 0 };
}

/**
 * Where in the report's prose and around it its findings and their related places stand; what cannot be placed for
 * certain is left out.
 */
export function markProse(
  report: AnnualReport,
  pins: readonly Pin[],
  document: SourceDocument | null,
  around: Around = nothingAround,
): readonly TextMark[] {
  const candidates = candidatesOf(report, around);
  const marks: TextMark[] = [];
  for (const pin of pins) {
    const place = mainPlace(pin, report, candidates, document);
    if (place !== null) marks.push({ ...place, pin, main: true });
    if (document === null) continue;
    for (const { at } of pin.finding.related) {
      const related = at === null ? null : findPlace(candidates, quotesAt(document, at));
      if (related !== null) marks.push({ ...related, pin, main: false });
    }
  }
  return marks;
}
