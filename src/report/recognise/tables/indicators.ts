import type { Indicator } from '../../../domain/annual/report.ts';
import { type IndicatorForm, indicatorForms } from '../../../law/forms/indicators.ts';
import { lettersOf } from './fold.ts';
import { newBudget, splitRow } from './glued.ts';
import type { Grid, PlacedGrid } from './grid.ts';
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

/** What a report before 2019 tells in its table of indicators, by label. */
export interface IndicatorsReading {
  readonly rows: Record<string, Indicator>;
  readonly spans: readonly TableSpanOf[];
  readonly blocks: readonly number[];
}

const forms = indicatorForms.map((form) => ({
  form,
  labels: form.rows.map((row) => orderedLabel(row.key, row.label.replace(/（[^（）]{2,}）/g, ''), row.unit)),
}));
const LEAST = 5;
const NOTHING: IndicatorsReading = { rows: {}, spans: [], blocks: [] };
const HEADS = ['指标名称', '统计指标', '计量单位'];

/** Reads the statistics table of the older form, whichever of its editions has most rows in the document. */
export function readIndicators(source: TextSource, grids: readonly PlacedGrid[]): IndicatorsReading {
  let best = NOTHING;
  let most = LEAST - 1;
  for (const { form, labels } of forms) {
    for (const { grid, block } of grids) {
      const rows = grid.rows.length < LEAST ? [] : orderedGridRows(grid, labels);
      if (rows.length <= most) continue;
      most = rows.length;
      best = {
        rows: keep(form, rows, figureColumns(headOfGrid(grid))),
        spans: [],
        blocks: [block],
      };
    }
    const from = Math.min(...HEADS.map((h) => source.letters.indexOf(h)).filter((i) => i >= 0));
    if (!Number.isFinite(from)) continue;
    const found = orderedTextRows(source, labels, from);
    if (found.rows.length <= most) continue;
    most = found.rows.length;
    const start = source.origin[from]!;
    const head = lettersOf(source.raw.slice(start, found.start));
    best = {
      rows: keep(form, found.rows, figureColumns(head)),
      spans: [{ table: null, start, end: found.end }],
      blocks: [],
    };
  }
  return best;
}

/** Letters of the first row of a grid. */
const headOfGrid = (grid: Grid): string => grid.rows[0]!.map((c) => c.letters).join('');

function keep(
  form: IndicatorForm,
  rows: readonly OrderedRow[],
  columns: 1 | 2 | null,
): Record<string, Indicator> {
  const out: Record<string, Indicator> = {};
  for (const row of rows) {
    const known = form.rows.find((r) => r.key === row.id)!;
    if (known.header) continue;
    out[row.id] = { ...valuesOf(row, columns), unit: known.unit, at: row.figures[0]?.at ?? row.at };
  }
  return out;
}

type Values = Pick<Indicator, 'year' | 'cumulative' | 'status'>;
const UNREADABLE: Values = { year: null, cumulative: null, status: 'unreadable' };

/** This year's figure and the running total; glued ones only where there is one way to split them. */
function valuesOf(row: OrderedRow, columns: 1 | 2 | null): Values {
  const { figures } = row;
  const glued = figures.some((f) => f.attached);
  if (figures.length === 0) return { year: null, cumulative: null, status: 'blank' };
  const slots = columns ?? (glued ? null : figures.length);
  if (slots === null || slots > 2 || figures.length > slots) return UNREADABLE;
  if (figures.length === slots) {
    const values = figures.map((f) => parseValue(f.text, 'count'));
    if (!values.every((v) => v.status === 'read' || v.status === 'inferred')) return UNREADABLE;
    const status = values.every((v) => v.status === 'read') ? 'read' : 'inferred';
    return { year: values[0]!.value, cumulative: values[1]?.value ?? null, status };
  }
  const ways = glued ? splitRow([figures[0]!.text], slots, null, newBudget()) : null;
  return ways?.length === 1
    ? { year: ways[0]![0]!, cumulative: ways[0]![1]!, status: 'inferred' }
    : UNREADABLE;
}
