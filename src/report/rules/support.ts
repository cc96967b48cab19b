import type { AnnualReport, Finding, Place, ReportCell } from '../../domain/annual/report.ts';
import { type AnnualForm, annualForms, type TableId } from '../../law/forms/index.ts';
import type { Reading } from '../reading.ts';
import type { Report } from './rule.ts';

export const tableNames: Readonly<Record<TableId, string>> = {
  disclosure: '表二',
  applications: '表三',
  appeals: '表四',
};
export const tableIds = Object.keys(tableNames) as TableId[];

/** The form a report is set in, null for the indicators before 2019 and for what is no annual report. */
export const formOf = ({ form }: AnnualReport): AnnualForm | null =>
  form === '2019' || form === '2021' ? annualForms[form] : null;

/** The figure of a cell, null unless it was told for certain. */
export function figureOf(cells: AnnualReport['cells'], id: string): number | null {
  const cell = cells[id];
  return cell !== undefined && (cell.status === 'read' || cell.status === 'inferred') ? cell.value : null;
}

/** Whether the table has a place for the cell, filled or not. */
export const isPrinted = (cell: ReportCell | undefined): boolean =>
  cell !== undefined && cell.status !== 'absent';

export const placeOf = (cells: AnnualReport['cells'], id: string): Place | null => cells[id]?.at ?? null;

const shorten = (label: string): string =>
  label.replace(/（区分处理的.*）$/, '').replace(/（本列数据.*）$/, '');

/** Name of a row for people: `（三）不予公开·1.属于国家秘密`; of a group of outcomes its own label. */
export function rowName(form: AnnualForm, table: TableId, row: string): string {
  if (table === 'disclosure')
    return form.bands.flatMap((band) => band.rows).find((r) => r.id === row)?.label ?? row;
  if (table === 'appeals') {
    const block = form.appealBlocks.find((b) => b.id === row);
    return block === undefined ? row : block.id === 'review' ? block.label : `行政诉讼·${block.label}`;
  }
  const exact = form.applicationRows.find((r) => r.id === row);
  if (exact === undefined) return form.applicationRows.find((r) => r.id.startsWith(`${row}.`))?.group ?? row;
  return exact.group === null ? shorten(exact.label) : `${exact.group}·${exact.label}`;
}

/** Name of a column for people. */
export function columnName(form: AnnualForm, table: TableId, row: string, column: string): string {
  if (column === 'organisation') return '法人或其他组织';
  const columns =
    table === 'applications'
      ? form.applicationColumns
      : table === 'appeals'
        ? (form.appealBlocks[0]?.columns ?? [])
        : (form.bands.find((band) => band.rows.some((r) => r.id === row))?.columns ?? []);
  return columns.find((c) => c.id === column)?.label ?? column;
}

/** A cell id taken apart: `applications.denied.stateSecret.total` has the row `denied.stateSecret`. */
export function partsOf(id: string): { table: TableId; row: string; column: string } {
  const first = id.indexOf('.');
  const last = id.lastIndexOf('.');
  return { table: id.slice(0, first) as TableId, row: id.slice(first + 1, last), column: id.slice(last + 1) };
}

/** Name of a cell for people: `表三“（一）予以公开”行“自然人”列`. */
export function cellName(form: AnnualForm, id: string): string {
  const { table, row, column } = partsOf(id);
  return `${tableNames[table]}“${rowName(form, table, row)}”行“${columnName(form, table, row, column)}”列`;
}

/** Names of cells of one table in a sentence, at most `limit` of them: `“…”行“…”列、…等 12 格`. */
export function cellNames(form: AnnualForm, ids: readonly string[], limit = 6): string {
  const names = ids.slice(0, limit).map((id) => cellName(form, id).slice(2));
  return names.join('、') + (ids.length > limit ? `等 ${ids.length} 格` : '');
}

/** Where each cell stands and what is printed there. */
export const relatedCells = (
  cells: AnnualReport['cells'],
  ids: readonly string[],
  name: (id: string) => string,
): Finding['related'] =>
  ids.map((id) => {
    const text = cells[id]?.text ?? '';
    return { at: placeOf(cells, id), message: `${name(id)}：${text.trim() === '' ? '（空）' : text.trim()}` };
  });

/** Faults that stay certain although the figures are glued together. */
export const impossibleIn = (reading: Reading, rule: string): Report[] =>
  reading.glued.flatMap((glued) =>
    glued.impossible
      .filter((fault) => fault.rule === rule)
      .map((fault) => ({
        message: fault.message,
        cells: glued.cells.filter((id) => isOf(id, fault.subject)),
        at: placeOf(reading.report.cells, glued.cells[0] ?? ''),
      })),
  );

const isOf = (id: string, subject: string): boolean => {
  const { row, column } = partsOf(id);
  return row === subject || column === subject;
};
