import type { AnnualReport } from '../../domain/annual/report.ts';
import { statisticsRowById } from '../../law/forms/statistics.ts';
import { figureOf } from './support.ts';

/** Values of rows of a 统计表, null unless every one was told for certain. */
export function statisticsValues(
  statistics: AnnualReport['statistics'],
  ids: readonly string[],
): number[] | null {
  const values: number[] = [];
  for (const id of ids) {
    const value = figureOf(statistics, id);
    if (value === null) return null;
    values.push(value);
  }
  return values;
}

/** Name of a row without its ordinal; rows of a tier with the row they belong to. */
export function statisticsName(id: string): string {
  const row = statisticsRowById.get(id);
  if (row === undefined) return id;
  const name = row.label.replace(/^([一二三四五六七]、|（[一二三]）|\d\.|其中：)/, '');
  return row.tier === null || row.parent === null ? name : `${statisticsName(row.parent)}·${name}`;
}
