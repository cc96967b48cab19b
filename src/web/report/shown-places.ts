import type { AnnualReport } from '../../domain/annual/report.ts';
import type { AnnualForm } from '../../law/forms/index.ts';
import { statisticsRows } from '../../law/forms/statistics.ts';
import { labelOf, type Pin, type TextMark } from './pins.ts';

/** Every label the grids print, with its table before it. */
const labelsOf = (form: AnnualForm): Set<string> =>
  new Set([
    `表三${form.balanceNote}`,
    ...form.bands.flatMap(({ columns, rows }) => [...columns, ...rows].map(({ label }) => `表二${label}`)),
    ...form.applicationColumns.map(({ label }) => `表三${label}`),
    ...form.applicationRows.flatMap(({ label, group }) => [`表三${label}`, `表三${group}`]),
    ...form.appealBlocks[0]!.columns.map(({ label }) => `表四${label}`),
  ]);

/** Numbers of the findings whose place stands on the page: a cell, a label, a heading or a passage. */
export function shownPlaces(
  report: AnnualReport,
  form: AnnualForm | null,
  pins: readonly Pin[],
  marks: readonly TextMark[],
): ReadonlySet<number> {
  const labels = form === null ? new Set<string>() : labelsOf(form);
  if (Object.keys(report.statistics).length > 0)
    for (const { id, header } of statisticsRows) if (header) labels.add(`统计表${id}`);
  const tables = form === null ? [] : form.sections.flatMap(({ table }) => table ?? []);
  const stands = ({ cell, finding }: Pin) =>
    cell !== null && (cell in report.statistics || tables.some((table) => cell.startsWith(`${table}.`)))
      ? true
      : labels.has(labelOf(finding) ?? '');
  return new Set([
    ...marks.flatMap(({ pin, main }) => (main ? [pin.number] : [])),
    ...pins.filter(stands).map(({ number }) => number),
  ]);
}
