import type { AnnualReport, Finding, Place, Severity } from '../../domain/annual/report.ts';

/** What a findings sheet marks in a cell: the numbers of its findings and the gravest of them. */
export interface CellMark {
  /** Empty where the cell is only one of many that a finding speaks of: its number stands in the main one. */
  readonly numbers: readonly number[];
  readonly severity: Severity;
}

/** Marks by the id of the cell. */
export type CellMarks = ReadonlyMap<string, CellMark>;

export const noMarks: CellMarks = new Map();

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Findings in the order of a sheet: errors, warnings, hints; else as found. */
export const bySeverity = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort((a, b) => rank[a.severity] - rank[b.severity]);

/** A finding over more cells than this (a whole column) is numbered in its main cell only. */
const NUMBERED = 8;

const samePlace = (a: Place | null | undefined, b: Place | null): boolean =>
  a != null && b !== null && JSON.stringify({ ...a, length: 0 }) === JSON.stringify({ ...b, length: 0 });

/** The cell that a finding is about above all: the one at its place, else the last (the total, as rules name it). */
function mainCell({ cells, at }: Finding, known: AnnualReport['cells']): string | null {
  const own = cells.filter((id) => known[id] !== undefined);
  return own.find((id) => samePlace(known[id]!.at, at)) ?? own.at(-1) ?? null;
}

/** The cells that findings speak of, each finding with its place in the list, from 1, as its number. */
export function marksOf(report: AnnualReport, findings: readonly Finding[]): CellMarks {
  const known = { ...report.cells, ...report.statistics };
  const marks = new Map<string, { numbers: number[]; severity: Severity }>();
  findings.forEach((finding, index) => {
    const main = mainCell(finding, known);
    for (const id of finding.cells) {
      const numbered = id === main || finding.cells.length <= NUMBERED;
      if (!numbered && (known[id]?.value ?? null) !== null) continue;
      const mark = marks.get(id) ?? { numbers: [], severity: finding.severity };
      if (numbered) mark.numbers.push(index + 1);
      if (rank[finding.severity] < rank[mark.severity]) mark.severity = finding.severity;
      marks.set(id, mark);
    }
  });
  return marks;
}
