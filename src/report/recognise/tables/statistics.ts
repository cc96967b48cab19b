import type { Place, ReportCell } from '../../../domain/annual/report.ts';
import { statisticsRows } from '../../../law/forms/statistics.ts';
import { lettersOf } from './fold.ts';
import type { Grid, PlacedGrid } from './grid.ts';
import { STATISTICS_HEADS } from './marks.ts';
import {
  figureColumns,
  type OrderedRow,
  orderedGridRows,
  orderedLabel,
  orderedTextRows,
} from './ordered-rows.ts';
import type { TableSpanOf } from './spans.ts';
import type { TextSource } from './text-source.ts';
import { parseValue } from './value.ts';

/** What an attached 统计表 tells; empty where none is attached. */
export interface StatisticsReading {
  readonly cells: Record<string, ReportCell>;
  /** Heading rows that carry a value although they take none. */
  readonly headers: readonly { readonly id: string; readonly text: string; readonly at: Place }[];
  readonly spans: readonly TableSpanOf[];
  readonly blocks: readonly number[];
}

const labels = statisticsRows.map((row) => orderedLabel(row.id, row.label, row.unit));
/** Fewer rows than this are no statistics form. */
const LEAST = 8;

/** Reads the 政府信息公开情况统计表 that some reports attach, from text or from a printed grid. */
export function readStatistics(source: TextSource, grids: readonly PlacedGrid[]): StatisticsReading {
  const grid = statisticsInGrids(grids);
  if (grid.rows.length >= LEAST) return { ...keep(grid.rows, true), spans: [], blocks: grid.blocks };
  const from = source.marks.get(STATISTICS_HEADS[0])?.[0];
  const title = from ?? source.marks.get(STATISTICS_HEADS[1])?.[0];
  if (title === undefined) return { cells: {}, headers: [], spans: [], blocks: [] };
  const found = orderedTextRows(source, labels, title);
  if (found.rows.length < LEAST) return { cells: {}, headers: [], spans: [], blocks: [] };
  const start = from === undefined ? found.start : source.origin[from]!;
  const single = figureColumns(lettersOf(source.raw.slice(start, found.start))) === 1;
  return { ...keep(found.rows, single), spans: [{ table: null, start, end: found.end }], blocks: [] };
}

/** The rows of the form, which may be cut over several tables; a table that goes on with no row of it is passed over. */
function statisticsInGrids(grids: readonly PlacedGrid[]): { rows: OrderedRow[]; blocks: number[] } {
  const rows: OrderedRow[] = [];
  const blocks: number[] = [];
  for (const { grid, block } of grids) {
    if (rows.length === 0 && !isStatistics(grid)) continue;
    const last = rows.at(-1);
    const next = last === undefined ? 0 : labels.findIndex((label) => label.id === last.id) + 1;
    const more = orderedGridRows(grid, labels, next);
    if (more.length === 0) continue;
    rows.push(...more);
    blocks.push(block);
  }
  return { rows, blocks };
}

const HEADS = /指标|主动公开情况|主动公开政府信息数/;

/** Whether one of the first rows says what a statistics form begins with. */
const isStatistics = (grid: Grid): boolean =>
  grid.rows.slice(0, 5).some((row) => row.some((cell) => HEADS.test(cell.letters)));

/** `single`: the head names one column of figures, so a figure right after its unit is one. */
function keep(rows: readonly OrderedRow[], single: boolean): Pick<StatisticsReading, 'cells' | 'headers'> {
  const cells: Record<string, ReportCell> = {};
  const headers: { id: string; text: string; at: Place }[] = [];
  const byId = new Map(rows.map((r) => [r.id, r]));
  for (const row of statisticsRows) {
    const found = byId.get(row.id);
    const figure = found?.figures[0];
    if (row.header) {
      if (figure?.at) headers.push({ id: row.id, text: figure.text, at: figure.at });
    } else if (found === undefined) cells[row.id] = { value: null, text: '', status: 'absent', at: null };
    else if (figure === undefined) cells[row.id] = { value: null, text: '', status: 'blank', at: found.at };
    else if (found.figures.length > 1 || (figure.attached && !single))
      cells[row.id] = {
        value: null,
        text: found.figures.map((f) => f.text).join(' '),
        status: 'unreadable',
        at: figure.at,
      };
    else {
      const { value, status } = parseValue(figure.text, 'count');
      cells[row.id] = { value, text: figure.text, status, at: figure.at };
    }
  }
  return { cells, headers };
}
