import type { Cells, ReportCell } from '../../domain/annual/report.ts';

/** How a cell is shown: a number, or a dash with the reason in a word and in a sentence. Never 0 for what is not 0. */
export interface CellView {
  readonly text: string;
  readonly zero: boolean;
  /** A word for why there is no plain number, e.g. 空白; null for a number read plainly. */
  readonly word: string | null;
  /** The same as a sentence. */
  readonly reason: string | null;
}

const number = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 6 });

export const showNumber = (value: number): string => number.format(value);

const dash = (word: string, reason: string): CellView => ({ text: '—', zero: false, word, reason });

/** `undefined` stands for a cell that was not printed or, in another year, one that its form does not have. */
export function showCell(cell: ReportCell | undefined, own: boolean): CellView {
  if (cell === undefined)
    return own ? dash('缺', '原表没有这一格') : dash('版式不同', '该年度的版式没有这一格');
  if (cell.status === 'blank') return dash('空白', '原表此格空白');
  if (cell.status === 'absent') return dash('缺', '原表没有这一行或这一列');
  if (cell.status === 'unreadable' || cell.value === null)
    return dash('不清', `未能确定读出，原文为“${cell.text.trim().slice(0, 40)}”`);
  const text = showNumber(cell.value);
  const reason =
    cell.status === 'inferred' ? `原文为“${cell.text.trim().slice(0, 40)}”，按勾稽关系读作${text}` : null;
  return { text, zero: cell.value === 0, word: null, reason };
}

/** Cells of a report without a plain number, by reason, for the note under a table. */
export function countMissing(cells: Cells, ids: readonly string[]) {
  const count = { blank: 0, absent: 0, unreadable: 0, inferred: 0 };
  for (const id of ids) {
    const status = cells[id]?.status;
    if (status !== undefined && status !== 'read') count[status] += 1;
  }
  return count;
}

/** The value of a cell where there is one for certain. */
export const certainValue = (cells: Cells, id: string): number | null => cells[id]?.value ?? null;
