import type { AnnualReport } from '../../domain/annual/report.ts';
import { type AnnualForm, type Identity, organisationColumns } from '../../law/forms/index.ts';
import { isPrinted } from './support.ts';

/**
 * A table 三 without its sub-rows, with one column for all organisations, or without （七）总计 is still bound by the
 * form's note; the sum of the outcomes stands in for a missing total, （六）其他处理 alone may be missing among them.
 */
export function collapsedIdentities(form: AnnualForm, cells: AnnualReport['cells']): Identity[] {
  const at = (row: string, column: string) => `applications.${row}.${column}`;
  const has = (row: string, column: string) => isPrinted(cells[at(row, column)]);
  const organisations = organisationColumns.some((c) => has('received', c))
    ? [...organisationColumns]
    : ['organisation'];
  const columns = ['naturalPerson', ...organisations, 'total'];
  const printedRow = (row: string) => columns.some((column) => has(row, column));
  const outcomes = outcomeRows(form, printedRow);
  const basisOf = (rule: Identity['rule']) => form.identities.find((i) => i.rule === rule)!.basis;
  const identities: Identity[] = [];
  for (const column of columns) {
    const results = outcomes?.rows.map((row) => at(row, column)) ?? null;
    const concluded = printedRow('concluded') ? [at('concluded', column)] : results;
    if (concluded !== null)
      identities.push({
        rule: 'balance',
        subject: column,
        left: [at('received', column), at('carriedIn', column)],
        right: [...concluded, at('carriedOut', column)],
        basis: basisOf('balance'),
      });
    if (results !== null && printedRow('concluded') && outcomes!.complete)
      identities.push({
        rule: 'outcome-sum',
        subject: column,
        left: results,
        right: [at('concluded', column)],
        basis: basisOf('outcome-sum'),
      });
  }
  const rows = ['received', 'carriedIn', ...(outcomes?.rows ?? []), 'concluded', 'carriedOut'];
  for (const row of rows)
    identities.push({
      rule: 'row-total',
      subject: row,
      left: ['naturalPerson', ...organisations].map((column) => at(row, column)),
      right: [at(row, 'total')],
      basis: basisOf('row-total'),
    });
  return identities;
}

/**
 * Rows that hold the outcomes as printed: the sub-rows of a group where all are there, else the row of the group.
 * Null when an outcome other than （六）其他处理 is lost; `complete` tells whether that one is there too.
 */
function outcomeRows(
  form: AnnualForm,
  printedRow: (row: string) => boolean,
): { rows: string[]; complete: boolean } | null {
  const groups = new Map<string, string[]>();
  for (const { id } of form.applicationRows) {
    if (['received', 'carriedIn', 'concluded', 'carriedOut'].includes(id)) continue;
    const group = id.split('.')[0]!;
    groups.set(group, [...(groups.get(group) ?? []), id]);
  }
  const rows: string[] = [];
  let complete = true;
  for (const [group, leaves] of groups)
    if (leaves.every(printedRow)) rows.push(...leaves);
    else if (printedRow(group)) rows.push(group);
    else if (group === 'other' && !leaves.some(printedRow)) complete = false;
    else return null;
  return { rows, complete };
}
