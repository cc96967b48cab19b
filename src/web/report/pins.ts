import type { AnnualReport, Finding, Place, Severity } from '../../domain/annual/report.ts';
import type { SourceDocument } from '../../report/document.ts';

/** A finding with its number on the page. */
export interface Pin {
  readonly number: number;
  readonly finding: Finding;
  /** The cell that carries the pin; null when it speaks of none. */
  readonly cell: string | null;
  /** Whether the finding's place is that cell; else its place is in the prose, or beyond the page. */
  readonly atCell: boolean;
}

/** A stretch of a section's text that a finding speaks of, or its heading. */
export interface TextMark {
  readonly section: number;
  /** The finding speaks of the heading; start and end are then 0. */
  readonly heading: boolean;
  readonly start: number;
  readonly end: number;
  readonly pin: Pin;
}

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

export const severityWords: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '警告',
  info: '提示',
};
export const pinClass: Readonly<Record<Severity, string>> = { error: '', warning: ' w', info: ' i' };
export const markClass: Readonly<Record<Severity, string>> = { error: 'bad', warning: 'warn', info: 'info' };

const samePlace = (a: Place | null, b: Place | null): boolean =>
  a !== null &&
  b !== null &&
  (('line' in a && 'line' in b && a.line === b.line && a.column === b.column) ||
    ('table' in a && 'table' in b && a.table === b.table && a.row === b.row && a.column === b.column));

function pinOf(finding: Finding, number: number, report: AnnualReport): Pin {
  const cellOf = (id: string) => report.cells[id] ?? report.statistics[id];
  const known = finding.cells.filter((id) => cellOf(id) !== undefined);
  const exact = known.find((id) => samePlace(cellOf(id)!.at, finding.at));
  return { number, finding, cell: exact ?? known.at(-1) ?? null, atCell: exact !== undefined };
}

/** Findings by severity, each with its number from 1. */
export function pinFindings(report: AnnualReport): readonly Pin[] {
  return [...report.findings]
    .sort((a, b) => rank[a.severity] - rank[b.severity])
    .map((finding, index) => pinOf(finding, index + 1, report));
}

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

function quotesAt(document: SourceDocument, at: Place): readonly Quote[] {
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

/**
 * What a finding quotes: the passage at its place, else, where it speaks of no cell, the longest passage its message
 * sets in quotation marks.
 */
function quotesOf({ finding, cell }: Pin, document: SourceDocument | null): readonly Quote[] {
  const atPlace = document !== null && finding.at !== null ? quotesAt(document, finding.at) : [];
  if (cell !== null) return atPlace;
  const inMessage = [...finding.message.matchAll(/[“《]([^“”]{4,120}?)[”》]/g)].map((match) => match[1]!);
  return [...atPlace, ...inMessage.sort((a, b) => b.length - a.length).map(whole)];
}

/** Where in the report's prose its findings stand; those that cannot be placed for certain are left out. */
export function markProse(
  report: AnnualReport,
  pins: readonly Pin[],
  document: SourceDocument | null,
): readonly TextMark[] {
  const sections = report.sections.map(({ heading, text }) => ({
    ...squeeze(text),
    heading: squeeze(heading).text,
  }));
  const marks: TextMark[] = [];
  for (const pin of pins) {
    const mark = findMark(sections, pin, document);
    if (mark !== null) marks.push(mark);
  }
  return marks;
}

function findMark(
  sections: readonly (ReturnType<typeof squeeze> & { readonly heading: string })[],
  pin: Pin,
  document: SourceDocument | null,
): TextMark | null {
  for (const quote of quotesOf(pin, document)) {
    const text = squeeze(quote.text).text;
    const lead = squeeze(quote.text.slice(0, quote.start)).text.length;
    const length = squeeze(quote.text.slice(quote.start, quote.end)).text.length;
    if (length === 0 || text.length < 2) continue;
    const headed = sections.findIndex(({ heading }) => heading !== '' && heading === text);
    if (headed >= 0) return { section: headed, heading: true, start: 0, end: 0, pin };
    for (const [section, candidate] of sections.entries()) {
      const found = candidate.text.indexOf(text);
      if (found < 0) continue;
      const start = candidate.index[found + lead]!;
      return { section, heading: false, start, end: candidate.index[found + lead + length - 1]! + 1, pin };
    }
  }
  return null;
}

/** A place in the original file in words. */
export function placeInWords(at: Place | null): string | null {
  if (at === null) return null;
  if ('line' in at) return `原文件第${at.line}行`;
  if ('table' in at) return `原文件第${at.table}张表第${at.row}行第${at.column}列`;
  if ('paragraph' in at) return `原文件第${at.paragraph}段`;
  return `原文件第${at.page}页`;
}
