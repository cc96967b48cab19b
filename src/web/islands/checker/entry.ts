import type { AnnualReport, Finding } from '../../../domain/annual/report.ts';
import type { Digest } from '../../../report/batch/digest.ts';
import { countFindings } from '../../../report/print/words.ts';
import type { Around } from '../../report/prose-marks.ts';
import type { FileState, PlacesState, Summary } from './model.ts';
import type { DroppedFile } from './protocol.ts';
import type { StoredMark } from './reader-protocol.ts';

/** A file with what was found in it. */
export interface Entry {
  readonly dropped: DroppedFile;
  file: FileState;
  /** As checked by itself and with the year before, findings from the rest of the batch left out. */
  report: AnnualReport | null;
  marks: readonly StoredMark[];
  around: Around | null;
  digest: Digest | null;
  places: PlacesState;
  previous: { readonly id: number; readonly year: number } | null;
  /** Findings from the rest of the batch. */
  more: readonly Finding[];
}

/** What the lists tell of a report. */
export function summaryOf({ agency, year, form, cells, findings }: AnnualReport): Summary {
  const byRule: Record<string, number> = {};
  for (const { code } of findings) byRule[code] = (byRule[code] ?? 0) + 1;
  const statuses = Object.values(cells).map(({ status }) => status);
  return {
    agency: agency?.name ?? null,
    kind: agency?.kind ?? null,
    year,
    form,
    counts: countFindings(findings),
    byRule,
    readCells: statuses.filter((status) => status === 'read' || status === 'inferred').length,
    unreadableCells: statuses.filter((status) => status === 'unreadable').length,
  };
}

export const newEntry = (id: number, dropped: DroppedFile): Entry => ({
  dropped,
  file: {
    id,
    path: dropped.path,
    size: dropped.file.size,
    state: 'waiting',
    message: null,
    summary: null,
  },
  report: null,
  marks: [],
  around: null,
  digest: null,
  places: 'used',
  previous: null,
  more: [],
});

/** The report with all of its findings. */
export const wholeReport = ({ report, more }: Entry): AnnualReport =>
  more.length === 0 ? report! : { ...report!, findings: [...report!.findings, ...more] };
