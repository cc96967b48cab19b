import type { Cells } from '../../domain/annual/report.ts';
import type { AnnualForm, Identity } from '../../law/forms/index.ts';
import { collapsedIdentities } from '../rules/collapsed.ts';
import type { LaidCell } from './laid-report.ts';
import { addressOf, rangeName, type Warning } from './sheet-model.ts';

type Place = Pick<LaidCell, 'row' | 'column'>;
/** Where the figures of a sheet stand. */
export type Places = ReadonlyMap<string, Place>;

/** Ids that are printed apart from each other, and those that are not at all, make no formula. */
function sumOf(ids: readonly string[], places: Places): string | null {
  const list = ids.map((id) => places.get(id));
  if (list.some((place) => place === undefined)) return null;
  const all = list as Place[];
  const [rows, columns] = [all.map(({ row }) => row), all.map(({ column }) => column)];
  const range = {
    row: Math.min(...rows),
    column: Math.min(...columns),
    rows: Math.max(...rows) - Math.min(...rows) + 1,
    columns: Math.max(...columns) - Math.min(...columns) + 1,
  };
  if (all.length > 1 && range.rows * range.columns === all.length) return `SUM(${rangeName(range)})`;
  return all.map(addressOf).join('+');
}

const added = (ids: readonly string[], cells: Cells): number | null => {
  let sum = 0;
  for (const id of ids) {
    const value = cells[id]?.value ?? null;
    if (value === null) return null;
    sum += value;
  }
  return sum;
};

/** The sums that bind a report's tables, also where table 三 is printed with fewer rows or columns. */
export function identitiesOf(form: AnnualForm, cells: Cells, places: Places): readonly Identity[] {
  const whole = form.cells.every(({ id, table }) => table !== 'applications' || places.has(id));
  if (whole) return form.identities;
  return [
    ...collapsedIdentities(form, cells),
    ...form.identities.filter(({ rule }) => rule === 'appeal-total'),
  ];
}

/**
 * Formulas of the totals by id: 总计 of a row, （七）总计 of a column, 总计 of a block. Only where every part is a figure
 * and the printed total is their sum: a total that is not stays the number the report has.
 */
export function formulasOf(
  identities: readonly Identity[],
  cells: Cells,
  places: Places,
): Map<string, string> {
  const formulas = new Map<string, string>();
  for (const { rule, left, right } of identities) {
    const total = right[0]!;
    if (rule === 'balance' || right.length !== 1 || formulas.has(total)) continue;
    if (left.length === 0 || added(left, cells) !== (cells[total]?.value ?? Number.NaN)) continue;
    const formula = sumOf(left, places);
    if (formula !== null) formulas.set(total, formula);
  }
  return formulas;
}

/**
 * Where 新收 + 上年结转 ≠ 总计 + 结转下年度 the last is marked. It is counted, not computed: a formula in its place would
 * make the balance come out whatever is entered.
 */
export function balanceWarnings(identities: readonly Identity[], places: Places): Warning[] {
  return identities.flatMap(({ rule, left, right }) => {
    const cell = places.get(right.at(-1) ?? '');
    const [a, b] = [sumOf(left, places), sumOf(right, places)];
    return rule !== 'balance' || cell === undefined || a === null || b === null
      ? []
      : [{ cell, formula: `${a}<>${b}` }];
  });
}
