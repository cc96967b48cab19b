import type { AnnualReport } from '../../../domain/annual/report.ts';
import { type AnnualForm, annualForms, type TableId } from '../../../law/forms/index.ts';
import { isPlaces, type Look, type SheetCell, type SheetModel } from '../../../report/render/sheet-model.ts';
import { workbookFile } from '../../../report/render/sheet-parts.ts';
import { cellLabels } from '../../report/labels.ts';

const tables: readonly (readonly [table: TableId, name: string])[] = [
  ['disclosure', '表二'],
  ['applications', '表三'],
  ['appeals', '表四'],
];
const firstHeads = ['机关', '年度', '文件'];
const firstWidths = [28, 8, 36];
const figureWidth = 12;

/** A figure is shown with as many places after the point as it has. */
function lookOf(value: number | null): Look {
  const places = value === null ? 0 : (String(value).split('.')[1] ?? '').length;
  return isPlaces(places) ? `places${places}` : 'count';
}

/** One line a report, one column a cell of the form; a figure that could not be read is an empty cell. */
function sheetOf(
  form: AnnualForm,
  table: TableId,
  name: string,
  reports: readonly AnnualReport[],
): SheetModel {
  const ids = form.cells.filter((cell) => cell.table === table).map(({ id }) => id);
  const cells: SheetCell[] = [];
  const heads = [...firstHeads, ...ids.map((id) => cellLabels(form.id, id).slice(1).join('·'))];
  for (const [column, value] of heads.entries()) cells.push({ row: 0, column, look: 'label', value });
  for (const [index, report] of reports.entries()) {
    const row = index + 1;
    cells.push({ row, column: 0, look: 'labelLeft', value: report.agency?.name ?? '' });
    cells.push({ row, column: 1, look: 'plain', value: report.year });
    cells.push({ row, column: 2, look: 'plain', value: report.source.file });
    for (const [place, id] of ids.entries()) {
      const value = report.cells[id]?.value ?? null;
      cells.push({ row, column: firstHeads.length + place, look: lookOf(value), value });
    }
  }
  return {
    name,
    cells,
    merges: [],
    widths: [...firstWidths, ...ids.map(() => figureWidth)],
    heights: new Map(),
    repeated: [0, 0],
    warnings: [],
  };
}

/** The figures of many reports as one workbook: a sheet for each table of each form they are set in. */
export function figuresOfAll(reports: readonly AnnualReport[]): Uint8Array {
  const sheets: SheetModel[] = [];
  for (const form of Object.values(annualForms)) {
    const set = reports.filter((report) => report.form === form.id);
    if (set.length === 0) continue;
    for (const [table, name] of tables) sheets.push(sheetOf(form, table, `${name}（${form.id}年版）`, set));
  }
  return workbookFile('各机关年度报告数据', sheets);
}
