import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { type Day, dayOfNumber, formatDay, parseDay } from '../workday/index.ts';
import { type ChoiceColumn, choices, chosen } from './choices.ts';
import { type ColumnId, columnOf, type TakeoverColumn, takeoverColumns } from './columns.ts';

/** A cell as the file has it. */
export interface GivenCell {
  /** What it shows. */
  readonly text: string;
  /** The number it holds, days counted from the end of 1899; null for text. */
  readonly number: number | null;
  readonly formula: boolean;
}

/** Something wrong in a cell, to be mended in the file. `line` counts as the program that shows it does, from 1. */
export interface CellFault {
  readonly line: number;
  /** Null for the line as a whole. */
  readonly column: ColumnId | null;
  readonly message: string;
}

export type GivenRow = ReadonlyMap<ColumnId, GivenCell>;
/** Values of one line by column: days, words, ids of choices; what is empty is left out. */
export type RowValues = { readonly [K in ColumnId]?: string };

const epoch = 25_569;
const [firstSerial, lastSerial] = [36_526, 73_050];
const written = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?: 0{1,2}:00(?::00)?)?$/;

/** A day as a date, as 2026-03-02, 2026/3/2, 2026.3.2, 2026年3月2日 or 20260302. */
function dayIn({ text, number }: GivenCell): Day | null {
  if (number !== null && number >= firstSerial && number <= lastSerial)
    return Number.isInteger(number) ? dayOfNumber(number - epoch) : null;
  const digits = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const parts = digits ?? written.exec(text.normalize('NFKC').replace(/\s+(?=[月日年])/g, ''));
  return parts === null ? null : parseDay(formatDay(Number(parts[1]), Number(parts[2]), Number(parts[3])));
}

const wrong = (message: string): Refusal => refuse('takeover.cell', message);
/** What a spreadsheet takes for a formula when somebody edits it. */
const formulaLike = /^[=@\t]|^[+-](?!\d)/;

function textIn({ id, longest }: TakeoverColumn, { text, number }: GivenCell): string | Refusal {
  if (number !== null) {
    if (id === 'identityNumber' && Math.abs(number) >= 1e15)
      return wrong('证件号码成了数字，末几位已被表格软件改成0。请把本列设为文本，重新填写号码。');
    return Number.isInteger(number)
      ? String(number)
      : wrong('这里应是文字，现为小数或者日期。请把该格设为文本后重填。');
  }
  if (formulaLike.test(text))
    return wrong('内容以“=、+、-、@”开头，会被表格软件当作公式。请去掉开头的符号。');
  return text.length > longest ? wrong(`最多${longest}字，现有${text.length}字。请缩短。`) : text;
}

function countIn({ text, number }: GivenCell): string | Refusal {
  const count = number ?? (/^\d{1,7}$/.test(text) ? Number(text) : Number.NaN);
  return Number.isInteger(count) && count >= 1 && count < 10_000_000
    ? String(count)
    : wrong(`应为正整数，现为“${text}”。`);
}

const most = 8;
function choiceIn(id: ChoiceColumn, { text }: GivenCell): string | Refusal {
  const value = chosen(id, text);
  if (value !== null) return value;
  const names = choices[id].map(({ name }) => name);
  const near = names.filter((name) => text.length > 1 && name.includes(text.trim()));
  const offered = near.length > 0 ? near : names;
  const list = `${offered.slice(0, most).join('、')}${offered.length > most ? '等' : ''}`;
  return wrong(`“${text.slice(0, 30)}”不在可选内容中。请从下拉列表选择：${list}。`);
}

function valueIn(column: TakeoverColumn, cell: GivenCell): string | Refusal {
  if (cell.formula) return wrong('这一格是公式。请复制后“选择性粘贴”为数值，再上传。');
  if (column.kind === 'text') return textIn(column, cell);
  if (column.kind === 'count') return countIn(cell);
  if (column.kind === 'choice') return choiceIn(column.id as ChoiceColumn, cell);
  return dayIn(cell) ?? wrong(`“${cell.text.slice(0, 20)}”不是日期。请写作 2026-03-02。`);
}

const isEmpty = (cell: GivenCell | undefined): boolean =>
  cell === undefined || (cell.text.trim() === '' && cell.number === null && !cell.formula);

/** The values of a line, each cell read by its column; every cell that cannot be read is told. */
export function readCells(
  line: number,
  row: GivenRow,
): { readonly values: RowValues; readonly faults: readonly CellFault[] } {
  const faults: CellFault[] = [];
  const values: { [K in ColumnId]?: string } = {};
  for (const column of takeoverColumns) {
    const cell = row.get(column.id);
    if (isEmpty(cell)) {
      if (column.when === 'always') faults.push({ line, column: column.id, message: '没有填写。' });
      continue;
    }
    const value = valueIn(column, { ...cell!, text: cell!.text.trim() });
    if (isRefusal(value)) faults.push({ line, column: column.id, message: value.message });
    else values[column.id] = value;
  }
  return { values, faults };
}

export const labelOf = (column: ColumnId): string => columnOf(column).label;
