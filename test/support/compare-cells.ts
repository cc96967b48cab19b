import type { Cells } from '../../src/domain/annual/report.ts';
import { annualForms } from '../../src/law/forms/index.ts';
import type { SampleReport } from './sample-model.ts';

/** How what was read of a report's cells stands to what was printed. */
export interface Comparison {
  /** Cells read or inferred as another figure than the one printed, or blank where one is printed. */
  readonly wrong: readonly string[];
  /** Cells that were not told. */
  readonly lost: readonly string[];
  readonly cells: number;
}

const SIGNS: ReadonlySet<string> = new Set(['—', '/', '无', '-']);

/** Every cell of the form against the report that its file was made from. */
export function compareCells(report: SampleReport, read: Cells): Comparison {
  const wrong: string[] = [];
  const lost: string[] = [];
  const { cells } = annualForms[report.form];
  for (const { id } of cells) {
    const printed = report.cells[id] ?? '';
    const meant = printed === '' ? null : SIGNS.has(printed) ? 0 : Number(printed);
    const { value, status } = read[id] ?? { value: null, status: 'absent' };
    const told = status === 'read' || status === 'inferred' || status === 'blank';
    if (!told) lost.push(`${id} ${printed} ${status}`);
    else if (value !== meant) wrong.push(`${id} ${printed} ${value}`);
  }
  return { wrong, lost, cells: cells.length };
}
