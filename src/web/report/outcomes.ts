import type { Cells } from '../../domain/annual/report.ts';
import { annualForms, type FormId } from '../../law/forms/index.ts';
import { certainValue } from './cell-view.ts';

/** The six kinds of result of table 三, in the form's order and words. */
export const outcomeGroups = [
  { id: 'granted', label: '予以公开' },
  { id: 'partial', label: '部分公开' },
  { id: 'denied', label: '不予公开' },
  { id: 'unavailable', label: '无法提供' },
  { id: 'declined', label: '不予处理' },
  { id: 'other', label: '其他处理' },
] as const;

export type OutcomeGroup = (typeof outcomeGroups)[number]['id'];

/** Total of a kind of result: its own cell, or the sum of its rows; null as soon as one of them is not certain. */
export function outcomeTotal(cells: Cells, form: FormId, group: OutcomeGroup): number | null {
  const own = certainValue(cells, `applications.${group}.total`);
  if (own !== null) return own;
  const rows = annualForms[form].applicationRows.filter((row) => row.id.startsWith(`${group}.`));
  if (rows.length === 0) return null;
  let sum = 0;
  for (const row of rows) {
    const value = certainValue(cells, `applications.${row.id}.total`);
    if (value === null) return null;
    sum += value;
  }
  return sum;
}

export interface YearFigures {
  readonly year: number;
  readonly received: number | null;
  readonly carriedIn: number | null;
  readonly concluded: number | null;
  readonly carriedOut: number | null;
  readonly outcomes: Readonly<Record<OutcomeGroup, number | null>>;
}

/** The figures of a year that the chart and its table show; null stands for "not certain". */
export function figuresOf(year: number, form: FormId, cells: Cells): YearFigures {
  const total = (row: string) => certainValue(cells, `applications.${row}.total`);
  return {
    year,
    received: total('received'),
    carriedIn: total('carriedIn'),
    concluded: total('concluded'),
    carriedOut: total('carriedOut'),
    outcomes: Object.fromEntries(
      outcomeGroups.map(({ id }) => [id, outcomeTotal(cells, form, id)]),
    ) as YearFigures['outcomes'],
  };
}
