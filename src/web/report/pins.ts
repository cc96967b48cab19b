import type { AnnualReport, Finding, Place, Severity } from '../../domain/annual/report.ts';
import type { SectionId } from '../../law/forms/index.ts';

/** A finding with its number on the page. */
export interface Pin {
  readonly number: number;
  readonly finding: Finding;
  /** The cell that carries the pin; null when it speaks of none. */
  readonly cell: string | null;
  /** Whether the finding's place is that cell; else its place is in the prose, or beyond the page. */
  readonly atCell: boolean;
}

/** What stands around a report's parts. */
export type AroundPart = 'title' | 'preamble' | 'closing';

/**
 * A stretch of text that a finding speaks of, or a heading. `section` is the position of a section of the report;
 * the id of a part of the form, for its printed heading; or what stands around the parts.
 */
export interface TextMark {
  readonly section: number | SectionId | AroundPart;
  /** The finding speaks of the heading; start and end are then 0. */
  readonly heading: boolean;
  readonly start: number;
  readonly end: number;
  readonly pin: Pin;
  /** Whether it is the finding's own place; else one of its related places (又一处). */
  readonly main: boolean;
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
    ('table' in a && 'table' in b && a.table === b.table && a.row === b.row && a.column === b.column) ||
    ('page' in a && 'page' in b && a.page === b.page && a.box.every((side, i) => side === b.box[i])));

function pinOf(finding: Finding, number: number, report: AnnualReport): Pin {
  const cellOf = (id: string) => report.cells[id] ?? report.statistics[id];
  const known = finding.cells.filter((id) => cellOf(id) !== undefined);
  const exact = known.find((id) => samePlace(cellOf(id)!.at, finding.at));
  return { number, finding, cell: exact ?? known.at(-1) ?? null, atCell: exact !== undefined };
}

/** The printed label a finding on labels speaks of, with its table before it (表三四、结转下年度继续办理); else null. */
export function labelOf({ rule, message, cells }: Finding): string | null {
  if (rule === 'statistics-header') return `统计表${cells[0]}`;
  if (rule !== 'row-label') return null;
  const match = /^(表[二三四]).*(?:应为|缺表头注)“(.+)”。请/s.exec(message);
  return match === null ? null : `${match[1]}${match[2]}`;
}

/** Findings by severity, each with its number from 1. */
export function pinFindings(report: AnnualReport): readonly Pin[] {
  return [...report.findings]
    .sort((a, b) => rank[a.severity] - rank[b.severity])
    .map((finding, index) => pinOf(finding, index + 1, report));
}

/** A place in the original file in words. */
export function placeInWords(at: Place | null): string | null {
  if (at === null) return null;
  if ('line' in at) return `原文件第${at.line}行`;
  if ('table' in at) return `原文件第${at.table}张表第${at.row}行第${at.column}列`;
  if ('paragraph' in at) return `原文件第${at.paragraph}段`;
  return `原文件第${at.page}页`;
}
