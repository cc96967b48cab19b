import type { AnnualReport, CellStatus } from '../../domain/annual/report.ts';
import type { AnnualForm, TableId } from '../../law/forms/index.ts';
import { columnName, partsOf, rowName } from '../rules/support.ts';
import type { LaidCell } from './laid-report.ts';

const words: Partial<Record<CellStatus, string>> = {
  unreadable: '未能确定读出',
  absent: '原表缺少',
};
/** Characters that the names in a note may take up: a longer cell is no note of a table to any reader. */
const LONGEST = 100;

/** Cells as words, a row with its columns: “（一）予以公开”（自然人、总计）; a whole row by its name alone. */
function named(
  form: AnnualForm,
  table: TableId,
  cells: readonly LaidCell[],
  all: readonly LaidCell[],
): string {
  const rows = new Map<string, string[]>();
  const widths = new Map<string, number>();
  for (const { cell } of all) {
    const { row } = partsOf(cell!);
    widths.set(row, (widths.get(row) ?? 0) + 1);
  }
  for (const { cell } of cells) {
    const { row, column } = partsOf(cell!);
    rows.set(row, [...(rows.get(row) ?? []), columnName(form, table, row, column)]);
  }
  let text = '';
  for (const [row, columns] of rows) {
    const name = `“${rowName(form, table, row)}”`;
    const part = columns.length === widths.get(row) ? `${name}行` : `${name}（${columns.join('、')}）`;
    if (text.length + part.length > LONGEST) return `${text}等`;
    text += text === '' ? part : `，${part}`;
  }
  return text;
}

/** What must be known of a table's empty cells: which could not be read and which the report does not have. */
export function openCells(
  form: AnnualForm,
  table: TableId,
  rows: readonly (readonly LaidCell[])[],
): string[] {
  const all = rows.flat().filter(({ cell }) => cell !== null);
  return (['unreadable', 'absent'] as const).flatMap((status) => {
    const open = all.filter((cell) => cell.status === status);
    if (open.length === 0) return [];
    const names = open.length === all.length ? '全表' : named(form, table, open, all);
    return [`注：${words[status]}、留空待核的共 ${open.length} 格：${names}。`];
  });
}

/** Whether the report has anything of a table: a table that was lost altogether is not drawn. */
export const hasTable = ({ cells }: AnnualReport, table: TableId): boolean => {
  for (const id in cells) if (id.startsWith(`${table}.`) && cells[id]!.status !== 'absent') return true;
  return false;
};
