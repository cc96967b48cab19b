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

/** A stretch of a section's text that a finding speaks of. */
export interface TextMark {
  readonly section: number;
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
  const known = finding.cells.filter((id) => report.cells[id] !== undefined);
  const exact = known.find((id) => samePlace(report.cells[id]!.at, finding.at));
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

function textAt(document: SourceDocument, at: Place): string | null {
  const key = 'line' in at ? 'line' : 'paragraph' in at ? 'paragraph' : null;
  if (key === null) return null;
  const wanted = (at as Record<string, number>)[key];
  for (const block of document.blocks) {
    if (block.kind !== 'paragraph' || (block.at as Record<string, unknown>)[key] !== wanted) continue;
    const length = (at as { length?: number }).length;
    if (length === undefined) return block.text;
    const from = (at as { column: number }).column - ((block.at as { column?: number }).column ?? 1);
    return block.text.slice(Math.max(0, from), Math.max(0, from) + length);
  }
  return null;
}

/**
 * What a finding quotes: the text at its place, else, where it speaks of no cell, the longest passage its message sets
 * in quotation marks.
 */
function quoted({ finding, cell }: Pin, document: SourceDocument | null): readonly string[] {
  const atPlace = document !== null && finding.at !== null ? textAt(document, finding.at) : null;
  if (cell !== null) return atPlace === null ? [] : [atPlace];
  const inMessage = [...finding.message.matchAll(/[“《]([^“”]{4,120}?)[”》]/g)].map((match) => match[1]!);
  return [...(atPlace === null ? [] : [atPlace]), ...inMessage.sort((a, b) => b.length - a.length)];
}

/** Where in the report's prose its findings stand; those that cannot be placed for certain are left out. */
export function markProse(
  report: AnnualReport,
  pins: readonly Pin[],
  document: SourceDocument | null,
): readonly TextMark[] {
  const sections = report.sections.map((section) => squeeze(section.text));
  const marks: TextMark[] = [];
  for (const pin of pins) {
    const mark = findMark(sections, pin, document);
    if (mark !== null) marks.push(mark);
  }
  return marks;
}

function findMark(
  sections: readonly ReturnType<typeof squeeze>[],
  pin: Pin,
  document: SourceDocument | null,
): TextMark | null {
  for (const quote of quoted(pin, document)) {
    const wanted = squeeze(quote).text;
    if (wanted.length < 2) continue;
    for (const [section, { text, index }] of sections.entries()) {
      const from = text.indexOf(wanted);
      if (from < 0) continue;
      return { section, start: index[from]!, end: index[from + wanted.length - 1]! + 1, pin };
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
